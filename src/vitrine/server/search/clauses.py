"""A query as the index takes it, and how many works that finds."""

from tantivy import FieldType, Occur
from tantivy import Query as Clause

from vitrine.server.search.place import Opened
from vitrine.server.search.query import FACETS, Query
from vitrine.server.search.schema import OPEN
from vitrine.server.search.words import Piece, folded, pieces, tokens

_TITLE, _MAKER, _NUMBER = 3.0, 2.0, 20.0
"""How much more it counts that a word stands in the title, is the maker's, or that the whole is the work's number."""


def as_clause(index: Opened, query: Query, besides: str = "") -> Clause:
    """Return the query as the index takes it, without what is chosen of the facet `besides`."""
    parts = [(Occur.MustNot if piece.without else Occur.Must, _piece(index, piece)) for piece in pieces(query.words)]
    if parts and all(occur == Occur.MustNot for occur, _ in parts):
        parts.append((Occur.Must, Clause.all_query()))
    if not parts and query.words:
        # Only signs: they are words to nobody, and stand in no work.
        return Clause.empty_query()
    if len(tokens(query.words)) > 1 or any(character.isdigit() for character in query.words):
        parts = [(Occur.Must, _or_number(index, query.words, parts))]
    for field in FACETS:
        if field != besides and getattr(query, field):
            chosen = Clause.term_set_query(index.schema, field, list(getattr(query, field)))
            parts.append((Occur.Must, Clause.const_score_query(chosen, 0.0)))
    if query.image and besides != "image":
        parts.append((Occur.Must, Clause.const_score_query(Clause.term_query(index.schema, "image", 1), 0.0)))
    if besides != "years":
        parts += _years(index, query)
    return Clause.boolean_query(parts) if parts else Clause.all_query()


def count(index: Opened, query: Query) -> int:
    """Return how many works a query finds."""
    total: int = index.searcher.search(as_clause(index, query), 1, order_by_field="pk").count or 0
    return total


def _piece(index: Opened, piece: Piece) -> Clause:
    """Return works that have the words of a piece; those in title or maker's name count more."""
    if len(piece.tokens) > 1:
        return Clause.phrase_query(index.schema, "text", list(piece.tokens))
    (word,) = piece.tokens
    there = Clause.term_query(index.schema, "text", word, "freq")
    if piece.without:
        return there
    better = [
        (Occur.Should, Clause.boost_query(Clause.term_query(index.schema, field, word, "freq"), boost))
        for field, boost in (("title", _TITLE), ("maker", _MAKER))
    ]
    return Clause.boolean_query([(Occur.Must, there), *better])


def _or_number(index: Opened, words: str, parts: list[tuple[Occur, Clause]]) -> Clause:
    number = Clause.boost_query(Clause.term_query(index.schema, "number", folded(words)[:200], "basic"), _NUMBER)
    return Clause.boolean_query([(Occur.Should, Clause.boolean_query(parts)), (Occur.Should, number)])


def _years(index: Opened, query: Query) -> list[tuple[Occur, Clause]]:
    """Return the condition that a work's date reaches into the years asked for."""
    parts = []
    if query.year_from is not None:
        parts.append(Clause.range_query(index.schema, "last", FieldType.Integer, query.year_from, OPEN))
    if query.year_to is not None:
        parts.append(Clause.range_query(index.schema, "first", FieldType.Integer, -OPEN, query.year_to))
    return [(Occur.Must, Clause.const_score_query(part, 0.0)) for part in parts]
