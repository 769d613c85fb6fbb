"""What would find something, where a query finds nothing: the same words spelled otherwise, or one choice less."""

import difflib
from itertools import islice, product

from tantivy import Query as Clause

from vitrine.server.collection.models import Work
from vitrine.server.search.answer import Near
from vitrine.server.search.clauses import count
from vitrine.server.search.place import Opened
from vitrine.server.search.query import FACETS, Query
from vitrine.server.search.words import pieces, tokens

_MOST = 3
"""Spellings that are offered: more are a riddle, not a help."""

_CLOSE = 0.7
"""How alike two words must be (difflib's ratio) for one to be meant by the other: two letters of six may differ."""

_COMPARED = 20
"""Words alike whose edits are counted: the closest."""

_SIMILAR = 2000
"""Words with the same beginning that are compared, the most frequent first."""

_SHORT = 5
"""Letters up to which one may be wrong; of longer words two may be, which is as far as an index looks."""

_HITS = 8
"""Works with a word spelled nearly so whose titles and makers are read."""


def nearby(index: Opened, query: Query) -> list[Near]:
    """Return what is found without each of the choices of `query`, and with its words alone; only what finds something."""
    loose = [query.with_(**{field: ()}) for field in FACETS if getattr(query, field)]
    loose += [query.with_(year_from=None, year_to=None), query.with_(image=False)]
    loose += [query.with_(words=""), Query(words=query.words, order=query.order)]
    # Without its only choice, everything is found: that says nothing.
    asked = [one for one in dict.fromkeys(loose) if one != query.with_() and one.chooses]
    return _finding(index, asked)


def meant(index: Opened, query: Query) -> list[Near]:
    """Return the query with words that stand in the index for those that do not; without its choices where they hide all."""
    if any(piece.without for piece in pieces(query.words)):
        return []
    said = tokens(query.words)
    alike = [[word] if _known(index, word) else _spelled(index, word) for word in said]
    if alike == [[word] for word in said]:
        return []
    tried = [" ".join(words) for words in islice(product(*alike), _MOST)]
    within = _finding(index, [query.with_(words=words) for words in tried])
    return within or _finding(index, [Query(words=words) for words in tried])


def _finding(index: Opened, queries: list[Query]) -> list[Near]:
    return [near for near in (Near(one, count(index, one)) for one in queries) if near.total]


def _known(index: Opened, word: str) -> bool:
    return bool(index.searcher.doc_freq("text", word)) or not word.isalpha()


def _spelled(index: Opened, word: str) -> list[str]:
    """Return words of the index spelled nearly so, of those with as few edits the most frequent first."""
    known = [term for term, _ in index.searcher.terms_with_prefix("text", word[:2], limit=_SIMILAR)]
    listed = list(dict.fromkeys([*known, *_fuzzy(index, word)]))
    alike = difflib.get_close_matches(word, listed, _COMPARED, _CLOSE)
    return sorted(alike, key=lambda one: (_edits(word, one), -index.searcher.doc_freq("text", one)))[:_MOST]


def _edits(one: str, other: str) -> int:
    """Return how many letters are added, left out, changed or swapped with the next (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for to, there in enumerate(other, 1):
            least = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != there))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == there:
                least = min(least, last[to - 2] + 1)
            row.append(least)
    return row[-1]


def _fuzzy(index: Opened, word: str) -> list[str]:
    """Return the words of titles and makers of works that have a word within an edit or two of `word`."""
    distance = 1 if len(word) <= _SHORT else 2
    named = [Clause.fuzzy_term_query(index.schema, field, word, distance) for field in ("title", "maker")]
    hits = index.searcher.search(Clause.disjunction_max_query(named), _HITS, count=False).hits
    ids = index.searcher.fast_field_values("pk", [address for _, address in hits])
    works = Work.objects.filter(pk__in=[pk for pk in ids if pk is not None]).values_list("title", "maker")
    return [token for names in works for name in names for token in tokens(name)]
