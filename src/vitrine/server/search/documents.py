"""A work as the index takes it: the words of its record, and what can be chosen."""

from collections.abc import Iterable, Iterator

from tantivy import Document

from vitrine.records import Maker, Place, Record, Term, Text
from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.media.public import closed
from vitrine.server.collection.models import Work
from vitrine.server.search.schema import OPEN, UNDATED
from vitrine.server.search.words import folded, unaccented

_LONGEST_TEXT = 20_000
"""Characters of one text that are indexed: nobody looks for what stands on its twentieth page."""

_LONGEST_VALUE = 400
_MOST_BEGINNINGS = 6
_DECADE = 10
_YEAR_BITS = 40
"""Bits beside the year that hold the work's id, so that no two works have the same place in an order."""


def document(work: Work, record: Record, rights: str) -> Document:
    """Return what the index holds of `work`, whose `record` is the one that is shown; `rights` is its statement's key."""
    makers = list(dict.fromkeys(_short(maker.name) for maker in record.makers if not maker.anonymous and maker.name))
    types = list(dict.fromkeys(_short(term.labels[0].value) for term in record.object_types if term.labels))
    languages = {text.language for text in (*record.titles, *record.descriptions)}
    return Document(
        pk=work.pk,
        text=[unaccented(one[:_LONGEST_TEXT]) for one in _texts(record)],
        title=[unaccented(text.value[:_LONGEST_TEXT]) for text in record.titles],
        maker=[unaccented(name) for maker in record.makers for name in _names(maker)],
        number=[folded(number)[:200] for number in _numbers(record)],
        makers=makers,
        types=types,
        rights=rights,
        languages=sorted(languages),
        sources=work.source.name,
        begins=[*_beginnings("maker", makers), *_beginnings("type", types)],
        image=int(_seen(record)),
        **_dates(work),
    )


def _seen(record: Record) -> bool:
    """Return whether a visitor finds a picture on the work's page: an address of one somewhere else is none."""
    return any(one.checksum and one.type in LOADERS for one in record.surrogates) and not closed(record)


def _dates(work: Work) -> dict[str, int]:
    begins = work.earliest if work.earliest is not None else work.latest
    if begins is None:
        return {"oldest": UNDATED + work.pk, "newest": -UNDATED + work.pk}
    place = begins * (1 << _YEAR_BITS) + work.pk
    return {
        "first": -OPEN if work.earliest is None else work.earliest,
        "last": OPEN if work.latest is None else work.latest,
        "decade": begins // _DECADE * _DECADE,
        "oldest": place,
        "newest": place,
    }


def _short(value: str) -> str:
    return " ".join(value.split())[:_LONGEST_VALUE]


def _beginnings(kind: str, values: Iterable[str]) -> Iterator[str]:
    """Yield each value from each of its words on: "Turner" leads to Joseph Mallord William Turner."""
    for value in values:
        words = folded(value).split()
        for first in range(min(len(words), _MOST_BEGINNINGS)):
            yield f"{' '.join(words[first:])}\t{kind}\t{value}"


def _texts(record: Record) -> Iterator[str]:
    """Yield all the words of a record that somebody may look for."""
    for texts in (record.titles, record.descriptions, record.inscriptions, record.credit_lines):
        yield from _values(texts)
    for maker in record.makers:
        yield from _names(maker)
    for terms in (record.object_types, record.classifications, record.materials, record.subjects):
        yield from _labels(terms)
    yield from _labels(record.places)
    for event in record.events:
        yield from _values(event.names)
        yield from _labels(event.places)
        yield from _labels(event.techniques)
        if event.date is not None:
            yield event.date.text
        for maker in event.makers:
            yield from _names(maker)
    yield from _numbers(record)


def _names(maker: Maker) -> Iterator[str]:
    yield maker.name
    yield from _values(maker.alternative_names)


def _labels(things: Iterable[Term] | Iterable[Place]) -> Iterator[str]:
    for thing in things:
        yield from _values(thing.labels)


def _values(texts: Iterable[Text]) -> Iterator[str]:
    return (text.value for text in texts)


def _numbers(record: Record) -> Iterator[str]:
    yield record.key
    yield from (identifier.value for identifier in record.identifiers)
