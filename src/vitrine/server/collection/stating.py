"""A person's word on a work: said, changed, taken back. Nothing is written over: the former word is withdrawn, a new one made.

Whoever changes a word says from which one they started. Where another stands there now, both are handed back.
"""

from typing import Any, NamedTuple

from django.db import transaction

from vitrine.records.codec import plain
from vitrine.server.collection.models import Statement, Work
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import refresh, shown_work

LONGEST_PATH = 400
"""Characters of a path that the database keeps."""


class Wish(NamedTuple):
    """What a person wants at a path: plain JSON, or no word of their own (`silent`).

    `started` is the id of the statement they saw there, 0 for none. With a `language`, the path is a field of texts, and
    the wish is about the one text in this language.
    """

    path: str
    value: Any
    started: int
    silent: bool = False
    language: str = ""


class Clash(NamedTuple):
    """Somebody else changed what a wish is about: the word that stands now (None: it was withdrawn) and the common start."""

    wish: Wish
    theirs: Statement | None
    start: Statement | None


def own_words(work: Work) -> dict[str, Statement]:
    """Return the words of persons that stand on `work` now, the latest of each path."""
    rows = work.statements.filter(agent_kind="person", status="asserted").order_by("at", "pk")
    return {row.path: row for row in rows}


def text_in(value: Any, language: str) -> str:
    """Return the text of `language` in a statement's list of texts, blank where there is none."""
    return next((one["value"] for one in value or () if one.get("language", "und") == language), "")


@transaction.atomic
def say(work: Work, wishes: list[Wish], by: str) -> tuple[list[Wish], list[Clash]]:
    """Carry out the wishes that nothing stands against; return them, and the clashes. Wishes that change nothing are neither.

    Raises ValueError for a value that does not fit its path: then nothing is changed.
    """
    Work.objects.select_for_update().get(pk=work.pk)
    standing = own_words(work)
    done: list[Wish] = []
    clashes: list[Clash] = []
    for wish in wishes:
        now = standing.get(wish.path)
        start = _statement(work, wish)
        if _part(now, wish) == _wanted(wish) or _part(start, wish) == _wanted(wish):
            continue
        if _part(now, wish) != _part(start, wish):
            clashes.append(Clash(wish, now, start))
            continue
        _carry_out(work, wish, by)
        standing = own_words(work)
        done.append(wish)
    if done:
        shown_work(work)
        refresh([work], Profiles())
    return done, clashes


def _statement(work: Work, wish: Wish) -> Statement | None:
    return work.statements.filter(pk=wish.started, path=wish.path).first() if wish.started else None


def _part(statement: Statement | None, wish: Wish) -> Any:
    """Return what a statement says to what the wish is about, in a tuple; None where nobody says anything."""
    if statement is None:
        return None
    if wish.language:
        words = text_in(statement.value, wish.language)
        # Beside a person's text the source's others stand in the same list: they are nobody's own words.
        source = text_in(_of_source(statement.work, wish.path), wish.language)
        return (words,) if words and words != source else None
    return (statement.value,)


def _wanted(wish: Wish) -> Any:
    if wish.silent:
        return None
    return (wish.value["value"],) if wish.language else (wish.value,)


def _carry_out(work: Work, wish: Wish, by: str) -> None:
    standing = own_words(work).get(wish.path)
    value, silent = wish.value, wish.silent
    if wish.language:
        value = _texts(work, wish, standing)
        silent = value == _of_source(work, wish.path)
    work.statements.filter(path=wish.path, agent_kind="person", status="asserted").update(status="withdrawn")
    if not silent:
        Statement.objects.create(
            work=work, path=wish.path, value=value, agent_kind="person", agent=by, status="asserted"
        )


def _texts(work: Work, wish: Wish, standing: Statement | None) -> list[Any]:
    """Return the texts of a field with the wished one in its language's place; without a wish, the source's own there."""
    source = _of_source(work, wish.path)
    texts = [one for one in (standing.value if standing else source) if one.get("language", "und") != wish.language]
    if wish.silent:
        return [*texts, *(one for one in source if one.get("language", "und") == wish.language)]
    return [*texts, wish.value]


def _of_source(work: Work, path: str) -> list[Any]:
    """Return what the source says of a surrogate's texts."""
    surrogates = plain(work.version().record).get("surrogates", ())
    return next((one.get("alt", []) for one in surrogates if f"surrogates[{one['key']}].alt" == path), [])
