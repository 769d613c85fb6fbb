"""Public pages, kept as they were sent until anything in the database changes.

Between two changes every reader gets the same page: it is made once for a language and a day. A decision that closes a work
counts from the moment it is committed, because the stamp of the database is asked for each page before it is made or sent.
"""

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from vitrine.server.unchanged import stamp

MOST = 32_000_000
"""Bytes of compressed pages that one process keeps: some thousand, and little beside what it holds anyway."""

_LONGEST_ADDRESS = 500
"""Characters of an address that is worth keeping: longer ones are somebody's own search."""

_WORTH_PACKING = 500
"""Bytes from which packing saves a packet (Django's own GZipMiddleware has 200)."""

_NOT_PAGES = ("/studio/", "/media/", "/uploads/", "/static/", "/health", "/ready")

_NOT_KEPT = {"Content-Encoding", "Content-Length", "Set-Cookie"}


class Page(NamedTuple):
    """A page as it was sent: its headers, its body packed with gzip, and the state of the database that it shows."""

    stamp: str
    headers: dict[str, str]
    packed: bytes


class KeptPages:
    """Middleware that answers with what was made before, where nothing has changed since; packs what it passes on.

    Packing is safe here: these pages hold no secret, neither a token nor anything of a reader's own (breachattack.com).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._pages: OrderedDict[tuple[str, ...], Page] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _everybodys(request):
            return self.get_response(request)
        key = (request.get_full_path(), request.get_host(), get_language() or "", timezone.localdate().isoformat())
        before = stamp()
        page = self._found(key, before)
        if page is None:
            response = self.get_response(request)
            if not _may_be_kept(response):
                return response
            page = Page(before or "", _headers(response), gzip.compress(response.content, 6, mtime=0))
            # Under the stamp from before it was made: what was committed meanwhile has another, and the page is made anew.
            if before is not None:
                self._keep(key, page)
        return _answer(request, page)

    def _found(self, key: tuple[str, ...], now: str | None) -> Page | None:
        with self._lock:
            page = self._pages.get(key)
            if page is None or page.stamp != now:
                return None
            self._pages.move_to_end(key)
            return page

    def _keep(self, key: tuple[str, ...], page: Page) -> None:
        with self._lock:
            before = self._pages.pop(key, None)
            self._pages[key] = page
            self._bytes += len(page.packed) - (len(before.packed) if before else 0)
            while self._bytes > MOST:
                _, oldest = self._pages.popitem(last=False)
                self._bytes -= len(oldest.packed)


def _everybodys(request: HttpRequest) -> bool:
    """Return whether everybody gets the same answer: a page of the public site, asked for by nobody in particular."""
    return (
        request.method == "GET"
        and not request.path_info.startswith(_NOT_PAGES)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and len(request.get_full_path()) <= _LONGEST_ADDRESS
        and not any(name.startswith(("HTTP_IF_", "HTTP_RANGE")) for name in request.META)
    )


def _may_be_kept(response: HttpResponseBase) -> bool:
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and not any(map(response.has_header, ("Content-Encoding", "ETag")))
        and not {"no-store", "private"} & set(response.get("Cache-Control", "").replace(" ", "").split(","))
        and len(response.content) >= _WORTH_PACKING
    )


def _headers(response: HttpResponseBase) -> dict[str, str]:
    patch_vary_headers(response, ["Accept-Encoding"])
    return {name: value for name, value in response.items() if name not in _NOT_KEPT}


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(page.packed if packed else gzip.decompress(page.packed), headers=page.headers)
    if packed:
        response["Content-Encoding"] = "gzip"
    return response
