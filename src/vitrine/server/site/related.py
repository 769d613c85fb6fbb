"""Works beside a work, and why they are shown: asked of the search index, which answers quickly among a million works."""

from typing import NamedTuple

from django.utils.translation import gettext
from tantivy import FieldType, Occur
from tantivy import Query as Clause

from vitrine.records import Record
from vitrine.server.collection.models import Work
from vitrine.server.search.place import Opened, opened
from vitrine.server.search.query import Query
from vitrine.server.site.entries import Entry, entries

_NUMBER = 4
"""Works in a row."""

_YEARS = 5
"""Years before and after that are of the same time."""

_LONGEST = 50
"""Years that a date may span for its time to say something."""


class Related(NamedTuple):
    """A row of works: why they are shown, the works, and the query of all of them."""

    why: str
    entries: list[Entry]
    query: str


class _Row(NamedTuple):
    """A row before its works are read."""

    why: str
    ids: list[int]
    query: str


def related(work: Work, record: Record) -> list[Related]:
    """Return works by the same maker and works of the same time, each once; none while the index is being made."""
    index = opened()
    if index is None:
        return []
    rows = [row for row in (_by_maker(index, work, record), _of_time(index, work)) if row is not None]
    if len(rows) > 1:
        rows[1] = rows[1]._replace(ids=[pk for pk in rows[1].ids if pk not in rows[0].ids])
    # Read together: a page costs the more the more often the database is asked.
    works = Work.objects.select_related("source").in_bulk([pk for row in rows for pk in row.ids])
    found = {entry.work.pk: entry for entry in entries(works.values())}
    return [Related(row.why, [found[pk] for pk in row.ids if pk in found], row.query) for row in rows]


def _by_maker(index: Opened, work: Work, record: Record) -> _Row | None:
    named = [maker.name for maker in record.makers if maker.name and not maker.anonymous]
    name = " ".join(named[0].split()) if named else ""
    if not name:
        return None
    clause = Clause.term_set_query(index.schema, "makers", [name])
    why = gettext("By the same maker: {name}").format(name=named[0])
    return _row(index, work, why, clause, Query(makers=(name,)))


def _of_time(index: Opened, work: Work) -> _Row | None:
    if work.earliest is None or work.latest is None or work.latest - work.earliest > _LONGEST:
        return None
    first, last = work.earliest - _YEARS, work.latest + _YEARS
    clause = Clause.boolean_query(
        [
            (Occur.Must, Clause.range_query(index.schema, "first", FieldType.Integer, first, last)),
            (Occur.Must, Clause.range_query(index.schema, "last", FieldType.Integer, first, last)),
        ]
    )
    why = gettext("Of the same time: made within {number} years of it").format(number=_YEARS)
    return _row(index, work, why, clause, Query(year_from=first, year_to=last))


def _row(index: Opened, work: Work, why: str, clause: Clause, query: Query) -> _Row | None:
    """Return the works that the clause finds, those with a picture first."""
    pictured = (Occur.Should, Clause.boost_query(Clause.term_query(index.schema, "image", 1), 10.0))
    hits = index.searcher.search(
        Clause.boolean_query([(Occur.Must, Clause.const_score_query(clause, 1.0)), pictured]), 2 * _NUMBER, count=False
    ).hits
    ids = [int(pk) for pk in index.searcher.fast_field_values("pk", [address for _, address in hits]) if pk]
    ids = [pk for pk in ids if pk != work.pk][:_NUMBER]
    return _Row(why, ids, query.encoded()) if ids else None
