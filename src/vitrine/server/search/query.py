"""What is looked for, as a visitor or a curator asks for it, and as an address says it."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

LONGEST_WORDS = 500
"""Characters of a question that are read: more is a text, not a question."""

_LONGEST_VALUE = 400
_MOST_VALUES = 50
_YEARS = range(-100_000, 100_000)
_LAST_PAGE = 1_000_000

FACETS = {"makers": "maker", "types": "type", "rights": "rights", "languages": "language", "sources": "source"}
"""What can be chosen, by its field of a Query, and what it is called in an address."""

ORDERS = ("oldest", "newest")
"""Orders beside the usual one, which is by fit where there are words, else as the works came in."""


@dataclass(frozen=True)
class Query:
    """What is looked for. Of the values of one facet one must hold, and something of every facet that has any.

    `rights` are keys of statements as reports count them (`cc-by-sa`, `missing`), `languages` BCP 47 tags of titles and
    descriptions. Years are proleptic, both included; a work is found where its date reaches into them.
    """

    words: str = ""
    makers: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    image: bool = False
    order: str = ""
    page: int = 1

    @property
    def chooses(self) -> bool:
        """Whether anything at all is asked: without, every work is found."""
        return self != Query(order=self.order, page=self.page)

    @property
    def written_from(self) -> str:
        """The first year as an address and a form have it, blank where none is asked."""
        return _written(self.year_from)

    @property
    def written_to(self) -> str:
        """The last year as an address and a form have it, blank where none is asked."""
        return _written(self.year_to)

    def encoded(self) -> str:
        """Return the query as an address has it after the question mark; `query_of` reads it back."""
        asked = QueryDict(mutable=True)
        if self.words:
            asked["q"] = self.words
        for field, name in FACETS.items():
            asked.setlist(name, list(getattr(self, field)))
        if self.image:
            asked["image"] = "yes"
        for name, year in (("from", self.written_from), ("to", self.written_to)):
            if year:
                asked[name] = year
        if self.order:
            asked["order"] = self.order
        if self.page > 1:
            asked["page"] = str(self.page)
        return asked.urlencode()

    def with_(self, **fields: Any) -> "Query":
        """Return the query with other values of some fields, from its first page."""
        return replace(self, **{"page": 1, **fields})

    def toggled(self, field: str, value: str) -> "Query":
        """Return the query with a value of a facet chosen, or no longer chosen where it was."""
        chosen: tuple[str, ...] = getattr(self, field)
        rest = tuple(one for one in chosen if one != value)
        return self.with_(**{field: rest if rest != chosen else (*chosen, value)})


def query_of(asked: QueryDict) -> Query:
    """Return what an address asks for. Never raises: what cannot be meant is left out."""
    order = asked.get("order", "")
    first, last = _year(asked.get("from", "")), _year(asked.get("to", ""))
    if first is not None and last is not None and first > last:
        # From 1900 to 1800 can only be meant the other way round.
        first, last = last, first
    return Query(
        words=_clean(asked.get("q", ""), LONGEST_WORDS),
        year_from=first,
        year_to=last,
        image=asked.get("image", "") == "yes",
        order=order if order in ORDERS else "",
        page=_whole(asked.get("page", ""), range(1, _LAST_PAGE)) or 1,
        **{field: _values(asked.getlist(name)) for field, name in FACETS.items()},
    )


def _values(given: list[str]) -> tuple[str, ...]:
    cleaned = (_clean(value, _LONGEST_VALUE) for value in given[:_MOST_VALUES])
    return tuple(dict.fromkeys(value for value in cleaned if value))


def _clean(value: str, longest: int) -> str:
    # Half of a character beyond 16 bits, as a cut-off address may hold it, has no place in UTF-8.
    whole = value[:longest].replace("\0", " ").encode("utf-8", "ignore").decode()
    return " ".join(whole.split())


def _written(year: int | None) -> str:
    """Return a year as people write it in figures: 500 BC, which is -499 to a calculator, is -500, and no year is 0."""
    if year is None:
        return ""
    return str(year if year > 0 else year - 1)


def _year(value: str) -> int | None:
    written = _whole(value, _YEARS)
    return written + 1 if written is not None and written < 0 else written


def _whole(value: str, among: range) -> int | None:
    try:
        number = int(value[:12])
    except ValueError:
        return None
    return number if number in among else None
