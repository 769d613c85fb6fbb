"""The start of a kiosk: what one can play here, in every language that it offers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.figures.approved import approved_faces, approved_figures
from vitrine.server.play.kiosks import closed, find, framed, languages, leading_to
from vitrine.server.play.models import Kiosk, Tally
from vitrine.server.play.places import place
from vitrine.server.site.entries import entries
from vitrine.server.site.words.pictures import Picture


@require_safe
def kiosk(request: HttpRequest, code: str) -> HttpResponse:
    """Show the start of a kiosk, or calmly that it is closed. Whoever comes next begins in its first language."""
    found = find(code)
    if found is None:
        raise Http404(gettext("There is no kiosk at this address."))
    offered = languages(found)
    with translation.override(offered[0][0]):
        led_to = place(found.place)
        shut = led_to is None or bool(closed(found, led_to))
        shown: dict[str, Any] = {**framed(found), "site_languages": []}
        if led_to is not None and not shut:
            shown |= {"place": led_to, "next": leading_to(found, led_to), "picture": _picture(found)}
            shown["ways"] = [(code, name, _begin(code)) for code, name in offered]
        template = "play/kiosk/closed.html" if shut else "play/kiosk/start.html"
        return render(request, template, shown, status=404 if shut else 200)


def _begin(code: str) -> str:
    with translation.override(code):
        return gettext("Begin")


def _picture(kiosk: Kiosk) -> Picture | None:
    """Return the picture of the first work of a kiosk's game."""
    approved = approved_figures() if kiosk.game == Tally.Game.POSES else approved_faces()
    first = next(iter(approved), None)
    if first is None:
        return None
    found = next(iter(entries([first.work])), None)
    return found.picture if found is not None and found.picture and not found.picture.warnings else None
