"""The few works on the home page: those that the museum chose, else others every day, the same for everybody on a day."""

from datetime import date

from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.museum.models import museum
from vitrine.server.site.entries import Entry, entries, works_named

CHOSEN = 5
"""One large and a row of four."""

_POOL = 240
"""Pictures looked at for a day's choice: few enough for a page, enough that a month brings others every day."""

_GOOD_WIDTH = 600
"""Pixels. Smaller pictures are no pleasure large."""


def chosen(today: date) -> list[Entry]:
    """Return the museum's choice in its order, else the works of the day: none whose picture is missing or needs a warning."""
    return _of_the_museum() or _of_the_day(today)


def _of_the_museum() -> list[Entry]:
    return [one for one in entries(works_named(museum().chosen)) if one.shown_at_once]


def _of_the_day(today: date) -> list[Entry]:
    """Return the works of the day, the one with most pixels first."""
    stored = WorkMedia.objects.filter(
        state=WorkMedia.State.STORED, file__type__in=LOADERS, file__width__gte=_GOOD_WIDTH
    )
    pool = sorted(set(stored.order_by("pk").values_list("work", flat=True)[:_POOL]))
    # A day's works stand side by side in the pool, so that over the days every one has its turn.
    start = (today.toordinal() * CHOSEN) % len(pool) if pool else 0
    days = [*pool[start:], *pool[:start]]
    found: list[Entry] = []
    while days and len(found) < CHOSEN:
        some, days = days[:CHOSEN], days[CHOSEN:]
        works = Work.objects.filter(pk__in=some).select_related("source").order_by("pk")
        found += [one for one in entries(works) if one.shown_at_once]
    found = found[:CHOSEN]
    return sorted(found, key=_pixels, reverse=True)


def _pixels(entry: Entry) -> int:
    return entry.picture.width * entry.picture.height if entry.picture else 0
