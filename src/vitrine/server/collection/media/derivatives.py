"""Smaller pictures made from stored images, kept in the cache: the original is read, never altered."""

import os
import threading
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec
import pyvips

from vitrine.records import Reservation
from vitrine.server.collection.media.embedded import packet_of
from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.media.store import path_of
from vitrine.server.collection.models import MediaFile
from vitrine.server.options import home

WIDTHS = (320, 640, 960, 1280, 1920, 2560)
"""The widths that pictures are made in: from a phone's column to a kiosk's screen. A fixed list keeps the cache finite."""

_TALLEST = 4
"""A picture is at most so many times as high as wide: a scroll painting must not make a picture of 300,000 lines."""

_SUFFIX = {"image/webp": "webp", "image/jpeg": "jpg"}
_OPTIONS = {"image/webp": {"Q": 80, "effort": 3}, "image/jpeg": {"Q": 82, "optimize_coding": True}}
"""Quality at which paint keeps its texture; effort that keeps the first view of a picture quick."""

_AT_ONCE = threading.BoundedSemaphore(2)
"""Pictures made at once: each may hold a large original's lines in memory."""


class UnpicturableError(ValueError):
    """No picture can be made of a file: it is no image, or none that is decoded here, or damaged, or missing."""


def derivative(file: MediaFile, width: int, type_: str) -> Path:
    """Return the picture of `file`, at most `width` pixels wide (one of WIDTHS), as image/webp or image/jpeg.

    Made on first use: turned as its orientation says, in sRGB, never enlarged. It carries on what the original says of itself
    (digital source type, reservation) and no other metadata. Raises UnpicturableError.
    """
    place = home() / "cache" / "derivatives" / file.checksum[:2] / f"{file.checksum[2:]}-{width}.{_SUFFIX[type_]}"
    if not place.exists():
        if file.type not in LOADERS:
            raise UnpicturableError(f"No picture is made of {file.type}.")
        original = path_of(file.checksum)
        if not original.exists():
            raise UnpicturableError("The original is missing from the store: `vitrine doctor` lists such files.")
        place.parent.mkdir(parents=True, exist_ok=True)
        with _AT_ONCE:
            try:
                _write(_picture(original, width, type_), file, type_, place)
            except pyvips.Error as error:
                raise UnpicturableError(f"{file.checksum} cannot be decoded: {error.message}") from error
    return place


def _picture(original: Path, width: int, type_: str) -> pyvips.Image:
    image = pyvips.Image.thumbnail(
        str(original), width, height=width * _TALLEST, size="down", output_profile="srgb", fail_on="error"
    )
    if type_ == "image/jpeg" and image.hasalpha():
        image = image.flatten(background=[255, 255, 255])
    return image


def _write(image: pyvips.Image, file: MediaFile, type_: str, place: Path) -> None:
    """Write the picture beside its place and move it there at once: another request may be doing the same."""
    kept = "none"
    if file.source_type or file.reservation:
        reservation = msgspec.convert(file.reservation, Reservation) if file.reservation else None
        image = image.copy()
        image.set_type(pyvips.GValue.blob_type, "xmp-data", packet_of(file.source_type, reservation))
        kept = "xmp"
    with NamedTemporaryFile(dir=place.parent, suffix=place.suffix, delete=False) as draft:
        try:
            image.write_to_file(draft.name, keep=kept, **_OPTIONS[type_])
            os.replace(draft.name, place)  # noqa: PTH105  (a name, not a path, is what the draft has)
        finally:
            Path(draft.name).unlink(missing_ok=True)
