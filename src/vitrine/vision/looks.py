"""Looking at a picture: once as a whole, as the reference does, then closer at its parts, for the many small figures of a large painting."""

from collections.abc import Iterator

import numpy as np

from vitrine.vision import anchors, models, regions
from vitrine.vision.anchors import Detection, Detector
from vitrine.vision.regions import Pixels, Region

CLOSER = (0.5, 0.3)
"""Sides of the parts looked at, of the picture's longer side; half a part lies over the next."""
SMALLEST = 64
"""Pixels of a part's side: smaller ones hold no face that anything could be read from."""

Seen = tuple[Detection, Region]
"""What is seen, and the part of the picture in which."""


def look(pixels: Pixels, detector: Detector, closer: bool) -> list[Seen]:
    """All that a detector sees in a picture: first what the whole shows, then what its parts show, each the surest first.

    Somebody may be seen several times (`same`): which time is right, the model that looks at the place itself decides.
    """
    seen = _in(pixels, regions.whole(pixels), detector)
    if closer:
        near = [one for part in _parts(pixels) for one in _in(pixels, part, detector)]
        near = [one for one in near if one[0].score >= detector.certain_closer and _complete(*one, pixels)]
        seen += sorted(near, key=lambda one: -one[0].score)
    return seen


def same(one: Seen, other: Seen) -> bool:
    """Whether two detections are of one person: either's middle lies in the other's box."""
    return _covers(_box(one), _box(other)) or _covers(_box(other), _box(one))


def _in(pixels: Pixels, shown: Region, detector: Detector) -> list[Seen]:
    picture = regions.cut(pixels, shown, detector.side, "black") * 2 - 1
    return [(found, shown) for found in anchors.detections(detector, models.run(detector.model, picture))]


def _parts(pixels: Pixels) -> Iterator[Region]:
    height, width = pixels.shape[:2]
    for scale in CLOSER:
        side = scale * max(height, width)
        if side < SMALLEST:
            return
        for y in _centres(height, side):
            for x in _centres(width, side):
                yield Region(x, y, side)


def _centres(length: float, side: float) -> list[float]:
    if length <= side:
        return [length / 2]
    steps = int(np.ceil(2 * (length - side) / side))
    return [float(at) for at in np.linspace(side / 2, length - side / 2, steps + 1)]


def _complete(found: Detection, shown: Region, pixels: Pixels) -> bool:
    """Whether it lies within its part: what the part's edge cuts is seen whole in the next one."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = (float(value) for value in found.box)
    at_left, at_top = shown.x - shown.side / 2 <= 0, shown.y - shown.side / 2 <= 0
    at_right, at_bottom = shown.x + shown.side / 2 >= width, shown.y + shown.side / 2 >= height
    return (left > 0 or at_left) and (top > 0 or at_top) and (right < 1 or at_right) and (bottom < 1 or at_bottom)


def _box(seen: Seen) -> anchors.Floats:
    found, shown = seen
    return shown.place(found.box.reshape(2, 2)).reshape(4)


def _covers(box: anchors.Floats, other: anchors.Floats) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return bool(box[0] < x < box[2] and box[1] < y < box[3])
