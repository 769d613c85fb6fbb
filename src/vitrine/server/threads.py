"""WSGI in threads behind ASGI: pages wait for the database and for files, which must not hold up the event loop.

Django's own ASGI handler would read a streamed file into memory whole and make a thread for every request; asgiref's adapter
has one thread for all. This one hands a page over to the loop in one step, and a stream block by block.
"""

import asyncio
import io
import logging
import queue
import sys
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import unquote_to_bytes

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_BLOCK = 65_536
"""Bytes of a stream that are sent at once, where the application makes smaller ones faster than they can be sent."""

_log = logging.getLogger(__name__)


class InThreads:
    """An ASGI application for HTTP that calls a WSGI one in a fixed number of threads.

    They end with the process, whatever they wait for: a reader who never takes the end of a film holds up no stopping.
    """

    def __init__(self, application: Application, threads: int) -> None:
        self._application = application
        self._waiting: queue.SimpleQueue[_Exchange] = queue.SimpleQueue()
        for number in range(threads):
            threading.Thread(target=self._answer, name=f"pages-{number}", daemon=True).start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        exchange = _Exchange(scope, receive, send)
        self._waiting.put(exchange)
        if whole := await exchange.over:
            start, body = whole
            await send(start)
            await send({"type": "http.response.body", "body": body})

    def _answer(self) -> None:
        while True:
            exchange = self._waiting.get()
            try:
                exchange.run(self._application)
            except Exception as error:  # noqa: BLE001  (said by `fail`; the thread has to go on)
                exchange.fail(error)


class _Exchange:
    """One request and its answer: `over` gives the answer where it is still to be sent whole, None where it has been sent."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._loop = asyncio.get_running_loop()
        self.over: asyncio.Future[tuple[Message, bytes] | None] = self._loop.create_future()
        self._start: Message = {}
        self._begun = self._gone = False

    def run(self, application: Application) -> None:
        """Make the answer and hand it over; called in a thread."""
        body = application(environ(self._scope, Body(self._next)), self._started)
        try:
            blocks = iter(body)
            first = next(blocks, b"")
            length = dict(self._start["headers"]).get(b"content-length")
            if length == str(len(first)).encode():
                self._end((self._start, first))
            else:
                self._stream(first, blocks)
                self._end(None)
        finally:
            # Frees what the application holds, in the thread that holds it; the reader need not wait for that.
            if close := getattr(body, "close", None):
                close()

    def fail(self, error: Exception) -> None:
        """Say that there is no answer, or break off one that has begun."""
        if not isinstance(error, _GoneError):
            _log.error("A request failed: %s", self._scope["path"], exc_info=error)
        refusal = {"type": "http.response.start", "status": 500, "headers": [(b"content-type", b"text/plain")]}
        self._end(None if self._begun else (refusal, b"Internal Server Error"))

    def _started(self, status: str, headers: list[tuple[str, str]], _failure: object = None) -> None:
        named = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        self._start = {"type": "http.response.start", "status": int(status[:3]), "headers": named}

    def _stream(self, first: bytes, blocks: Iterator[bytes]) -> None:
        """Send block by block: while one is on its way the application makes the next, and small ones gather."""
        self._begun = True
        watching = asyncio.run_coroutine_threadsafe(self._watch(), self._loop)
        sending = asyncio.run_coroutine_threadsafe(self._send_all(self._start, first), self._loop)
        gathered = bytearray()
        try:
            for block in blocks:
                gathered += block
                if sending.done() or len(gathered) >= _BLOCK:
                    sending.result()
                    sending = asyncio.run_coroutine_threadsafe(self._send_all(None, bytes(gathered)), self._loop)
                    gathered = bytearray()
            sending.result()
            asyncio.run_coroutine_threadsafe(self._send_all(None, bytes(gathered), more=False), self._loop).result()
        finally:
            watching.cancel()

    async def _send_all(self, start: Message | None, body: bytes, *, more: bool = True) -> None:
        try:
            if self._gone:
                raise _GoneError
            if start:
                await self._send(start)
            await self._send({"type": "http.response.body", "body": body, "more_body": more})
        except (OSError, RuntimeError) as error:
            raise _GoneError from error

    async def _watch(self) -> None:
        """Notice that the reader leaves: the server takes what is sent to nobody as fast as it comes."""
        if any(name in (b"content-length", b"transfer-encoding") for name, _ in self._scope["headers"]):
            return  # what comes may still be the request itself, which is the application's to read
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._gone = True

    def _next(self) -> Message:
        return asyncio.run_coroutine_threadsafe(_awaited(self._receive), self._loop).result()

    def _end(self, whole: tuple[Message, bytes] | None) -> None:
        def end() -> None:
            if not self.over.done():
                self.over.set_result(whole)

        with suppress(RuntimeError):  # the loop has been closed: the site is being stopped
            self._loop.call_soon_threadsafe(end)


class _GoneError(Exception):
    """The reader has left in the middle of the answer."""


async def _awaited(receive: Receive) -> Message:
    return await receive()


class Body(io.RawIOBase):
    """What a request brings, as a file: read from the network as far as the application asks, never kept whole."""

    def __init__(self, receive: Callable[[], Message]) -> None:
        self._receive = receive
        self._rest = memoryview(b"")
        self._more = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while self._more and not self._rest:
            message = self._receive()
            self._rest = memoryview(message.get("body", b""))
            self._more = message.get("more_body", False)
        taken = min(len(buffer), len(self._rest))
        buffer[:taken] = self._rest[:taken]
        self._rest = self._rest[taken:]
        return taken


def environ(scope: Scope, body: io.RawIOBase) -> dict[str, Any]:
    """Return a request as PEP 3333 wants it."""
    host, port = scope.get("server") or ("localhost", 80)
    made = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        # As it was sent: what is no UTF-8 stays to be seen and refused.
        "PATH_INFO": unquote_to_bytes(scope.get("raw_path") or scope["path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port or 80),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("",))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": io.BufferedReader(body, _BLOCK),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        _add(made, name.decode("latin-1"), value.decode("latin-1"))
    return made


def _add(made: dict[str, Any], name: str, value: str) -> None:
    # X_Forwarded_For would become the name that a proxy's X-Forwarded-For has.
    if "_" in name:
        return
    key = name.upper().replace("-", "_")
    if key not in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        key = f"HTTP_{key}"
    made[key] = f"{made[key]}{';' if key == 'HTTP_COOKIE' else ','}{value}" if key in made else value
