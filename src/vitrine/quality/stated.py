"""What a record states, as one integer: a bit for each property, tag, element, group and class that decides a tier.

A million records are looked through at every import, so that facts are joined with `|` and counted with `bit_count`.
Every bit has a name (`NAMES`), by which it is stored and shown: bits may be added at the end of each tuple, names stay.

The names come from responsible-ai.md 6.2 (Europeana's metis-framework, tiers/metadata).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

PROPERTIES = (
    "dc:coverage", "dc:description", "dc:format", "dc:relation", "dc:rights", "dc:source", "dc:subject", "dc:title",
    "dc:type", "dcterms:alternative", "dcterms:hasPart", "dcterms:isPartOf", "dcterms:isReferencedBy",
    "dcterms:medium", "dcterms:provenance", "dcterms:references", "dcterms:spatial", "dcterms:tableOfContents",
    "dcterms:temporal", "edm:currentLocation", "edm:hasType", "edm:isRelatedTo",
)  # fmt: skip
"""The 22 property types whose language is looked at."""

ELEMENTS = (
    "dcterms:created", "dcterms:issued", "dcterms:temporal", "dc:format", "dc:type", "dcterms:medium", "dc:creator",
    "dc:contributor", "dc:publisher", "dcterms:spatial", "edm:currentLocation", "edm:hasMet", "dc:subject",
)  # fmt: skip
"""The enabling elements: what lets a visitor find works by time, kind, person or place."""

CLASSES = ("Agent", "Concept", "Place", "TimeSpan")
"""The contextual classes; each is also the group of the enabling elements that name one: persons, kinds, places, times."""

NAMES = (
    *PROPERTIES,
    *(f"{name}@" for name in PROPERTIES),
    *(f"+{name}" for name in ELEMENTS),
    *(f"group:{name}" for name in CLASSES),
    *(f"linked:{name}" for name in CLASSES),
    *(f"complete:{name}" for name in CLASSES),
    *(f"{name}~" for name in PROPERTIES),
)
"""A property that is present, `@` one with language, `~` one that has words and none with language (known of records only:
no tier depends on it, but what a language tag would raise), `+` an enabling element, `group:` a group of those, `linked:` a class
of which an entity is linked, `complete:` one of which a linked entity says enough."""

_BIT = {name: 1 << place for place, name in enumerate(NAMES)}

_FIXED_GROUP = {
    "dcterms:created": "TimeSpan", "dcterms:issued": "TimeSpan", "dcterms:temporal": "TimeSpan",
    "dc:format": "Concept", "dc:type": "Concept", "dcterms:medium": "Concept",
    "dc:creator": "Agent", "dc:contributor": "Agent", "dc:publisher": "Agent",
    "dcterms:spatial": "Place", "edm:currentLocation": "Place",
}  # fmt: skip
"""The group of each element that counts with a text as well as with a link."""

_LINKED_GROUPS = {"edm:hasMet": ("TimeSpan", "Agent"), "dc:subject": ("Concept", "Agent", "Place")}
"""The elements that count only by a link to an entity of the record, and the classes that count."""


def bits(*names: str) -> int:
    """Return the bits with these names. Raises KeyError for a name that is none."""
    total = 0
    for name in names:
        total |= _BIT[name]
    return total


def names(stated: int) -> tuple[str, ...]:
    """Return the names of the bits in `stated`, in their order."""
    return tuple(name for name, bit in _BIT.items() if stated & bit)


class Says(NamedTuple):
    """What the values of one property state: `value` by being there (a text or a link), `language` by having one, `words`
    by being words that have none.

    `links` is what a link to an entity of the record states, by the entity's class, in four cases: it has no preferred
    label in a language and is not complete; it has one; it is complete; both (`case`).
    """

    value: int
    language: int
    links: dict[str, tuple[int, ...]]
    words: int


NAMED, COMPLETED = 1, 2
"""Added up they give the case of a link."""


def says(name: str) -> Says:
    """Return what values of the property `name` state; of one that counts for nothing, its links still count."""
    value = _BIT.get(name, 0)
    if name in _FIXED_GROUP:
        value |= bits(f"+{name}", f"group:{_FIXED_GROUP[name]}")
    language = _BIT.get(f"{name}@", 0)
    links: dict[str, tuple[int, ...]] = {}
    for kind in CLASSES:
        link = value | bits(f"linked:{kind}")
        if kind in _LINKED_GROUPS.get(name, ()):
            link |= bits(f"+{name}", f"group:{kind}")
        # An agent's name gives its property no language: names of persons are not translated.
        named = link | language if kind != "Agent" else link
        complete = bits(f"complete:{kind}")
        links[kind] = (link, named, link | complete, named | complete)
    return Says(value, language, links, _BIT.get(f"{name}~", 0))


PRESENT = bits(*PROPERTIES)
TAGGED = bits(*(f"{name}@" for name in PROPERTIES))
ENABLING = bits(*(f"+{name}" for name in ELEMENTS))
GROUPS = bits(*(f"group:{name}" for name in CLASSES))
COMPLETE = bits(*(f"complete:{name}" for name in CLASSES))


@lru_cache(maxsize=4096)
def to_text(stated: int) -> str:
    """Return the names in `stated`, blank-separated: how a profile stores them."""
    return " ".join(names(stated))


def from_text(text: str) -> int:
    """Return what `to_text` wrote. A name that this version does not know is passed over."""
    return bits(*(name for name in text.split() if name in _BIT))


_TO_WORDS = NAMES.index(f"{PROPERTIES[0]}~") - NAMES.index(f"{PROPERTIES[0]}@")


def without_tagged_words(stated: int) -> int:
    """Return `stated` without the words of properties that have a language already by another value."""
    return stated & ~((stated & TAGGED) << _TO_WORDS)


def tagged(stated: int, only: Iterable[str] = PROPERTIES) -> int:
    """Return `stated` with a language on each of the properties `only` that have words."""
    for name in only:
        if stated & _BIT[f"{name}~"]:
            stated |= _BIT[f"{name}@"]
    return without_tagged_words(stated)
