"""How often works are played, as sums that say nothing about anybody.

What comes in is a game, a work and what happened: no visitor, no device, no time. It is gathered in memory and written once
a minute, so that the order and the moment of single events are kept nowhere. Shown are whole tens from ten on: of two
looks at the sums, the second cannot tell that one more person has played.
"""

import atexit
import threading
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from itertools import islice
from typing import NamedTuple

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext

from vitrine.cards import Done
from vitrine.server.collection.models import Work
from vitrine.server.play.models import PlaySettings, Tally

LEAST = 10
"""The smallest sum that is shown, and the step of those above it (issue of small numbers in statistics)."""

_EVERY = 60.0
"""Seconds between two writings: each changes the database, and with it whether pages have to be made anew."""

_MOST_KEYS = 10_000
"""Different things gathered before they are written out of turn: invented works must not fill the memory."""


_AT_A_TIME = 500
"""Works looked up together: SQLite takes no more than a thousand terms."""


class Event(NamedTuple):
    """Something that happened in a game: with a work, named as in its address (source and key)."""

    game: str
    source: str
    key: str
    what: str


class Sums(NamedTuple):
    """The sums of one work in one game, each a whole ten; None where there are fewer than ten."""

    work: Work
    game: str
    started: int | None
    matched: int | None
    given_up: int | None


_lock = threading.Lock()
_gathered: Counter[Event] = Counter()
_written = time.monotonic()


def settings() -> PlaySettings:
    """Return the museum's decisions, as they are before anybody has decided where there are none."""
    return PlaySettings.objects.first() or PlaySettings()


def decide(counting: bool) -> None:
    """Switch counting on or off. Switched off, what was counted is deleted: nobody wishes it any more."""
    with transaction.atomic():
        kept = PlaySettings.objects.select_for_update().first() or PlaySettings()
        if counting and not kept.counting:
            kept.counting_since = timezone.localdate()
        if not counting:
            kept.counting_since = None
            Tally.objects.all().delete()
        kept.counting = counting
        kept.save()
    if not counting:
        with _lock:
            _gathered.clear()


def note(event: Event) -> None:
    """Gather one event, where the museum counts. What names no work of the collection is forgotten when it is written."""
    global _written  # noqa: PLW0603  (one gathering for the process)
    if not settings().counting:
        return
    with _lock:
        _gathered[event] += 1
        due = time.monotonic() - _written > _EVERY or len(_gathered) > _MOST_KEYS
        if due:
            _written = time.monotonic()
    if due:
        write()


def write() -> None:
    """Add what was gathered to the sums."""
    with _lock:
        taken = dict(_gathered)
        _gathered.clear()
    if not taken:
        return
    works = _works({(event.source, event.key) for event in taken})
    with transaction.atomic():
        for event, number in taken.items():
            work = works.get((event.source, event.key))
            if work is None:
                continue
            row = {"game": event.game, "work_id": work, "what": event.what}
            if not Tally.objects.filter(**row).update(number=F("number") + number):
                Tally.objects.create(**row, number=number)


def _works(named: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for source in {source for source, _ in named}:
        for keys in _chunks(key for other, key in named if other == source):
            for key, pk in Work.objects.filter(source__name=source, key__in=keys).values_list("key", "pk"):
                found[source, key] = pk
    return found


def _chunks(keys: Iterable[str]) -> Iterable[list[str]]:
    left = iter(keys)
    while chunk := list(islice(left, _AT_A_TIME)):
        yield chunk


def shown(number: int) -> int | None:
    """Return a sum as it is shown: the whole tens in it, None below ten."""
    return number // LEAST * LEAST or None


def sums() -> list[Sums]:
    """Return the sums of all works that were played, the most started first."""
    write()
    numbers: dict[tuple[str, int], dict[str, int]] = {}
    for game, work, what, number in Tally.objects.values_list("game", "work", "what", "number"):
        numbers.setdefault((game, work), {})[what] = number
    works = Work.objects.select_related("source").in_bulk({work for _, work in numbers})
    order = sorted(numbers, key=lambda one: (-numbers[one].get("started", 0), one))
    return [_sums(works[work], game, numbers[game, work]) for game, work in order]


def _sums(work: Work, game: str, counted: dict[str, int]) -> Sums:
    started, matched, given_up = (shown(counted.get(what, 0)) for what in Tally.What.values)
    return Sums(work, game, started, matched, given_up)


def done(game: str) -> list[Done]:
    """Return what a game's card tells in public: how often it was started and matched, nothing where the museum does not count."""
    if not settings().counting:
        return []
    names = {
        "started": gettext("Times a work was started, in whole tens of each"),
        "matched": gettext("Times a work was matched, in whole tens of each"),
    }
    return [Done(what, name, number) for (what, name), number in zip(names.items(), totals(game), strict=True)]


def totals(game: str) -> tuple[int, int]:
    """Return how often all works of a game were started and matched, added up from what is shown of each.

    A sum of the true numbers would tell, minus the works that are shown, that somebody has played one that is not.
    """
    total: Counter[str] = Counter()
    for what, number in Tally.objects.filter(game=game).values_list("what", "number"):
        total[what] += shown(number) or 0
    return total[Tally.What.STARTED], total[Tally.What.MATCHED]


def since() -> date | None:
    """Return the day from which is counted, None where nothing is."""
    return settings().counting_since


@atexit.register
def _at_the_end() -> None:
    """Write what is gathered when the server stops; where the database has gone before, a minute's sums are lost."""
    with suppress(DatabaseError):
        write()
