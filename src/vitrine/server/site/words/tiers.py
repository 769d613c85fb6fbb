"""Europeana's tiers in plain words (Europeana Publishing Framework)."""

from typing import NamedTuple

from django.utils.translation import gettext, gettext_lazy

from vitrine.quality import Profile as QualityProfile
from vitrine.quality import next_steps
from vitrine.server.collection.models import Profile

CONTENT = {
    "0": gettext_lazy("No picture or other medium that can be used, and no page that leads to one"),
    "1": gettext_lazy("Can be found: a small picture, or a page that leads to one"),
    "2": gettext_lazy("Can be shown: a picture of a fair size, or a larger one that may not be reused"),
    "3": gettext_lazy("Can be reused within limits: a large picture under a restricted licence"),
    "4": gettext_lazy("Can be reused freely: a large picture under an open licence"),
}

METADATA = {
    "0": gettext_lazy("Says too little to be found in the right language and place"),
    "A": gettext_lazy("Can be found by those who know what they look for"),
    "B": gettext_lazy("Can be come upon by browsing"),
    "C": gettext_lazy("Is tied into knowledge: people, places, times and ideas"),
}

_PARTS = {
    "language": gettext_lazy("Languages are named"),
    "enabling": gettext_lazy("Who, what, when and where are said"),
    "contextual": gettext_lazy("People, places, times and ideas are described"),
}


DIMENSIONS = {
    "content": gettext_lazy("content"),
    "metadata": gettext_lazy("metadata"),
    "language": gettext_lazy("language"),
    "enabling": gettext_lazy("who, what, when, where"),
    "contextual": gettext_lazy("context"),
    "rights": gettext_lazy("rights"),
}
"""What tiers measure, in a word."""

STATED = {
    "missing": gettext_lazy("not recorded"),
    "free-text": gettext_lazy("in words"),
    "not-a-statement": gettext_lazy("no statement"),
    "open": gettext_lazy("open"),
    "restricted": gettext_lazy("restricted"),
}
"""How rights are stated, in a word; tiers are letters and figures in every language."""


class TierLine(NamedTuple):
    """A tier: what it measures, its value, and what that means; parts of a tier say only their value."""

    name: str
    value: str
    says: str


def tier_lines(profile: Profile) -> list[TierLine]:
    """Return the tiers of a record, those of the metadata's three parts last."""
    content, metadata = str(profile.content), profile.metadata
    return [
        TierLine(gettext("Content"), content, str(CONTENT.get(content, ""))),
        TierLine(gettext("Metadata"), metadata, str(METADATA.get(metadata, ""))),
        *(TierLine(str(name), getattr(profile, part), "") for part, name in _PARTS.items()),
    ]


def better(profile: Profile) -> list[str]:
    """Return what would raise a record's tiers, the cheapest mends, one sentence each."""
    steps = next_steps(QualityProfile.from_key(profile.key))
    return list(dict.fromkeys(gettext(step.title) for step in steps))
