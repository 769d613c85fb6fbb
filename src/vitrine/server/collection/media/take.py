"""Taking in the media of one work: each surrogate's file found or fetched, stored, and what came of it written down."""

from collections import Counter
from typing import NamedTuple

import msgspec

from vitrine.records import Record, Reservation, Surrogate
from vitrine.server.collection.media.fetch import Fetcher
from vitrine.server.collection.media.limits import Limits, UnusableMediaError
from vitrine.server.collection.media.local import Found, Place
from vitrine.server.collection.media.store import is_kept, store
from vitrine.server.collection.models import MediaFile, WorkMedia

_MAX_KEY = 1000
"""Characters of a surrogate's key that the database holds; addresses beyond are damaged."""


class Taken(NamedTuple):
    """What came of the media of one work: rows to write, how many of which outcome, and what went wrong with which key."""

    work_id: int
    id: str
    uses: list[WorkMedia]
    counts: Counter[str]
    errors: list[tuple[str, str]]


class Taker:
    """Takes in media from `places` and, where there is a `fetcher`, from web addresses."""

    def __init__(self, limits: Limits, places: list[Place], fetcher: Fetcher | None) -> None:
        self._limits = limits
        self._places = places
        self._fetcher = fetcher

    def take(self, work_id: int, record: Record) -> Taken:
        """Take in every surrogate of `record`. Raises OSError where the store cannot be written."""
        known = {use.key: use for use in WorkMedia.objects.filter(work=work_id).select_related("file")}
        taken = Taken(work_id, record.id, [], Counter(), [])
        for surrogate in {one.key: one for one in record.surrogates}.values():
            use = known.get(surrogate.key) or WorkMedia(work_id=work_id, key=surrogate.key)
            try:
                outcome = self._take(use, surrogate)
            except UnusableMediaError as error:
                outcome = _failed(use, str(error))
                taken.errors.append((surrogate.key, str(error)))
            taken.counts[outcome] += 1
            if outcome in ("stored", "failed") and len(use.key) <= _MAX_KEY:
                taken.uses.append(use)
        return taken

    def _take(self, use: WorkMedia, surrogate: Surrogate) -> str:
        """Find or fetch the file of one surrogate; return `stored`, `unchanged` or `waiting`. Raises UnusableMediaError."""
        if len(use.key) > _MAX_KEY:
            raise UnusableMediaError(f"Its address is longer than {_MAX_KEY} characters.")
        found = self._find(surrogate.path) if surrogate.path else None
        kept = use.file is not None and is_kept(use.file)
        if found is not None:
            if kept and use.stamp == found.stamp:
                return "unchanged"
            return _stored(use, store(found.chunks, self._limits), found.stamp)
        if kept:
            return "unchanged"
        if surrogate.url and self._fetcher is not None:
            fetched = self._fetcher.fetch(surrogate.url)
            return _stored(use, fetched.file, surrogate.url, fetched.reservation, fetched.remark)
        if surrogate.path and self._places and not surrogate.url:
            raise UnusableMediaError(f"There is no file {surrogate.path} beside the imported data.")
        return "waiting"

    def _find(self, name: str) -> Found | None:
        return next((found for place in self._places if (found := place.find(name)) is not None), None)


def _stored(
    use: WorkMedia, file: MediaFile, stamp: str, reservation: Reservation | None = None, remark: str = ""
) -> str:
    use.file, use.state, use.stamp, use.message = file, WorkMedia.State.STORED, stamp, remark or file.remark
    use.reservation = msgspec.to_builtins(reservation) if reservation else None
    return "stored"


def _failed(use: WorkMedia, message: str) -> str:
    """Note a failure; a file that was stored before, and is still there, stays."""
    use.message = message
    if use.file is None or not is_kept(use.file):
        use.file, use.state = None, WorkMedia.State.FAILED
    return "failed"
