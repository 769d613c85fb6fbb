"""The fix list: which mends raise how many works to which tier, the most for the least effort first."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

import msgspec

from vitrine.quality.facts import TierFacts
from vitrine.quality.mends import MENDS, Mend
from vitrine.quality.profile import Profile
from vitrine.quality.tiers import tiers

DIMENSIONS = ("content", "metadata", "rights", "language", "enabling", "contextual")
"""What can rise: the two tiers, rights that are not stated (from `missing`, `free-text` or `not-a-statement` to `open` or
`restricted`: without a statement AI may do next to nothing with a work), and the three parts of the metadata tier."""

_TIERS = ("content", "metadata", "language", "enabling", "contextual")
_PARTS = frozenset({"language", "enabling", "contextual"})

_NOT_STATED = frozenset({"missing", "free-text", "not-a-statement"})

_IN_COPYRIGHT = ("inc", "rr-", "orphan")
"""How the keys of statements begin that say a work is in copyright: nobody can mend that by another statement."""

_WORTH_OF_PART = 0.25
"""What a rise in a part of the metadata tier is worth beside one of a whole tier: it may take another mend to show."""

_MOST_STEPS = 3
"""Mends that are tried together to raise a tier of one record."""

_LETTERS = "0ABC"


class Rise(msgspec.Struct, frozen=True):
    """So many works would rise in one dimension from one tier to another."""

    dimension: str
    before: str
    after: str
    works: int


class Fix(msgspec.Struct, frozen=True):
    """A line of the fix list. `works` rise in one dimension or several; `filter` selects exactly those.

    `effort` is the mend's, for one work (see mends.py); `at_most` marks a mend whose outcome is only known when it is made.
    """

    id: str
    title: str
    effort: int
    works: int
    rises: tuple[Rise, ...]
    filter: str
    at_most: bool = False


class Step(msgspec.Struct, frozen=True):
    """A mend to make so that one record rises in `dimension` from `before` to `after`, with the steps beside it."""

    id: str
    title: str
    dimension: str
    before: str
    after: str


def fix_list(profiles: Iterable[tuple[Profile, int]]) -> list[Fix]:
    """Return the fix list of a collection, given as its profiles and the number of works with each."""
    works: Counter[str] = Counter()
    rises: dict[str, Counter[tuple[str, str, str]]] = {mend.id: Counter() for mend in MENDS}
    for profile, number in profiles:
        for mend_id, found in _rises(profile.facts, profile.rights).items():
            works[mend_id] += number
            for rise in found:
                rises[mend_id][rise] += number
    fixes = [_fix(mend, works[mend.id], rises[mend.id]) for mend in MENDS if works[mend.id]]
    return sorted(fixes, key=lambda fix: (-_gain(fix) / fix.effort, fix.id))


def mends_of(profile: Profile) -> frozenset[str]:
    """Return the ids of the mends that would raise a work with this profile: those whose filter selects it."""
    return frozenset(_rises(profile.facts, profile.rights))


def next_steps(profile: Profile) -> list[Step]:
    """Return the cheapest missing steps: a statement where rights are not stated, then the fewest and easiest mends that
    raise the content tier, then those that raise the metadata tier.

    A tier that is the highest already, or that no three mends raise, has no steps.
    """
    steps = []
    if profile.rights in _NOT_STATED:
        mend = next(mend for mend in MENDS if mend.rights)
        steps.append(Step(mend.id, mend.title, "rights", profile.rights, mend.rights))
    for dimension in ("content", "metadata"):
        steps += _cheapest(profile.facts, profile.rights, dimension)
    return steps


def _fix(mend: Mend, works: int, rises: Counter[tuple[str, str, str]]) -> Fix:
    ordered = sorted(rises.items(), key=lambda item: (DIMENSIONS.index(item[0][0]), -item[1], item[0]))
    listed = tuple(Rise(*rise, number) for rise, number in ordered)
    return Fix(mend.id, mend.title, mend.effort, works, listed, f"mend={mend.id}", mend.at_most)


def _gain(fix: Fix) -> float:
    return sum(_steps(rise) * rise.works * (_WORTH_OF_PART if rise.dimension in _PARTS else 1) for rise in fix.rises)


def _steps(rise: Rise) -> int:
    if rise.dimension == "rights":
        return 1
    if rise.dimension == "content":
        return int(rise.after) - int(rise.before)
    return _LETTERS.index(rise.after) - _LETTERS.index(rise.before)


@lru_cache(maxsize=16_384)
def _rises(facts: TierFacts, rights: str) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return what each mend that raises anything raises: dimension, before, after."""
    found = {}
    for mend in _possible(rights):
        after = mend.apply(facts)
        rises = _compared(facts, after)
        if mend.rights and rights in _NOT_STATED:
            rises = (*rises, ("rights", rights, mend.rights))
        if rises:
            found[mend.id] = rises
    return found


def _possible(rights: str) -> list[Mend]:
    """Return the mends that can be thought of for works under the statement `rights`."""
    return [mend for mend in MENDS if not (mend.rights and rights.startswith(_IN_COPYRIGHT))]


def _compared(before: TierFacts, after: TierFacts) -> tuple[tuple[str, str, str], ...]:
    if after is before:
        return ()
    pairs = zip(_TIERS, tiers(before), tiers(after), strict=True)
    return tuple((dimension, str(old), str(new)) for dimension, old, new in pairs if str(new) > str(old))


def _cheapest(facts: TierFacts, rights: str, dimension: str) -> list[Step]:
    """Return the set of mends with the least effort that raises a tier, the fewest where efforts are the same."""
    place = _TIERS.index(dimension)
    old = str(tiers(facts)[place])
    useful = [mend for mend in _possible(rights) if mend.apply(facts) is not facts]
    sets = [chosen for size in range(1, _MOST_STEPS + 1) for chosen in combinations(useful, size)]
    for chosen in sorted(sets, key=lambda mends: sum(mend.effort for mend in mends)):
        after = facts
        for mend in chosen:
            after = mend.apply(after)
        new = str(tiers(after)[place])
        if new > old:
            return [Step(mend.id, mend.title, dimension, old, new) for mend in chosen]
    return []
