"""Asking a web server for a file: one GET, its redirects followed by hand, no more often than its host should be asked."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPException
from importlib.metadata import version
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import urllib3
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError

from vitrine.server.collection.media.connecting import Deadline, connect
from vitrine.server.collection.media.limits import UnreachableError, UnusableMediaError

USER_AGENT = f"Vitrine/{version('vitrine-museum')} (a museum fetching media of its own records)"

_MAX_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536
_MAX_IN_VAIN = 5
"""Attempts after which a host is taken for dead: a collection may name it fifty thousand times."""
_SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._"


class Target(NamedTuple):
    """An address taken apart: what to connect to and what to ask for."""

    secure: bool
    host: str
    port: int
    path: str

    @classmethod
    def of(cls, url: str) -> "Target":
        """Take `url` apart. Raises UnusableMediaError for what is no http or https address."""
        try:
            parts = urlsplit(url.strip())
            host = (parts.hostname or "").encode("idna").decode("ascii")
            port = parts.port
        except (ValueError, UnicodeError) as error:
            raise UnusableMediaError(f"{url!r} is not a web address: {error}.") from error
        if parts.scheme not in ("http", "https") or not host:
            raise UnusableMediaError(f"{url!r} is not a web address: it has to begin with https:// or http://.")
        if parts.username is not None:
            raise UnusableMediaError(f"The address of {host} carries a user name; such addresses are not fetched.")
        query = f"?{quote(parts.query, safe=_SAFE_IN_PATH + '?')}" if parts.query else ""
        path = quote(parts.path or "/", safe=_SAFE_IN_PATH) + query
        return cls(parts.scheme == "https", host, port or (443 if parts.scheme == "https" else 80), path)

    def headers(self) -> dict[str, str]:
        """Return what is sent with the question."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return {
            "Host": name if self.port == (443 if self.secure else 80) else f"{name}:{self.port}",
            "User-Agent": USER_AGENT,
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }


class Answer(NamedTuple):
    """What a server sent: the status, the address it came from after redirects, headers (lower case), the body in pieces."""

    status: int
    url: str
    headers: dict[str, str]
    chunks: Iterator[bytes]


class Turns:
    """When each host may be asked again: at most `rate` requests per second, none before the time it named itself, and
    none any more after it could not be reached several times in a row."""

    def __init__(self, rate: float, sleep: Callable[[float], None]) -> None:
        self._gap = 1 / rate
        self._sleep = sleep
        self._next: dict[str, float] = defaultdict(float)
        self._closed_until: dict[str, float] = {}
        self._in_vain: Counter[str] = Counter()

    def take(self, host: str) -> None:
        """Wait for this host's next turn. Raises UnusableMediaError where it is left alone."""
        if self._in_vain[host] >= _MAX_IN_VAIN:
            raise UnusableMediaError(
                f"{host} could not be reached {_MAX_IN_VAIN} times in a row and was left alone: import again when it is back."
            )
        closed_until = self._closed_until.get(host, 0)
        if closed_until > time.time():
            until = datetime.fromtimestamp(closed_until, UTC).strftime("%Y-%m-%d %H:%M UTC")
            raise UnusableMediaError(f"{host} asks not to be fetched from before {until}: import again after that.")
        now = time.monotonic()
        if self._next[host] > now:
            self._sleep(self._next[host] - now)
        self._next[host] = max(self._next[host], now) + self._gap

    def reached(self, host: str, *, yes: bool) -> None:
        """Note whether a connection to this host came about."""
        self._in_vain[host] = 0 if yes else self._in_vain[host] + 1

    def close(self, host: str, seconds: float) -> None:
        """Leave this host alone for so many seconds."""
        self._closed_until[host] = time.time() + seconds


@contextmanager
def follow(url: str, deadline: Deadline, turns: Turns, private_hosts: frozenset[str]) -> Iterator[Answer]:
    """Ask for `url`, whose turn was taken, and for what it redirects to, each checked like the first.

    Raises UnusableMediaError, also while the body is read.
    """
    for _ in range(_MAX_REDIRECTS + 1):
        with _ask(url, deadline, turns, private_hosts) as answer:
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                yield answer
                return
            url = urljoin(answer.url, answer.headers["location"])
        turns.take(Target.of(url).host)
    raise UnusableMediaError(f"It redirects more than {_MAX_REDIRECTS} times; the last address was {url}.")


@contextmanager
def _ask(url: str, deadline: Deadline, turns: Turns, private_hosts: frozenset[str]) -> Iterator[Answer]:
    target = Target.of(url)
    connection = HTTPConnection(target.host, target.port, timeout=deadline.remaining())
    private = target.host in private_hosts
    try:
        connection.sock = connect(target.host, target.port, secure=target.secure, private=private, deadline=deadline)
    except UnreachableError:
        turns.reached(target.host, yes=False)
        raise
    turns.reached(target.host, yes=True)
    try:
        with _told(target.host, deadline):
            connection.request("GET", target.path, headers=target.headers(), preload_content=False)
            response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.headers.items()}
        yield Answer(response.status, url, headers, _pieces(response, target.host, deadline))
    finally:
        connection.close()


def _pieces(response: urllib3.BaseHTTPResponse, host: str, deadline: Deadline) -> Iterator[bytes]:
    more = True
    while more:
        with _told(host, deadline):
            piece = response.read1(_CHUNK, decode_content=True)
        # A connection that the deadline cut can look like the end of the body.
        if deadline.passed:
            raise deadline.error()
        more = bool(piece)
        if piece:
            yield piece


@contextmanager
def _told(host: str, deadline: Deadline) -> Iterator[None]:
    """Say what the network did to us as an error of the file."""
    try:
        yield
    except (HTTPError, HTTPException, OSError) as error:
        if deadline.passed:
            raise deadline.error() from error
        raise UnusableMediaError(f"The connection to {host} broke: {error}.") from error
