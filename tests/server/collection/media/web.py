"""A web server on this machine that answers as a test tells it to, and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext

Answer = Callable[[BaseHTTPRequestHandler], None]


class Web:
    """The server: `pages` maps paths to what answers them, `asked` lists (path, headers) in order."""

    def __init__(self, server: ThreadingHTTPServer, scheme: str) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.port = server.server_address[1]
        self.scheme = scheme

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path here."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return the paths that were asked for, without those every site is asked for."""
        return [path for path, _ in self.asked if path not in ("/robots.txt", "/.well-known/tdmrep.json")]


@contextmanager
def serving(context: SSLContext | None = None) -> Iterator[Web]:
    """Serve on a free port while inside."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.asked.append((self.path, dict(self.headers)))
            self.close_connection = True
            web.pages.get(self.path, status(404))(self)

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that hangs up is what several tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    web = Web(server, "https" if context else "http")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()


def file(content: bytes, **headers: str) -> Answer:
    """Answer with a file; header names are written with _ for -. Content_Length may lie."""
    headers = {"Content_Length": str(len(content)), **headers}

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def status(code: int, **headers: str) -> Answer:
    """Answer with a status and no content."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Length", "0")
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()

    return answer


def then(*answers: Answer) -> Answer:
    """Answer differently each time, the last for ever."""
    left = list(answers)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        current = left.pop(0) if len(left) > 1 else left[0]
        current(handler)

    return answer


def drip(head: bytes, gap: threading.Event, piece: bytes = b"x") -> Answer:
    """Send `head`, then one piece every fifth of a second until `gap` is set or the client hangs up."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        while not gap.wait(0.2):
            handler.wfile.write(piece)
            handler.wfile.flush()

    return answer
