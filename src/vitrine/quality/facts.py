"""The few facts that decide a record's tiers, whatever format it came in."""

from functools import lru_cache
from typing import Literal

import msgspec

from vitrine.records.work import MediaKind
from vitrine.rights import reuse_class

Family = Literal["", "image", "audio", "video", "text", "pdf", "3d", "other"]

Kind = MediaKind | Literal[""]

PIXEL_STEPS = (950_000, 420_000, 100_000, 0)
"""Pixels (width x height) at which an image's tier changes (responsible-ai.md 6.1)."""

TALL = 480
"""Lines from which a video counts as good."""

CLOSED = 2
"""The content tier that a licence allows which is closed, unknown or missing (5.3)."""

_FAMILIES: tuple[tuple[str, Family], ...] = (
    ("model/", "3d"),
    ("application/vnd.las", "3d"),
    ("image/vnd.dxf", "3d"),
    ("image/", "image"),
    ("audio/", "audio"),
    ("video/", "video"),
    ("application/dash+xml", "video"),
    ("application/pdf", "pdf"),
    ("text/", "text"),
    ("application/xml", "text"),
    ("application/rtf", "text"),
    ("application/epub", "text"),
    ("application/xhtml+xml", "text"),
)
"""How media types begin, and the family that makes them: the first that fits counts (metis-schema, MediaType)."""


class Media(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A media file, as far as tiers ask: its family, the step of PIXEL_STEPS it reaches (None: not measured), whether it
    has the lines of a good video, and the highest tier that its licence allows (2, 3 or 4)."""

    family: Family = ""
    pixels: int | None = None
    tall: bool = False
    cap: int = CLOSED


class TierFacts(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What decides the tiers of a record.

    `kind` is its edm:type, blank where it has none or several; `media` the distinct files that are views of the work;
    `landing_page` and `thumbnail` whether there is one whose media type is known; `embeddable` whether a player is;
    `cap` the tier that the licence allows which holds for media without their own; `stated` see `stated.py`.
    """

    kind: Kind = ""
    media: tuple[Media, ...] = ()
    thumbnail: bool = False
    landing_page: bool = False
    embeddable: bool = False
    cap: int = CLOSED
    stated: int = 0


@lru_cache(maxsize=1024)
def family(media_type: str) -> Family:
    """Return the family of a media type, as Europeana sorts them; parameters after `;` do not matter."""
    base = media_type.split(";", 1)[0].strip().lower()
    otherwise: Family = "other" if base else ""
    return next((found for start, found in _FAMILIES if base.startswith(start)), otherwise)


@lru_cache(maxsize=65_536)
def media(media_type: str, width: int | None, height: int | None, cap: int) -> Media:
    """Return the facts of a file of `width` x `height` pixels (None: not known) under a licence that allows tier `cap`."""
    pixels = None
    if width is not None and height is not None:
        size = max(width, 0) * max(height, 0)
        pixels = next(step for step in PIXEL_STEPS if size >= step)
    kind = family(media_type)
    return Media(kind, pixels, kind == "video" and height is not None and height >= TALL, cap)


@lru_cache(maxsize=4096)
def licence_cap(rights: str) -> int:
    """Return the highest content tier that a rights statement allows (5.3); one that is none allows as little as none."""
    return int(reuse_class(rights)) if rights else CLOSED


def distinct(files: list[Media]) -> tuple[Media, ...]:
    """Return the different ones among `files` in one order, so that equal sets of media are equal facts."""
    if len(files) < 2:
        return tuple(files)
    return tuple(sorted(set(files), key=_place))


def _place(one: Media) -> tuple[str, int, bool, int]:
    return one.family, -1 if one.pixels is None else one.pixels, one.tall, one.cap
