"""The list of games."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vitrine.server.play.games import games as playable


@require_safe
def games(request: HttpRequest) -> HttpResponse:
    """Show what can be played now, or that nothing can."""
    return render(request, "play/games.html", {"games": playable()})
