"""How many pixels an image has, from its header, and whether it can be decoded to its end."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pyvips

from vitrine.server.collection.media.limits import UnusableMediaError
from vitrine.server.collection.media.types import HEAD

LOADERS = {
    "image/jpeg": "jpegload",
    "image/png": "pngload",
    "image/gif": "gifload",
    "image/webp": "webpload",
    "image/tiff": "tiffload",
    "image/avif": "heifload",
}
"""Image types that are decoded here, each by its own loader only: libvips never guesses."""

_TURNED = 5
"""EXIF orientations from this one on lay the picture on its side."""


class Pixels(NamedTuple):
    """Width and height of an image as it is shown (turned as its orientation says)."""

    width: int
    height: int


def measure(path: Path, type_: str, max_pixels: int) -> Pixels | None:
    """Return the pixels of the image at `path`, or None for what is no image or not one whose size can be read.

    An image that claims more than `max_pixels` is refused by its header, before anything is decoded; then it is decoded
    once, line by line, to know that it is whole. Raises UnusableMediaError.
    """
    if type_ in _HEADERS:
        with path.open("rb") as file:
            return _within(_HEADERS[type_](file.read(HEAD)), max_pixels)
    if type_ not in LOADERS:
        return None
    try:
        image = load(path, type_)
        pixels = _within(Pixels(image.width, image.height), max_pixels)
        # A JPEG decoded at an eighth is still read to its last byte, in a fraction of the time.
        load(path, type_, fail_on="truncated", **({"shrink": 8} if type_ == "image/jpeg" else {})).avg()
    except pyvips.Error as error:
        raise UnusableMediaError(f"The image is damaged or cut short: {_reason(error, path)}.") from error
    turned = image.get_typeof("orientation") and image.get("orientation") >= _TURNED
    return Pixels(pixels.height, pixels.width) if turned else pixels


def load(path: Path, type_: str, **options: Any) -> pyvips.Image:
    """Open an image of a known type; only its header is read yet. Raises pyvips.Error."""
    return getattr(pyvips.Image, LOADERS[type_])(str(path), access="sequential", **options)


def _within(pixels: Pixels, max_pixels: int) -> Pixels:
    if pixels.width < 1 or pixels.height < 1:
        raise UnusableMediaError("The image is damaged: its header gives no size.")
    if pixels.width * pixels.height > max_pixels:
        raise UnusableMediaError(
            f"The image claims {pixels.width:,} x {pixels.height:,} pixels, more than the {max_pixels:,} allowed"
            " (VITRINE_MEDIA_MAX_PIXELS)."
        )
    return pixels


def _reason(error: pyvips.Error, path: Path) -> str:
    """Return the first line of what the decoder says, without the path, which is none of the user's."""
    said = str(error.detail or error.message).replace(f"{path}: ", "")
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[0].rstrip(".") if lines else "it cannot be decoded"


def _jp2(head: bytes) -> Pixels:
    """The image header box (ISO/IEC 15444-1, I.5.3.1): height, then width."""
    place = head.find(b"ihdr")
    return _pair(head, place + 8, place + 4, "big") if place > 0 else Pixels(0, 0)


def _j2c(head: bytes) -> Pixels:
    """The SIZ marker (ISO/IEC 15444-1, A.5.1): the reference grid less the offset of the image."""
    grid, offset = _pair(head, 8, 12, "big"), _pair(head, 16, 20, "big")
    return Pixels(grid.width - offset.width, grid.height - offset.height)


def _bmp(head: bytes) -> Pixels:
    """The bitmap's information header; a negative height means that lines run from the top."""
    width, height = (int.from_bytes(head[n : n + 4], "little", signed=True) for n in (18, 22))
    return Pixels(width, abs(height))


def _heic(head: bytes) -> Pixels:
    """The largest of the image spatial extents (ISO/IEC 23008-12, 6.5.3): the others are tiles and thumbnails."""
    places = [match.start() for match in re.finditer(b"ispe", head)]
    return max((_pair(head, place + 8, place + 12, "big") for place in places), default=Pixels(0, 0))


def _pair(head: bytes, width_at: int, height_at: int, order: Any) -> Pixels:
    return Pixels(*(int.from_bytes(head[n : n + 4], order) for n in (width_at, height_at)))


_HEADERS = {"image/jp2": _jp2, "image/j2c": _j2c, "image/bmp": _bmp, "image/heic": _heic}
"""Image types that are not decoded here, but say their size at a known place."""
