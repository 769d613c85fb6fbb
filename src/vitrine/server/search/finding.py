"""Finding works: the answer to a query, words that begin so, and all works of a query for what is done to many at once."""

from django.core.cache import cache

from vitrine.server.search import asking, plain
from vitrine.server.search.answer import Found, Suggestion
from vitrine.server.search.place import opened
from vitrine.server.search.query import Query


def find(query: Query, start: int = 0, number: int = 24) -> Found:
    """Return the works of `query` from `start`, `number` of them, with what else can be chosen."""
    index = opened()
    if index is None:
        _ask_for_one()
        return plain.find(query, start, number)
    return asking.find(index, query, start, number)


def all_ids(query: Query) -> list[int]:
    """Return the ids of all works of `query`, however many, ascending."""
    index = opened()
    return asking.all_ids(index, query) if index else plain.all_ids(query)


def suggest(words: str, number: int = 8) -> list[Suggestion]:
    """Return makers, types and titles in which a word begins as `words` do, accents and case aside."""
    index = opened()
    return asking.suggest(index, words, number) if index else plain.suggest(words, number)


_PATIENCE = 60
"""Seconds between two requests for an index, however many ask for works meanwhile."""


def _ask_for_one() -> None:
    """Let an index be made that is missing or cannot be read, such as after a restore."""
    from vitrine.server.search.indexing import behind, soon  # noqa: PLC0415  (jobs, which a mere question needs not)

    if cache.add("search-index-asked-for", 1, _PATIENCE) and behind():
        soon()
