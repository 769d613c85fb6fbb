"""Kiosks: which one a page is shown on, whether it is open, and what its pages need to know of it."""

import re
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.crypto import get_random_string
from django.utils.translation import gettext

from vitrine.server.museum.models import museum
from vitrine.server.play.assessing import answered
from vitrine.server.play.models import Kiosk
from vitrine.server.play.places import Place, place
from vitrine.server.site.context import own_name

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without letters and digits that look alike: a code is typed in at the kiosk."""

_CODE = re.compile(f"[{_ALPHABET}]{{6,12}}")
_LENGTH = 6


def new_code() -> str:
    """Return a code that no kiosk has."""
    while Kiosk.objects.filter(code=(code := get_random_string(_LENGTH, _ALPHABET))).exists():
        pass
    return code


def find(code: str) -> Kiosk | None:
    """Return the kiosk with a code, retired or not; None for what is none."""
    return Kiosk.objects.filter(code=code).first() if _CODE.fullmatch(code) else None


def closed(kiosk: Kiosk, led_to: Place | None) -> str:
    """Return why a kiosk is closed, for those who look after it, in the reader's language; blank where it is open."""
    if kiosk.retired:
        return gettext("It is retired.")
    if led_to is None:
        return gettext("What it led to is no longer there: choose something else for it.")
    if not led_to.on:
        return gettext("The game is switched off.")
    if not answered(kiosk.game):
        return gettext("Nobody has said yet how the data-protection impact assessment of this game stands.")
    return ""


def languages(kiosk: Kiosk) -> list[tuple[str, str]]:
    """Return the languages that a kiosk offers, code and own name; all of the museum's where it names none of them."""
    offered = [code for code, _ in museum().offered]
    own = [code for code in offered if code in kiosk.languages]
    return [(code, own_name(code)) for code in own or offered]


def leading_to(kiosk: Kiosk, led_to: Place) -> str:
    """Return the address of a kiosk's place, with what tells the page that it is shown on this kiosk."""
    return f"{led_to.address}?{urlencode(_marks(kiosk))}"


def _marks(kiosk: Kiosk) -> dict[str, str]:
    return {"kiosk": kiosk.code, **({"child": "1"} if kiosk.child else {})}


def framed(kiosk: Kiosk) -> dict[str, Any]:
    """Return what a page that is shown on a kiosk is given: the frame, its languages, and no ways to elsewhere."""
    led_to = place(kiosk.place)
    return {
        "kiosk": kiosk,
        "kiosk_marks": urlencode(_marks(kiosk)),
        "kiosk_within": led_to.address if led_to is not None else kiosk.address,
        "site_languages": languages(kiosk),
        "site_menu": [],
        "site_footer": [],
    }


def context(request: HttpRequest) -> dict[str, Any]:
    """Say to every page below /play/ on which kiosk it is shown, by `?kiosk=`; nothing where there is no such kiosk."""
    code = request.GET.get("kiosk", "")
    found = find(code) if code and request.path_info.startswith("/play/") else None
    return framed(found) if found is not None else {}
