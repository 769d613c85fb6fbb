"""About a record: where it comes from, who said what, how good it is, and what care it asks for."""

from datetime import datetime
from typing import Any, NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from vitrine.records import Assertion, Event, Place, Record, Shown, Text
from vitrine.server.collection.media.public import closes
from vitrine.server.site.words import numbers
from vitrine.server.site.words.fields import field_name
from vitrine.server.site.words.labels import Label
from vitrine.server.site.words.texts import best, in_order, label_of, marked, told, tongue


class Fact(NamedTuple):
    """A line of the record: what it is called and what it says, as HTML."""

    name: str
    values: tuple[SafeString, ...]


class Saying(NamedTuple):
    """Who said a value that does not come from the source's latest version. Persons are not named in public."""

    field: str
    by: str
    at: datetime
    confidence: str
    machine: bool = False


_EVENTS = {
    "production": gettext_lazy("Made"),
    "acquisition": gettext_lazy("Acquired"),
    "publication": gettext_lazy("Published"),
    "exhibition": gettext_lazy("Exhibited"),
    "find": gettext_lazy("Found"),
    "use": gettext_lazy("Used"),
    "other": gettext_lazy("Also"),
}

_CARE = {
    "nudity": gettext_lazy("The picture shows nudity: it is shown when you ask for it."),
    "violence": gettext_lazy("The picture shows violence: it is shown when you ask for it."),
    "human remains": gettext_lazy("The picture shows human remains: it is shown when you ask for it."),
    "sacred or secret": gettext_lazy("The work is sacred or secret: no picture of it is shown."),
    "contentious terms": gettext_lazy("The record has words that hurt. They stand as the source wrote them."),
    "living person": gettext_lazy("A living person can be recognised in it."),
}


def facts(record: Record, label: Label) -> list[Fact]:
    """Return what the record says beyond its label; fields that say nothing are left out."""
    shown_title = label.title
    terms = {
        "object_types": record.object_types,
        "classifications": record.classifications,
        "subjects": record.subjects,
    }
    listed_facts = [
        Fact(gettext("Other titles"), _texts(title for title in record.titles if title != shown_title)),
        *(Fact(field_name(name), _values(told(map(label_of, found)))) for name, found in terms.items()),
        *(Fact(str(_EVENTS.get(event.kind, event.kind)), _values(_event(event))) for event in record.events),
        Fact(field_name("places"), _values(told(best(place.labels) for place in record.places))),
        Fact(field_name("inscriptions"), _texts(record.inscriptions)),
        Fact(field_name("provenance"), _texts(record.provenance)),
        Fact(field_name("location"), _values(_place(record.location))),
        Fact(field_name("holder"), _values(_holder(record))),
    ]
    return [fact for fact in listed_facts if fact.values]


def _texts(texts: Any) -> tuple[SafeString, ...]:
    return tuple(marked(text) + tongue(text) for text in in_order(texts))


def _values(value: SafeString) -> tuple[SafeString, ...]:
    return (value,) if value else ()


def _event(event: Event) -> SafeString:
    """Return an event's names, date, places and techniques; its makers stand on the label."""
    date = Text(numbers.years(event.date), event.date.language) if event.date else None
    names = [best(event.names), date if date and date.value else None]
    return told([*names, *(best(place.labels) for place in event.places), *map(label_of, event.techniques)])


def _place(place: Place | None) -> SafeString:
    return told([best(place.labels)]) if place else SafeString("")


def _holder(record: Record) -> SafeString:
    holder = record.holder
    return told([Text(holder.name, holder.language)]) if holder else SafeString("")


def sayings(shown: Shown) -> list[Saying]:
    """Return who said each value that does not come from the source's latest version."""
    return [_saying(path, assertion) for path, assertion in sorted(shown.said_by.items())]


def _saying(path: str, assertion: Assertion) -> Saying:
    confidence = numbers.percent(round(assertion.confidence * 100), 100) if assertion.confidence is not None else ""
    return Saying(
        field_name(path),
        _who(assertion),
        datetime.fromisoformat(assertion.at),
        confidence,
        assertion.by.kind == "software",
    )


def _who(assertion: Assertion) -> str:
    if assertion.by.kind == "person":
        return gettext("a person at the museum")
    if assertion.by.kind == "source":
        return gettext("the source, in an earlier version; its new word waits for a decision")
    program = f"{assertion.by.name} {assertion.by.version}".strip()
    return gettext("a program ({program}); a person at the museum has accepted it").format(program=program)


def care(record: Record) -> list[str]:
    """Return what asks for care, one sentence each."""
    return [str(_CARE[flag.kind]) for flag in record.sensitivities]


class CommunityWord(NamedTuple):
    """A community's label in its own words. `closed` says that nothing of the work is shown but its description."""

    name: str
    address: str
    text: SafeString
    community: str
    closed: bool


def community_words(record: Record) -> list[CommunityWord]:
    """Return the labels of communities."""
    return [
        CommunityWord(label.name or label.uri, label.uri, marked(label.text), label.community, closes(label))
        for label in record.community_labels
    ]


def descriptions(record: Record) -> tuple[Text | None, list[Text]]:
    """Return the description that a visitor reads best, and the others: labels before notes, whatever their language."""
    plain = [text for text in record.descriptions if text.kind in ("", "label")] or list(record.descriptions)
    first = best(plain)
    return first, [text for text in in_order(record.descriptions) if text is not first]
