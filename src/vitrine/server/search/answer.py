"""What an answer to a query is."""

from dataclasses import dataclass, field
from typing import NamedTuple

from vitrine.server.search.query import Query


class Facet(NamedTuple):
    """A value that can be chosen, what it is called, how many works have it, and whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


class Near(NamedTuple):
    """Another query, close to one that finds nothing, and how many works it finds."""

    query: Query
    total: int


class Years(NamedTuple):
    """How many of the works begin in the `span` years from `first`."""

    first: int
    span: int
    count: int


@dataclass(frozen=True)
class Found:
    """The answer: `ids` of the works asked for, in order, of `total`; facets by the fields of a Query, and `image` for those
    with a picture; `years` for the slider, over the works whatever years are chosen.

    `indexed` is False while the index is being made: then the database answers, and knows only titles, makers and types.
    Where nothing is found, `meant` are queries with other words spelled alike, and `nearby` those with one choice less, or
    with the words alone: each finds something.
    """

    ids: list[int]
    total: int
    facets: dict[str, list[Facet]] = field(default_factory=dict)
    years: list[Years] = field(default_factory=list)
    indexed: bool = True
    meant: list[Near] = field(default_factory=list)
    nearby: list[Near] = field(default_factory=list)


class Suggestion(NamedTuple):
    """Words that begin as somebody types: `kind` is `maker`, `type` or `title`."""

    kind: str
    words: str
