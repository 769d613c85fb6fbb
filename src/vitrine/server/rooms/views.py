"""Playing together as visitors meet it: opening a room, finding one by its letters, and the room itself."""

import random

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from vitrine.server.people.limits import address_of
from vitrine.server.poses import ready
from vitrine.server.poses.experience import USE
from vitrine.server.poses.models import Challenge
from vitrine.server.poses.playing import played
from vitrine.server.rooms.guessing import may_guess, missed
from vitrine.server.rooms.letters import read_code
from vitrine.server.rooms.nicknames import nicknames
from vitrine.server.rooms.rooms import ROOMS, NoMoreRoomsError
from vitrine.server.rooms.words import words
from vitrine.server.uses.gate import is_on

ROUNDS = (1, 2, 3, 4, 5, 6)
USUAL_ROUNDS = 3
"""Rounds of a game: three take four minutes."""

_LISTED = 50
"""Challenges to choose from."""


@never_cache
@csrf_exempt  # the worst a forged request can do is to open a room that nobody enters, and no page needs a cookie for a token
@require_http_methods(["GET", "HEAD", "POST"])
def rooms(request: HttpRequest) -> HttpResponse:
    """Offer to open a room or to enter one; open it."""
    if not is_on(USE):
        return render(request, "poses/off.html", status=404)
    if request.method == "POST" and ROOMS.served:
        return _open(request)
    typed = request.GET.get("code", "")
    code = read_code(typed)
    if code:
        return redirect("room", code)
    problem = gettext("These are not the six letters of a room. Look at them once more.") if typed else ""
    return _offer(request, problem)


@never_cache
@require_safe
def room(request: HttpRequest, code: str) -> HttpResponse:
    """Show a room: the way in, the lobby, the rounds, the end."""
    if not is_on(USE):
        return render(request, "poses/off.html", status=404)
    letters, address = read_code(code), address_of(request)
    if letters and letters != code:
        return redirect("room", letters)
    if not ROOMS.served:
        return _offer(request, "", status=404)
    if not may_guess(address):
        return _offer(request, words()["over-guessing"], status=429)
    found = ROOMS.find(letters) if letters else None
    challenge = ready.challenge(found.challenge) if found else None
    if found is None or challenge is None:
        missed(address)
        return _offer(request, gettext("There is no room with these letters, or it is closed by now."), status=404)
    works = [one for one in played(challenge) if one.identifier in found.works]
    here = request.build_absolute_uri(reverse("room", args=[found.code]))
    context = {
        "code": found.code,
        "here": here,
        "challenge": challenge,
        "rounds": len(found.works),
        "works": works,
        "nicknames": nicknames(),
        "chosen": random.choice(list(nicknames())),  # noqa: S311  (which of twenty names is offered first)
        "qr": _qr(here),
        "words": words(),
        "ai_short": gettext("compares your pose with the work’s, on this device"),
    }
    return render(request, "rooms/room.html", context)


def _open(request: HttpRequest) -> HttpResponse:
    challenge = ready.challenge(request.POST.get("challenge", "")[:80])
    works = [one.identifier for one in played(challenge)] if challenge else []
    if not challenge or not works:
        return _offer(
            request, gettext("This challenge cannot be played at the moment. Choose another one."), status=400
        )
    asked = request.POST.get("rounds", "")
    rounds = int(asked) if asked in {str(number) for number in ROUNDS} else USUAL_ROUNDS
    if challenge.ready_made:
        random.shuffle(works)
    try:
        opened = ROOMS.open(challenge.slug, works[:rounds], address_of(request))
    except NoMoreRoomsError:
        return _offer(
            request, gettext("There are too many rooms at the moment. Try again in some minutes."), status=503
        )
    return HttpResponseRedirect(reverse("room", args=[opened.code]), status=303)


def _offer(request: HttpRequest, problem: str, status: int = 200) -> HttpResponse:
    challenges = _challenges() if ROOMS.served else []
    context = {
        "served": ROOMS.served,
        "challenges": challenges,
        "rounds": ROUNDS,
        "usual": USUAL_ROUNDS,
        "problem": problem,
        "typed": request.GET.get("code", "")[:20],
    }
    return render(request, "rooms/rooms.html", context, status=status)


def _challenges() -> list[Challenge]:
    own = Challenge.objects.filter(published=True).order_by("-pk")[:_LISTED]
    return [one for one in (*ready.ready_made(), *own) if played(one)]


def _qr(address: str) -> SafeString:
    """Return a QR code as SVG: made here of nothing but our own address."""
    made = segno.make(address, error="m", micro=False)
    return mark_safe(made.svg_inline(scale=1, border=2, omitsize=True, svgclass="qr", lineclass=None))  # noqa: S308
