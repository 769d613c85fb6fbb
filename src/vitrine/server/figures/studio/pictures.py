"""A picture in the studio with the lines of figures over it, drawn by the server: for the list."""

from collections.abc import Sequence
from typing import NamedTuple

from vitrine.server.figures.models import Kind

BONES = (
    *((11, 12), (11, 13), (13, 15), (12, 14), (14, 16), (11, 23), (12, 24), (23, 24), (23, 25), (25, 27), (24, 26)),
    *((26, 28), (27, 31), (28, 32), (15, 19), (16, 20), (7, 2), (2, 0), (0, 5), (5, 8)),
)
"""Pairs of points of a body between which a line is drawn."""

OUTLINES = (
    (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
     148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109, 10),
    (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246, 33),
    (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466, 263),
    (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185, 61),
    (70, 63, 105, 66, 107),
    (336, 296, 334, 293, 300),
    (168, 6, 197, 195, 5, 4, 1),
)  # fmt: skip
"""Points of a face that are joined by lines: oval, eyes, lips, brows, nose."""

_SEEN = 0.5


class Line(NamedTuple):
    """A line over a picture, as SVG writes its points; `hidden` where an end is."""

    points: str
    hidden: bool


def lines(points: Sequence[Sequence[float]], kind: str) -> list[Line]:
    """Return the lines of a figure or face in pixels of its picture."""
    if not points:
        return []
    if kind == Kind.FACE:
        return [Line(_path(points, outline), hidden=False) for outline in OUTLINES]
    return [
        Line(_path(points, bone), hidden=min(points[one][2] for one in bone) < _SEEN)
        for bone in BONES
        if max(points[one][2] for one in bone) > 0
    ]


def _path(points: Sequence[Sequence[float]], numbers: Sequence[int]) -> str:
    return " ".join(f"{points[one][0]:.1f},{points[one][1]:.1f}" for one in numbers)
