"""The quality profile: everything that a report counts and a mend depends on, shared by all records that agree in it.

A collection of a million records has a few thousand profiles. A database keeps each once, by its key, and a report is one
count of works per profile. So nothing goes into a profile that grows with the collection: no titles, names or numbers.
"""

from functools import lru_cache
from typing import Any

import msgspec

from vitrine.quality.defects import content_defects, rights_fault
from vitrine.quality.facts import TierFacts
from vitrine.quality.patterns import problems
from vitrine.quality.record_facts import record_facts
from vitrine.quality.stated import from_text, to_text
from vitrine.quality.tiers import Letter, tiers
from vitrine.records.report import Defect
from vitrine.records.work import Record
from vitrine.rights import describe

MOST_LANGUAGES = 12
"""Languages that a profile names, in the order of the alphabet: a record in all languages of the world is no profile of its own."""


class Profile(msgspec.Struct, frozen=True):
    """A quality profile. `rights` is the key of the statement that holds for the work (`cc-by-sa`), or `missing`,
    `free-text`, `not-a-statement`; `languages` are those of titles and descriptions, `und` for none."""

    content: int
    metadata: Letter
    language: Letter
    enabling: Letter
    contextual: Letter
    problems: tuple[str, ...]
    defects: tuple[str, ...]
    rights: str
    languages: tuple[str, ...]
    facts: TierFacts

    @staticmethod
    def from_key(key: str) -> "Profile":
        """Return the profile with this key. Raises ValueError for what `assess` did not make."""
        return _from_key(key)


class Assessment(Profile, frozen=True):
    """What `assess` found: a profile, and the key by which it is kept."""

    profile_key: str = ""


def assess(record: Record, defects: tuple[Defect, ...] = ()) -> Assessment:
    """Return the quality of `record`; `defects` are those noticed while it was read, its own are found here."""
    codes = {defect.code for defect in content_defects(record)}
    for defect in defects:
        codes.add(defect.code)
    return _assessment(record_facts(record), problems(record), frozenset(codes), _rights(record), _languages(record))


@lru_cache(maxsize=16_384)
def _assessment(
    facts: TierFacts, found: tuple[str, ...], codes: frozenset[str], rights: str, languages: frozenset[str]
) -> Assessment:
    """Return the one assessment of all records that agree in everything."""
    named = tuple(sorted(languages)[:MOST_LANGUAGES])
    parts = (*tiers(facts), found, tuple(sorted(codes)), rights, named, facts)
    return Assessment(*parts, profile_key=_to_key(Profile(*parts)))


def _rights(record: Record) -> str:
    """Return the statement of the object, or of the first of its media that has one, in a word."""
    words = ""
    if record.rights_of_object:
        if record.rights_of_object.uri:
            return _label(record.rights_of_object.uri)
        words = record.rights_of_object.text
    for surrogate in record.surrogates:
        if surrogate.rights:
            if surrogate.rights.uri:
                return _label(surrogate.rights.uri)
            words = words or surrogate.rights.text
    return rights_fault("", words).removeprefix("rights-") if words else "missing"


@lru_cache(maxsize=1024)
def _label(uri: str) -> str:
    return describe(uri).label or "not-a-statement"


def _languages(record: Record) -> frozenset[str]:
    return frozenset([text.language for text in record.titles] + [text.language for text in record.descriptions])


def _to_key(profile: Profile) -> str:
    data: dict[str, Any] = msgspec.to_builtins(profile)
    data["facts"]["stated"] = to_text(profile.facts.stated)
    return msgspec.json.encode(data, order="sorted").decode()


@lru_cache(maxsize=16_384)
def _from_key(key: str) -> Profile:
    try:
        data = msgspec.json.decode(key)
        data["facts"]["stated"] = from_text(data["facts"]["stated"])
        return msgspec.convert(data, Profile)
    except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"This is not the key of a quality profile: {key[:80]!r}") from error
