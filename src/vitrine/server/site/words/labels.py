"""The label of a work ("tombstone"), in the order in which museums write it."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from vitrine.quality.untitled import is_untitled
from vitrine.records import Identifier, Maker, Record, Text
from vitrine.server.site.words import numbers
from vitrine.server.site.words.texts import best, label_of, listed, marked, tongue

_QUALIFIED = {
    "attributed to": gettext_lazy("Attributed to {name}"),
    "after": gettext_lazy("After {name}"),
    "workshop of": gettext_lazy("Workshop of {name}"),
    "studio of": gettext_lazy("Studio of {name}"),
    "circle of": gettext_lazy("Circle of {name}"),
    "follower of": gettext_lazy("Follower of {name}"),
    "manner of": gettext_lazy("Manner of {name}"),
    "school of": gettext_lazy("School of {name}"),
}

_PLAIN_ROLES = frozenset({"", "artist", "maker", "creator"})
"""Roles that a label leaves out, because they say no more than that the maker made it."""

_INVENTORY = ("accession", "inventory", "inventar", "object", "reference")
"""What schemes of inventory numbers are called, the surest first."""


_LONG_TITLE = 90
"""Characters: about four lines of a title on a label."""


class MakerLine(NamedTuple):
    """One maker: the name with its qualifier, what is known of the life, the query of all the maker's works, and the mark
    of the name's language."""

    name: SafeString
    life: SafeString
    role: str
    query: str = ""
    tongue: SafeString = SafeString("")


class Label(NamedTuple):
    """The lines of a label; blank or None where the record says nothing.

    `roman` titles are those a museum gave to a work that has none, and those that say so: not italic.
    """

    makers: tuple[MakerLine, ...]
    title: Text | None
    roman: bool
    date: Text | None
    medium: tuple[Text, ...]
    dimensions: SafeString
    credit: Text | None
    number: str

    @property
    def long_title(self) -> bool:
        """Whether the title is too long to be set large."""
        return self.title is not None and len(self.title.value) > _LONG_TITLE

    @property
    def missing(self) -> list[str]:
        """What is not recorded beneath the title, in a word each."""
        lines = {
            gettext("date"): self.date,
            gettext("medium"): self.medium,
            gettext("dimensions"): self.dimensions,
            gettext("credit line"): self.credit,
        }
        return [name for name, value in lines.items() if not value]

    @property
    def plain_title(self) -> str:
        """The title without markup, for a browser's tab."""
        return self.title.value if self.title else gettext("Title not recorded")


def label(record: Record) -> Label:
    """Return the label of `record` in the language that the visitor reads."""
    title = best(text for text in record.titles if not text.kind) or best(record.titles)
    production = record.production
    techniques = production.techniques if production else ()
    return Label(
        makers=tuple(_maker(maker) for maker in record.makers if not maker.anonymous) or _culture(record),
        title=title,
        roman=title is not None and (_bracketed(title.value) or is_untitled(title.value)),
        date=_date(record),
        medium=tuple(text for term in record.materials or techniques if (text := label_of(term)) is not None),
        dimensions=_dimensions(record),
        credit=best(record.credit_lines),
        number=inventory_number(record),
    )


def _maker(maker: Maker) -> MakerLine:
    written = Text(maker.name, maker.language)
    name = marked(written)
    phrase = _QUALIFIED.get(maker.qualifier.lower())
    if phrase:
        name = format_html(str(phrase), name=name)
    elif maker.qualifier:
        name = format_html("{} {}", maker.qualifier, name)
    role = "" if maker.role.lower() in _PLAIN_ROLES else maker.role
    return MakerLine(name, _life(maker), role, urlencode({"maker": " ".join(maker.name.split())}), tongue(written))


def _life(maker: Maker) -> SafeString:
    """Return life dates and place: as the source words the dates, else from the years."""
    dates = maker.dates
    if not dates and maker.born and maker.died:
        dates = f"{numbers.year(maker.born)}–{numbers.year(maker.died)}"
    elif not dates and maker.born:
        dates = gettext("born {year}").format(year=numbers.year(maker.born))
    elif not dates and maker.died:
        dates = gettext("died {year}").format(year=numbers.year(maker.died))
    place = next((p for p in maker.places if p.kind == "birth"), next(iter(maker.places), None))
    return listed([Text(dates, maker.language) if dates else None, best(place.labels) if place else None])


def _culture(record: Record) -> tuple[MakerLine, ...]:
    """Return what stands in the maker's place where nobody is named: that the maker is unknown, and where it was made."""
    anonymous = next(iter(record.makers), None)
    place = next(iter(record.production.places), None) if record.production else None
    where = marked(best(place.labels)) if place else SafeString("")
    if anonymous is None:
        return (MakerLine(SafeString(""), where, ""),) if where else ()
    return (MakerLine(format_html("{}", gettext("Maker unknown")), where or _life(anonymous), ""),)


def _bracketed(title: str) -> bool:
    return title.startswith(("[", "(")) and title.endswith(("]", ")"))


def _date(record: Record) -> Text | None:
    date = record.production.date if record.production else None
    if date is None:
        return None
    written = numbers.years(date)
    return Text(written, date.language) if written else None


def _dimensions(record: Record) -> SafeString:
    worded = best(record.dimension_texts)
    if worded is not None:
        return marked(worded)
    return format_html("{}", "; ".join(numbers.dimensions(record.dimensions)))


def inventory_number(record: Record) -> str:
    """Return the number by which the museum knows the work: an inventory number, else the first that is no address, else the key."""
    named = [one for word in _INVENTORY for one in record.identifiers if word in one.scheme.lower()]
    others = [one for one in record.identifiers if not _is_address(one)]
    return next((one.value for one in (*named, *others)), record.key)


def _is_address(identifier: Identifier) -> bool:
    return identifier.value.startswith(("http://", "https://", "urn:"))
