"""What the pages of games need beside the site's own tags."""

from django import template
from django.urls import reverse

from vitrine.server.collection.models import Work
from vitrine.server.play.counts import settings
from vitrine.server.play.games import Game, games_with

register = template.Library()


@register.simple_tag
def counts_address() -> str:
    """Return where a game tells that something happened with a work, blank where the museum does not count."""
    return reverse("play-counts") if settings().counting else ""


@register.simple_tag
def work_games(work: Work) -> list[Game]:
    """Return the games that can be played with a work now."""
    return games_with(work)
