"""Face-Fit as visitors meet it: the portraits to choose from, and the game with one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.collection.models import Work
from vitrine.server.portraits.experience import USE
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.playing import Ready, page, ready
from vitrine.server.portraits.words import words
from vitrine.server.site.entries import work_address
from vitrine.server.site.views.works import found_work
from vitrine.server.site.words import about
from vitrine.server.studio import access
from vitrine.server.uses.gate import is_on

_LONGEST_NUMBER = 6
"""Digits of a page's number: more is no page."""


@require_safe
def portraits(request: HttpRequest) -> HttpResponse:
    """Show the portraits that can be played with, a page at a time."""
    if not is_on(USE):
        return _off(request)
    number = _number(request.GET.get("page", ""))
    listed, more = page(number)
    context = {"portraits": listed, "previous": number - 1, "next": number + 1 if more else 0}
    return render(request, "portraits/portraits.html", context)


@require_safe
def portrait(request: HttpRequest, source: str, key: str) -> HttpResponse:
    """Show the game with a work's portrait (`?face=` names another face of it). Who prepares games sees it before it is open."""
    previews = "preview" in request.GET and request.user.has_perm(access.PREPARE_PLAY)
    if not is_on(USE) and not previews:
        return _off(request)
    work = found_work(source, key)
    one = _found(request, work, previews)
    if one is None:
        return render(request, "portraits/gone.html", {"work": work_address(work)}, status=404)
    context = {
        "one": one,
        "portrait": one.data,
        "preview": one.portrait.state != Portrait.State.OPEN,
        "words": words(one),
        "title": one.entry.label.plain_title,
        "picture": one.picture,
        "description": about.descriptions(one.entry.shown.record)[0],
        "steps": _steps(),
        "ai_short": gettext("compares how heads are held and paints your face into the portrait, on this device."),
    }
    response = render(request, "portraits/portrait.html", context)
    if previews:
        response["Cache-Control"] = "private, no-store"
    return response


def _found(request: HttpRequest, work: Work, previews: bool) -> Ready | None:
    rows = Portrait.objects.filter(work=work, reason="")
    if not previews:
        rows = rows.filter(state=Portrait.State.OPEN)
    if face := request.GET.get("face", ""):
        rows = rows.filter(number=_number(face))
    return next(iter(ready(rows[:1])), None)


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= _LONGEST_NUMBER else 1


def _off(request: HttpRequest) -> HttpResponse:
    """Say calmly that the game is not there."""
    return render(request, "portraits/off.html", status=404)


def _steps() -> list[str]:
    return [
        gettext("Hold your head as the sitter does, with eyes and mouth as far open. Lines show where you are."),
        gettext("Hold still for a moment once everything fits."),
        gettext("Your face is painted into the portrait, here on your device, and stands beside the original."),
    ]
