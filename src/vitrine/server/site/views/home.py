"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from vitrine.server.museum.models import museum
from vitrine.server.site.chosen import chosen
from vitrine.server.site.counts import counts
from vitrine.server.site.words.texts import reader

_TEASERS = ["stories/teaser.html", "site/nothing.html"]
"""What the stories' room tells of itself here, where there is such a room: its template loads what it needs by its own tags."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show today's works, how much there is, and where it comes from."""
    works = chosen(timezone.localdate())
    context = {
        "first": works[0] if works else None,
        "others": works[1:],
        "counts": counts(),
        "opening": museum().word("opening", reader()),
        "teasers": _TEASERS,
    }
    return render(request, "site/home.html", context)
