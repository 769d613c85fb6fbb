"""What other pages say of the uses of AI that run."""

from typing import Any

from django import template

from vitrine.server.uses.account import told
from vitrine.server.uses.reading import Reading

register = template.Library()


@register.inclusion_tag("uses/kept.html")
def ai_keeps() -> dict[str, Any]:
    """Return what each use that runs is called and keeps, for the page on privacy."""
    cards = [one.use.card for one in told() if one.on and one.use is not None and one.use.card is not None]
    return {"readings": [Reading(card) for card in cards]}
