"""The sign on the wall: how to come to a game, and what happens there, in all of the museum's languages at once."""

from typing import Any, NamedTuple

import segno
from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_safe

from vitrine.server.museum.models import museum
from vitrine.server.play.models import Tally
from vitrine.server.play.places import places
from vitrine.server.studio import access

_PAPERS = ("a4", "a5")


class Notice(NamedTuple):
    """What the sign says in one language."""

    language: str
    does: str
    how: str
    ai: str
    camera: str
    without: str
    badge: str


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def sign(request: HttpRequest) -> HttpResponse:
    """Show a page to print: for a game on visitors' own devices, or to hang beside a kiosk."""
    beside = request.GET.get("place") == "screen"
    listed = places()
    leads = next((one for one in listed if one.key == request.GET.get("game")), listed[0])
    game = leads.game
    paper = request.GET.get("paper", "")
    house = museum()
    address = settings.SITE_URL + leads.address
    languages = [code for code, _ in house.offered]
    context: dict[str, Any] = {
        "title": _title(game, house.first_language),
        "game": leads.key,
        "games": [(one.key, one.title) for one in listed],
        "beside": beside,
        "paper": paper if paper in _PAPERS else _PAPERS[0],
        "papers": _PAPERS,
        "address": address,
        "shown_address": address.split("://", 1)[-1].rstrip("/"),
        "secure": address.startswith(("https://", "http://localhost", "http://127.0.0.1")),
        "code": _code(address),
        "notices": [_notice(game, code, at_kiosk=beside) for code in languages],
        "titles": list(dict.fromkeys(_title(game, code) for code in languages)),
        "house": house,
        "privacy": settings.SITE_URL.split("://", 1)[-1] + reverse("privacy"),
    }
    return render(request, "play/sign.html", context)


def _title(game: str, language: str) -> str:
    with translation.override(language):
        return str(Tally.Game(game).label)


def _code(address: str) -> SafeString:
    """Return the address as a QR code: a drawing without styles or scripts. Level Q is read with a quarter of it covered."""
    drawn = segno.make(address, error="q", micro=False).svg_inline(
        omitsize=True, border=0, svgclass="code", lineclass=None
    )
    return mark_safe(drawn)  # noqa: S308  (made of squares, nothing of the address is in it as text)


def _notice(game: str, language: str, *, at_kiosk: bool) -> Notice:
    with translation.override(language):
        does = {
            "poses": gettext("Stand as a figure in a work stands, and hold it."),
            "faces": gettext("Hold your head as a portrait does, and see your face in its paint."),
        }
        ai = {
            "poses": gettext("finds the joints of your body and compares your pose with the work’s."),
            "faces": gettext(
                "finds points of your face, compares how you hold your head, and paints it into the portrait."
            ),
        }
        how = (
            gettext("Tap the screen to begin.")
            if at_kiosk
            else gettext("Scan the code with your phone. No app, no account.")
        )
        camera = gettext(
            "The camera’s picture stays on the device. It is not recorded and not sent, and nobody is recognised."
        )
        without = gettext("It also works without a camera.")
        return Notice(language, does[game], how, ai[game], camera, without, pgettext("badge", "AI"))
