"""What the pages of games need beside the site's own tags."""

from django import template
from django.urls import reverse

from vitrine.server.collection.models import Work
from vitrine.server.play.counts import settings
from vitrine.server.play.games import Game, games_with
from vitrine.server.site.menu import PLAYED
from vitrine.server.uses.gate import is_on

register = template.Library()


@register.simple_tag
def counts_address() -> str:
    """Return where a game tells that something happened with a work, blank where the museum does not count."""
    return reverse("play-counts") if settings().counting else ""


@register.inclusion_tag("play/kept.html")
def games_keep() -> dict[str, bool]:
    """Return whether there are games and whether they are counted, for the page on privacy."""
    return {"played": any(is_on(use) for use in PLAYED), "counting": settings().counting}


@register.simple_tag
def work_games(work: Work) -> list[Game]:
    """Return the games that can be played with a work now."""
    return games_with(work)
