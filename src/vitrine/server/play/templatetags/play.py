"""What the pages of games need beside the site's own tags."""

from django import template
from django.urls import reverse

from vitrine.server.play.counts import settings

register = template.Library()


@register.simple_tag
def counts_address() -> str:
    """Return where a game tells that something happened with a work, blank where the museum does not count."""
    return reverse("play-counts") if settings().counting else ""
