"""How well the machine finds figures in paintings: on the house collection, whose program knows where their joints are."""

import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pyvips

from vitrine.house import HouseWork, works
from vitrine.house.painting import paint
from vitrine.vision.figures import find_figures
from vitrine.vision.points import Figure

SIDE = 1200
"""Pixels of the longer side at which the works are painted and looked at."""

NEAR = 0.1
"""Shoulder widths by which half of the visible points may be off for a figure to count as found."""

_SEEN = 0.5
_SHOULDERS = (11, 12)


def measure(shared: Path) -> dict[str, dict[str, Any]]:  # noqa: ARG001 - the house brings its own pictures
    """Return of how many figures the points are right, how many were not found, and where some were seen that are not there."""
    right = missed = invented = 0
    painted, empty = [one for one in works() if one.figures], [one for one in works() if not one.figures]
    for one in painted:
        errors = [_error(found, one) for found in _found(one)]
        right += min(errors, default=9.0) <= NEAR
        missed += not errors
    invented = sum(bool(_found(one)) for one in empty)
    return {
        "figures found with half of their visible points within a tenth of the shoulders' width": _of(right, painted),
        "figures not found": _of(missed, painted),
        "works without a figure in which one was seen": _of(invented, empty),
    }


def _found(one: HouseWork) -> list[Figure]:
    """Return the figures found in a work, in pixels of its own size."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.jpg"
        paint(one.id, path, SIDE)
        pixels = np.ascontiguousarray(pyvips.Image.new_from_file(str(path)).numpy()[:, :, :3])
    factor = one.size[0] / pixels.shape[1]
    return [
        Figure(
            tuple(type(point)(point.name, point.x * factor, point.y * factor) for point in found.points), found.score
        )
        for found in find_figures(pixels, 8)
    ]


def _error(found: Figure, one: HouseWork) -> float:
    """Return by how many shoulder widths the points are off, in the middle of those that can be seen."""
    (figure,) = one.figures
    left, right = (figure.points[number] for number in _SHOULDERS)
    width = float(np.hypot(left.x - right.x, left.y - right.y))
    pairs = zip(found.points, figure.points, strict=True)
    return median(float(np.hypot(a.x - b.x, a.y - b.y)) / width for a, b in pairs if b.visibility >= _SEEN)


def _of(number: int, among: list[HouseWork]) -> dict[str, Any]:
    return {"value": f"{number} / {len(among)}"}
