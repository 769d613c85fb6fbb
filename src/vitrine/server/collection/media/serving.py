"""Serving stored files: by checksum, with the type found in their content, and without trusting any of them."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.collection.media.derivatives import WIDTHS, UnpicturableError, derivative
from vitrine.server.collection.media.public import cache_rule
from vitrine.server.collection.media.store import path_of
from vitrine.server.collection.models import MediaFile

SHOWN = frozenset({
    "application/pdf", "audio/aac", "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav",
    "image/avif", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp",
    "model/gltf-binary", "video/mp4", "video/ogg", "video/quicktime", "video/webm",
})  # fmt: skip
"""Types that browsers show and that carry no script a page could be attacked with.

All others, SVG and XML among them, are downloads of a type that says nothing."""

_SANDBOX = "sandbox; default-src 'none'"
_PLAYED = "default-src 'none'; media-src 'self'"
"""Sound and film opened by themselves: the browser's player fetches them anew, which a sandbox's origin may not."""

_CHUNK = 1 << 17
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@require_safe
def media_file(request: HttpRequest, checksum: str) -> HttpResponseBase:
    """Serve a stored file as it came."""
    file = MediaFile.objects.filter(checksum=checksum).first()
    rule = cache_rule(request, file) if file else None
    if file is None or rule is None:
        return _refused(404, gettext("There is no such file."))
    shown = file.type in SHOWN
    type_ = file.type if shown else "application/octet-stream"
    response = served(request, path_of(file.checksum), type_, file.checksum, rule)
    if not shown:
        suffix = file.type.partition("/")[2].partition("+")[0]
        response["Content-Disposition"] = f'attachment; filename="{file.checksum[:12]}.{suffix}"'
    return response


@require_safe
def media_image(request: HttpRequest, checksum: str) -> HttpResponseBase:
    """Serve a picture made from a stored image, `?w=` one of WIDTHS wide, as WebP where the browser takes it, else JPEG."""
    written = request.GET.get("w", "")
    width = int(written) if written.isdecimal() and len(written) < 5 else 0
    if width not in WIDTHS:
        return _refused(400, gettext("w must be one of {widths}.").format(widths=", ".join(map(str, WIDTHS))))
    file = MediaFile.objects.filter(checksum=checksum).first()
    rule = cache_rule(request, file) if file else None
    if file is None or rule is None:
        return _refused(404, gettext("There is no such file."))
    type_ = "image/webp" if "image/webp" in request.headers.get("Accept", "") else "image/jpeg"
    try:
        path = derivative(file, width, type_)
    except UnpicturableError:
        return _refused(404, gettext("No picture can be made of this file."))
    response = served(request, path, type_, path.name, rule)
    patch_vary_headers(response, ["Accept"])
    return response


def _refused(status: int, reason: str) -> HttpResponse:
    """Answer in words: where a picture is wanted, nobody reads a page."""
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(reason, status=status, content_type="text/plain; charset=utf-8", headers=headers)


def served(request: HttpRequest, path: Path, type_: str, tag: str, rule: str) -> HttpResponseBase:
    """Answer with a file: whole, a range of it, or only that it has not changed (RFC 9110, 13 and 14).

    `tag` stands for its content, `rule` is what caches are told.
    """
    if not path.is_file():
        return _refused(404, gettext("This file is missing from the store. Ask the museum to run `vitrine doctor`."))
    size, etag = path.stat().st_size, f'"{tag}"'
    span = _span(request, size, etag)
    if etag in request.headers.get("If-None-Match", ""):
        response: HttpResponseBase = HttpResponse(status=304)
    elif span is None:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    else:
        response = StreamingHttpResponse(_content(path, *span), status=200 if span == (0, size) else 206)
        response["Content-Length"] = str(span[1] - span[0])
        if response.status_code == 206:
            response["Content-Range"] = f"bytes {span[0]}-{span[1] - 1}/{size}"
    response["Content-Type"] = type_
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = rule
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _PLAYED if type_.startswith(("audio/", "video/")) else _SANDBOX
    return response


def _span(request: HttpRequest, size: int, etag: str) -> tuple[int, int] | None:
    """Return the first byte to send and the one after the last; None for a range that lies outside the file.

    What is no single range of bytes is ignored, as the standard permits.
    """
    match = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if match is None or match[0] == "bytes=-" or request.headers.get("If-Range", etag) != etag:
        return 0, size
    first, last = match[1], match[2]
    if not first:
        return (max(0, size - int(last)), size) if int(last) else None
    start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else None


def _content(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        left = end - start
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk
