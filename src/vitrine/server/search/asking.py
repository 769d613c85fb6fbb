"""Asking the index."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from tantivy import Order
from tantivy import Query as Clause

from vitrine.server.collection.models import Work
from vitrine.server.search.answer import Facet, Found, Suggestion, Years
from vitrine.server.search.clauses import as_clause, count
from vitrine.server.search.labels import label
from vitrine.server.search.nearby import meant, nearby
from vitrine.server.search.place import Opened
from vitrine.server.search.query import FACETS, Query
from vitrine.server.search.words import tokens

_VALUES = 40
"""Values of a facet that are told; the most frequent."""

_DECADE = 10


def find(index: Opened, query: Query, start: int, number: int) -> Found:
    """Return the answer of the index."""
    ids, total = _page(index, query, start, number)
    facets, years = _counted(index, query)
    found = Found(ids, total, _labelled(facets, query), years)
    return found if total else replace(found, meant=meant(index, query), nearby=nearby(index, query))


def all_ids(index: Opened, query: Query) -> list[int]:
    """Return the ids of all works of `query`, ascending."""
    asked, total = as_clause(index, query), count(index, query)
    if not total:
        return []
    hits = index.searcher.search(asked, total, count=False, order_by_field="pk", order=Order.Asc).hits
    return [pk for pk, _ in hits]


def _page(index: Opened, query: Query, start: int, number: int) -> tuple[list[int], int]:
    """Return the ids of one page and the number of all works."""
    asked = as_clause(index, query)
    usual = None if query.words else "pk"
    by, order = query.order or usual, Order.Desc if query.order == "newest" else Order.Asc
    if by is None:
        # Counted and put in order in one go: what fits best is found while all are counted.
        found = index.searcher.search(asked, number, offset=start)
        return _ids(index, found.hits), found.count or 0
    total = count(index, query)
    number = min(number, total - start)
    if number <= 0:
        return [], total
    # The end is found from the end: what lies before a page must be sorted to leave it out.
    backwards = start > total // 2
    if backwards:
        start, order = total - start - number, Order.Desc if order == Order.Asc else Order.Asc
    hits = index.searcher.search(asked, number, count=False, order_by_field=by, order=order, offset=start).hits
    found = _ids(index, hits)
    return found[::-1] if backwards else found, total


def _ids(index: Opened, hits: list[tuple[Any, Any]]) -> list[int]:
    return [
        int(pk) for pk in index.searcher.fast_field_values("pk", [address for _, address in hits]) if pk is not None
    ]


_Counts = tuple[dict[str, list[tuple[str, int]]], list[Years]]


def _counted(index: Opened, query: Query) -> _Counts:
    """Count the facets; what everything adds up to is counted once for each state of the index."""
    asked = query.with_(order="")
    return _count(index, asked) if query.chooses else _count_all(index.state, asked)


@lru_cache(maxsize=2)
def _count_all(state: tuple[str, int], query: Query) -> _Counts:  # noqa: ARG001  (of another state it is another answer)
    from vitrine.server.search.place import opened  # noqa: PLC0415

    index = opened()
    return _count(index, query) if index else ({}, [])


def _count(index: Opened, query: Query) -> _Counts:
    """Count each facet over the works that all else chooses: a chosen maker does not hide the others."""
    chosen = [field for field in FACETS if getattr(query, field)]
    chosen += ["image"] * query.image
    if query.year_from is not None or query.year_to is not None:
        chosen.append("years")
    together = [field for field in (*FACETS, "image", "years") if field not in chosen]
    answer = index.searcher.aggregate(as_clause(index, query), {field: _COUNTING[field] for field in together})
    for field in chosen:
        answer |= index.searcher.aggregate(as_clause(index, query, field), {field: _COUNTING[field]})
    decades = [(int(one["key"]), one["doc_count"]) for one in answer.pop("years")["buckets"]]
    facets = {
        field: [(str(one["key"]), one["doc_count"]) for one in found["buckets"]] for field, found in answer.items()
    }
    return facets, [Years(first, _DECADE, count) for first, count in sorted(decades)]


_COUNTING: dict[str, dict[str, Any]] = {
    **{field: {"terms": {"field": field, "size": _VALUES, "segment_size": 4 * _VALUES}} for field in FACETS},
    "image": {"terms": {"field": "image"}},
    "years": {"terms": {"field": "decade", "size": 2000}},
}


def _labelled(counted: dict[str, list[tuple[str, int]]], query: Query) -> dict[str, list[Facet]]:
    facets = {}
    for field in FACETS:
        chosen = getattr(query, field)
        values = dict(counted.get(field, []))
        # What is chosen is always there to be taken back, however rare.
        values |= {value: 0 for value in chosen if value not in values}
        facets[field] = [Facet(value, label(field, value), count, value in chosen) for value, count in values.items()]
    with_picture = dict(counted.get("image", [])).get("1", 0)
    facets["image"] = [Facet("yes", "", with_picture, query.image)]
    return facets


def suggest(index: Opened, words: str, number: int) -> list[Suggestion]:
    """Return makers and types in which a word begins so, the most frequent first, then titles."""
    asked = tokens(words[:200])
    if not asked:
        return []
    begins = index.searcher.terms_with_prefix("begins", " ".join(asked), limit=number * 4)
    named = [Suggestion(kind, written) for _, kind, written in (term.split("\t") for term, _ in begins)]
    named = list(dict.fromkeys(named))[: max(1, number * 2 // 3)]
    clause = Clause.phrase_prefix_query(index.schema, "title", asked)
    hits = index.searcher.search(clause, number * 3, count=False).hits
    titles = dict(Work.objects.filter(pk__in=_ids(index, hits)).values_list("title", "pk"))
    return [*named, *(Suggestion("title", title) for title in list(titles)[: number - len(named)])]
