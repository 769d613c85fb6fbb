"""Fetching media by address: politely, within limits, with what the host says about text and data mining."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from vitrine.records import Reservation
from vitrine.rights import reservation
from vitrine.server.collection.media.asking import Answer, Target, Turns, follow
from vitrine.server.collection.media.connecting import Deadline
from vitrine.server.collection.media.limits import Limits, UnusableMediaError
from vitrine.server.collection.media.store import store
from vitrine.server.collection.models import MediaFile

_BUSY = (429, 503)
_MAX_TRIES = 3
_MAX_WAIT = 60
"""Seconds that a busy host is waited for; one that asks for longer is left alone for the rest of the job."""
_DEFAULT_WAIT = 5
_MAX_NOTICE = 512_000
"""Bytes of a robots.txt or tdmrep.json that are read (RFC 9309, 2.5 asks for at least 500 KiB)."""


class Fetched(NamedTuple):
    """A stored file, what its host says about text and data mining, and what of that could not be read (or blank)."""

    file: MediaFile
    reservation: Reservation | None
    remark: str = ""


class _Notices(NamedTuple):
    """What a site publishes about machines: blank where it has none."""

    tdmrep: bytes
    robots: bytes


class Fetcher:
    """Fetches the media of one job. `sleep` is how it waits."""

    def __init__(self, limits: Limits, sleep: Callable[[float], None] = time.sleep) -> None:
        self._limits = limits
        self._sleep = sleep
        self._turns = Turns(limits.rate, sleep)
        self._notices: dict[str, _Notices] = {}

    def fetch(self, url: str) -> Fetched:
        """Fetch and store the file at `url`. Raises UnusableMediaError, and OSError where the store cannot be written."""
        tries = 0
        while isinstance(result := self._try(url), Answer):
            tries += 1
            self._wait_for(result, tries)
        return result

    def _try(self, url: str) -> Fetched | Answer:
        """Fetch once; return the answer itself where the host is busy."""
        # Before the clock starts: waiting for a turn is not the server's slowness.
        self._turns.take(Target.of(url).host)
        with Deadline(self._limits.timeout) as deadline, self._follow(url, deadline) as answer:
            if answer.status in _BUSY:
                return answer
            if answer.status != 200:
                raise UnusableMediaError(f"{answer.url} answers with status {answer.status}, not with the file.")
            claimed = answer.headers.get("content-length", "")
            if claimed.isdecimal() and int(claimed) > self._limits.max_bytes:
                raise UnusableMediaError(
                    f"It is {int(claimed):,} bytes, more than the {self._limits.max_bytes:,} allowed"
                    " (VITRINE_MEDIA_MAX_BYTES)."
                )
            file = store(answer.chunks, self._limits)
        return Fetched(file, *self._reservation(answer))

    def _follow(self, url: str, deadline: Deadline) -> AbstractContextManager[Answer]:
        return follow(url, deadline, self._turns, self._limits.private_hosts)

    def _wait_for(self, answer: Answer, tries: int) -> None:
        """Wait as long as a busy host asks. Raises UnusableMediaError where that is too long, or after too many tries."""
        host = Target.of(answer.url).host
        seconds = _retry_after(answer.headers.get("retry-after", ""), _DEFAULT_WAIT * tries)
        if seconds > _MAX_WAIT:
            self._turns.close(host, seconds)
            self._turns.take(host)
        if tries == _MAX_TRIES:
            raise UnusableMediaError(f"{host} is too busy: it answered {tries} times with status {answer.status}.")
        self._sleep(seconds)

    def _reservation(self, answer: Answer) -> tuple[Reservation | None, str]:
        """Return what the site's tdmrep.json, the response's headers and robots.txt say, and what could not be read."""
        today = datetime.now(UTC).date().isoformat()
        notices = self._notices_of(answer.url)
        path = urlsplit(answer.url).path or "/"
        by_site, remark = None, ""
        try:
            by_site = reservation.from_tdmrep_json(notices.tdmrep, path, seen=today) if notices.tdmrep else None
        except reservation.UnreadableCarrier as error:
            remark = str(error)
        by_headers = reservation.from_headers(answer.headers, seen=today)
        by_robots = reservation.from_robots(notices.robots.decode("utf-8", "replace"), path, seen=today)
        return reservation.combine([by_site, by_headers, by_robots]), remark

    def _notices_of(self, url: str) -> _Notices:
        """Return the notices of the site that `url` belongs to, asked for once in a job."""
        site = urljoin(url, "/")
        if site not in self._notices:
            self._notices[site] = _Notices(
                self._notice(urljoin(site, ".well-known/tdmrep.json")), self._notice(urljoin(site, "robots.txt"))
            )
        return self._notices[site]

    def _notice(self, url: str) -> bytes:
        content = b""
        try:
            self._turns.take(Target.of(url).host)
            with Deadline(self._limits.timeout) as deadline, self._follow(url, deadline) as answer:
                if answer.status != 200 or "html" in answer.headers.get("content-type", ""):
                    return b""
                for chunk in answer.chunks:
                    content += chunk
                    if len(content) > _MAX_NOTICE:
                        break
        except UnusableMediaError:
            # A site whose notices cannot be had has said nothing; the file itself came without trouble.
            return b""
        return content[:_MAX_NOTICE]


def _retry_after(value: str, default: float) -> float:
    """Return the seconds a Retry-After header asks for, a number or a date (RFC 9110, 10.2.3)."""
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return default
