"""Figures: the 33 points of every body in a picture.

After MediaPipe's `pose_landmark_cpu.pbtxt` for a still picture: a detector tells where the hips are and how large the body is,
a second model looks at that square and tells the points, a map of likely places for each point makes them more exact
(RefineLandmarksFromHeatmapCalculator).
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from vitrine.vision import anchors, looks, models, regions
from vitrine.vision.points import POSE_POINTS, Figure, Point
from vitrine.vision.regions import Pixels, Region

Floats = NDArray[np.float32]

SIDE = 256
"""Pixels of the square that the second model is shown."""
POINTS = 39
"""Points it tells: the body's, and six for its own use."""
MAP_SIDE = 64
KERNEL = 9
"""Cells of the map round a point that are weighed: the graph file says 7, the program of 0.10.21 agrees with 9 alone."""
ONE_BODY = 0.12
"""Of a body's length: how near the points of two figures lie that are one and the same, seen twice."""
PRESENT = 0.5
"""The least presence of a body, and of a point on its map, to be believed."""


def find_figures(
    pixels: Pixels, most: int = 4, model: Literal["lite", "full"] = "full", closer: bool = True
) -> list[Figure]:
    """Find up to `most` bodies in a picture (h, w, 3) of RGB bytes, the surest first; points in its pixels.

    `closer`: look at parts of the picture too, where small figures may stand; without it, this sees what the reference sees.
    Scale very large pictures down first: 1600 pixels are plenty. Raises models.ModelsMissingError, and ValueError where the
    array is not such a picture.
    """
    found: list[tuple[looks.Seen, Figure]] = []
    for seen in looks.look(regions.checked(pixels), anchors.POSE, closer):
        if len(found) == most:
            break
        if any(looks.same(seen, other) for other, _ in found):
            continue
        figure = _look(pixels, regions.body(*seen), seen[0].score, model)
        if figure and not any(_same(figure, other) for _, other in found):
            found.append((seen, figure))
    return [figure for _, figure in found]


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures are one: their points lie nearer to each other than a part of the body's length."""
    places, others = (np.array([(point.x, point.y) for point in figure.points]) for figure in (one, other))
    length = float(np.ptp(others, axis=0).max())
    return float(np.median(np.hypot(*(places - others).T))) < ONE_BODY * length


def _look(pixels: Pixels, region: Region, score: float, model: str) -> Figure | None:
    if region.side < 1:
        return None
    answers = models.run(f"pose_{model}.tflite", regions.cut(pixels, region, SIDE, "edge"))
    if answers[1].item() < PRESENT:
        return None
    told = answers[POINTS * 5].reshape(POINTS, 5)
    rough = np.asarray(told[:, :2] / SIDE, np.float32)
    likely = models.likelihood(answers[MAP_SIDE * MAP_SIDE * POINTS]).reshape(MAP_SIDE, MAP_SIDE, POINTS)
    exact = np.array([_exact(rough[number], likely[..., number]) for number in range(len(POSE_POINTS))])
    visible = models.likelihood(told[:, 3])
    placed = region.place(exact)
    return Figure(
        tuple(
            Point(name, float(x), float(y), float(seen))
            for name, (x, y), seen in zip(POSE_POINTS, placed, visible, strict=False)
        ),
        score,
    )


def _exact(point: Floats, likely: Floats) -> Floats:
    """A point (0 to 1) moved to the middle of what is likely round it, where the map is sure of anything there."""
    column, row = (int(value) for value in np.trunc(point * MAP_SIDE))
    if not (0 <= column < MAP_SIDE and 0 <= row < MAP_SIDE):
        return point
    reach = KERNEL // 2
    top, left = max(0, row - reach), max(0, column - reach)
    near = likely[top : row + reach + 1, left : column + reach + 1]
    if near.max() < PRESENT:
        return point
    rows, columns = np.indices(near.shape)
    middle = np.array([((columns + left) * near).sum(), ((rows + top) * near).sum()]) / near.sum()
    return np.asarray(middle / MAP_SIDE, np.float32)
