"""The ground of a work's page: a quiet tone taken from its picture, so that every page belongs to its object.

Computed once for each picture, in CIELAB: the mean colour of the picture gives the hue, over the warmth of the house's own
wall; lightness is fixed so that text keeps its contrast, and colour stays faint.
"""

import math
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

import pyvips

from vitrine.server.collection.media.derivatives import WIDTHS, derivative
from vitrine.server.collection.models import MediaFile
from vitrine.server.museum.colours import ENOUGH, INKS, contrast
from vitrine.server.options import home

_LIGHT, _DARK = 94.0, 9.5
"""L* of the ground by day and in a dim room."""

_FAINT = 3.5
"""The largest chroma of a ground: more of it would tint the work beside it."""

_SHARE = 0.22
"""How much of the picture's own mean chroma the ground takes."""

_WARMTH = 2.0
"""b* of the house's own wall, which shines through."""

_CSS = "@media screen{{:root{{--ground:{light}}}}}@media screen and (prefers-color-scheme:dark){{:root{{--ground:{dark}}}}}"


class Ground(NamedTuple):
    """The tone for light and for dark pages, as sRGB hex colours."""

    light: str
    dark: str


def stylesheet(file: MediaFile) -> bytes:
    """Return the stylesheet that sets the ground for a picture, made once. Raises UnpicturableError and FileNotFoundError."""
    place = home() / "cache" / "grounds" / f"{file.checksum}.css"
    if not place.exists():
        ground = ground_of(derivative(file, WIDTHS[0], "image/webp"))
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=place.parent, delete=False) as draft:
            draft.write(_CSS.format(light=ground.light, dark=ground.dark))
        os.replace(draft.name, place)  # noqa: PTH105  (a name, not a path, is what the draft has)
    return place.read_bytes()


def ground_of(picture: Path) -> Ground:
    """Return the ground for the picture in a file."""
    lab = pyvips.Image.thumbnail(str(picture), 64, height=64).colourspace("lab").copy_memory()
    a, b = lab[1].avg(), lab[2].avg()
    chroma = math.hypot(a, b)
    scale = min(chroma * _SHARE, _FAINT) / chroma if chroma else 0.0
    tones = {
        scheme: _readable(light, a * scale, b * scale + _WARMTH, scheme)
        for scheme, light in (("light", _LIGHT), ("dark", _DARK))
    }
    return Ground(**tones)


def _readable(lightness: float, a: float, b: float, scheme: str) -> str:
    """Return the tone, or the same lightness without colour where an ink could not be read on it."""
    tone = _hex(lightness, a, b)
    if all(contrast(tone, ink) >= ENOUGH for ink in INKS[scheme]):
        return tone
    return _hex(lightness, 0, 0)


def _hex(lightness: float, a: float, b: float) -> str:
    pixel: Any = pyvips.Image.black(1, 1).cast("float").new_from_image([lightness, a, b])
    red, green, blue = pixel.copy(interpretation="lab").colourspace("srgb")(0, 0)
    return f"#{round(red):02x}{round(green):02x}{round(blue):02x}"
