"""Europeana's tiers, computed from facts: content 0 to 4, metadata 0, A, B or C.

Exactly responsible-ai.md 6.1 and 6.2 (europeana/metis-framework@d119675, tiers/media and tiers/metadata).
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from vitrine.quality.facts import Media, TierFacts
from vitrine.quality.stated import COMPLETE, ENABLING, GROUPS, PRESENT, TAGGED

Letter = Literal["0", "A", "B", "C"]

_OF_PIXELS = {950_000: 4, 420_000: 2, 100_000: 1, 0: 0, None: 0}


class Tiers(NamedTuple):
    """The tiers of a record. `metadata` is the lowest of `language`, `enabling` and `contextual`."""

    content: int
    metadata: Letter
    language: Letter
    enabling: Letter
    contextual: Letter


@lru_cache(maxsize=65_536)
def tiers(facts: TierFacts) -> Tiers:
    """Return all tiers of a record with these facts."""
    language = language_tier(facts.stated)
    enabling = enabling_tier(facts.stated)
    contextual = contextual_tier(facts.stated)
    # "0" < "A" < "B" < "C" holds for the characters as well.
    return Tiers(content_tier(facts), min(language, enabling, contextual), language, enabling, contextual)


def content_tier(facts: TierFacts) -> int:
    """Return the content tier: the best of the record's media, each held down by its licence."""
    if not facts.kind or (facts.kind == "IMAGE" and not facts.thumbnail):
        return 0
    if not facts.media:
        return 1 if facts.landing_page and facts.kind != "IMAGE" else 0
    return max(min(_before_licence(facts, one), one.cap) for one in facts.media)


def _before_licence(facts: TierFacts, one: Media) -> int:
    """The tier of one file under a free licence: a row of the table of 6.1 for each kind of record."""
    pixels = _OF_PIXELS[one.pixels] if one.family == "image" else 0
    landing_page = 1 if facts.landing_page else 0
    if facts.kind == "IMAGE":
        return pixels
    if facts.kind == "TEXT":
        return 4 if one.family == "pdf" else max(pixels, landing_page)
    if facts.kind == "VIDEO":
        good = facts.embeddable or (one.family == "video" and one.tall)
        return 4 if good else 1 if one.family == "video" else landing_page
    if facts.kind == "SOUND":
        return 4 if facts.embeddable or one.family == "audio" else landing_page
    return 4 if one.family not in ("", "image", "pdf") else 0


def language_tier(stated: int) -> Letter:
    """Return the tier for the share of property types that have a language: a quarter, half, three quarters."""
    present = (stated & PRESENT).bit_count()
    tagged = (stated & TAGGED).bit_count()
    if 4 * tagged < present or not present:
        return "0"
    if 2 * tagged < present:
        return "A"
    return "B" if 4 * tagged < 3 * present else "C"


def enabling_tier(stated: int) -> Letter:
    """Return the tier for the enabling elements and the groups they belong to: 1 in 1, 3 in 2, 4 in 2."""
    elements = (stated & ENABLING).bit_count()
    groups = (stated & GROUPS).bit_count()
    if elements >= 4 and groups >= 2:
        return "C"
    if elements >= 3 and groups >= 2:
        return "B"
    return "A" if elements and groups else "0"


def contextual_tier(stated: int) -> Letter:
    """Return the tier for the kinds of contextual class with a complete, linked entity: none, one, two or more."""
    kinds = (stated & COMPLETE).bit_count()
    return "A" if not kinds else "B" if kinds == 1 else "C"
