"""Records that say everything once for each language: what is the same thing in two languages becomes one."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from vitrine.formats.lido.draft import Draft
from vitrine.records import Event, Maker, Place, Term, Text

T = TypeVar("T")


def merged(draft: Draft) -> None:
    """Join the concepts, makers, events, places and measures that a draft holds several times, once for each language."""
    for name in ("object_types", "classifications", "materials", "subjects"):
        setattr(draft, name, _joined(getattr(draft, name), _term_key, _term))
    draft.makers = _joined(draft.makers, _maker_key, _maker)
    draft.events = _joined(draft.events, _event_key, _event)
    draft.places = _joined(draft.places, _place_key, _place)
    for name in (
        "dimensions",
        "dimension_texts",
        "identifiers",
        "periods",
        "credit_lines",
        "provenance",
        "inscriptions",
    ):
        setattr(draft, name, list(dict.fromkeys(getattr(draft, name))))


def _joined(found: list[T], key_of: Callable[[T], Any], join: Callable[[T, T], T]) -> list[T]:
    """Join those of `found` that have the same key; what has none stays as it is."""
    by_key: dict[Any, T] = {}
    for number, one in enumerate(found):
        key = key_of(one) or (number,)
        by_key[key] = join(by_key[key], one) if key in by_key else one
    return list(by_key.values())


def _texts(one: tuple[Text, ...], other: tuple[Text, ...]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _term_key(one: Term) -> Any:
    return (one.uris[0] if one.uris else one.labels, one.kind)


def _term(one: Term, other: Term) -> Term:
    uris = tuple(dict.fromkeys((*one.uris, *other.uris)))
    notes, related = _texts(one.notes, other.notes), tuple(dict.fromkeys((*one.related, *other.related)))
    return Term(_texts(one.labels, other.labels), uris, notes, related, one.kind)


def _maker_key(one: Maker) -> Any:
    return (one.uris[0] if one.uris else one.identifiers or one.name, one.qualifier)


def _maker(one: Maker, other: Maker) -> Maker:
    """Keep the first of two wordings; a name that differs becomes an alternative one."""
    names = [text for text in (Text(other.name, other.language), *other.alternative_names) if text.value != one.name]
    return msgspec.structs.replace(one, alternative_names=_texts(one.alternative_names, tuple(names)))


def _event_key(one: Event) -> Any:
    """Two events are one if they are of the same kind and time; one without a date may be any, and stays by itself."""
    if one.date is None:
        return ("production",) if one.kind == "production" and not one.names else None
    return (one.kind, one.date.earliest, one.date.latest) if one.date.edtf else (one.kind, one.date.text)


def _event(one: Event, other: Event) -> Event:
    return msgspec.structs.replace(
        one,
        names=_texts(one.names, other.names),
        places=tuple(_joined([*one.places, *other.places], _place_key, _place)),
        makers=tuple(_joined([*one.makers, *other.makers], _maker_key, _maker)),
        techniques=tuple(_joined([*one.techniques, *other.techniques], _term_key, _term)),
    )


def _place_key(one: Place) -> Any:
    return (one.uris[0] if one.uris else one.labels, one.kind)


def _place(one: Place, other: Place) -> Place:
    labels, uris = _texts(one.labels, other.labels), tuple(dict.fromkeys((*one.uris, *other.uris)))
    return msgspec.structs.replace(one, labels=labels, uris=uris)
