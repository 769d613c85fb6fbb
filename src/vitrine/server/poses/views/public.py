"""Strike a Pose as visitors meet it: the challenges, one challenge, and what its script computes with."""

from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from vitrine.server.poses import ready
from vitrine.server.poses.experience import USE
from vitrine.server.poses.models import Challenge
from vitrine.server.poses.playing import Played, data, played
from vitrine.server.poses.words import words
from vitrine.server.studio import access
from vitrine.server.uses.gate import is_on

_Response = TypeVar("_Response", bound=HttpResponse)

_LISTED = 50
"""Challenges on the page: more would be no choice."""


@require_safe
def challenges(request: HttpRequest) -> HttpResponse:
    """Show the challenges that can be played, each with a work of its own."""
    if not is_on(USE):
        return _off(request)
    own = list(Challenge.objects.filter(published=True).order_by("-pk")[:_LISTED])
    shown: list[tuple[Challenge, Played, int]] = []
    for one in (*own, *ready.ready_made()):
        if works := played(one):
            hung = {work.identifier for _, work, _ in shown}
            shown.append((one, next((work for work in works if work.identifier not in hung), works[0]), len(works)))
    return render(request, "poses/challenges.html", {"challenges": shown})


@require_safe
def challenge_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a challenge: its start, and all that is played on it."""
    if not is_on(USE):
        return _off(request)
    found = _challenge(request, slug)
    works = played(found)
    context = {
        "challenge": found,
        "works": works,
        "words": words(),
        "title": found.title,
        "ai_short": gettext("compares your pose with the work’s, on this device"),
        "picture": _first(works),
        "steps": _steps(found),
    }
    response = render(request, "poses/challenge.html", context)
    return _private(response, found)


@require_safe
def challenge_data(request: HttpRequest, slug: str) -> JsonResponse:
    """Tell the poses of a challenge's works, and how strictly they are compared."""
    if not is_on(USE):
        raise Http404(gettext("This game is switched off."))
    found = _challenge(request, slug)
    return _private(JsonResponse(data(found)), found)


def _challenge(request: HttpRequest, slug: str) -> Challenge:
    """Return the challenge at an address; a draft only to those who prepare games. Raises Http404."""
    found = ready.challenge(slug, drafts=request.user.has_perm(access.PREPARE_PLAY))
    if found is None:
        raise Http404(gettext("There is no challenge at this address."))
    return found


def _private(response: _Response, found: Challenge) -> _Response:
    if not found.published:
        response["Cache-Control"] = "private, no-store"
    return response


def _off(request: HttpRequest) -> HttpResponse:
    """Say calmly that the game is not there."""
    return render(request, "poses/off.html", status=404)


def _first(works: list[Played]) -> object:
    return works[0].picture if works else None


def _steps(found: Challenge) -> list[str]:
    seconds = ngettext(
        "Hold it for {seconds} second, until the bar is full.",
        "Hold it for {seconds} seconds, until the bar is full.",
        found.hold,
    ).format(seconds=found.hold)
    return [
        gettext("A work is shown with the lines of its pose."),
        {
            Challenge.Part.FULL: gettext("Strike the pose in front of the camera, standing where you are seen whole."),
            Challenge.Part.SEATED: gettext(
                "Strike the pose in front of the camera, sitting or standing: legs do not count."
            ),
            Challenge.Part.UPPER: gettext(
                "Strike the pose in front of the camera with head and arms. The rest does not count."
            ),
        }[Challenge.Part(found.part)],
        seconds
        + " "
        + (
            gettext("It counts as in a mirror, too.")
            if found.mirrored
            else gettext("The figure’s left is your left, its right your right.")
        ),
        gettext("Then the work is yours to look at, and the next one comes."),
    ]
