"""Faces: the 468 points of every face in a picture.

After MediaPipe's `face_landmark_front_cpu.pbtxt` for a still picture, without attention: a detector tells a box and the eyes, a
second model looks at that square, eyes level, and tells the points.
"""

import numpy as np

from vitrine.vision import anchors, looks, models, regions
from vitrine.vision.points import FACE_POINTS, Face
from vitrine.vision.regions import Pixels, Region

SIDE = 192
"""Pixels of the square that the second model is shown."""
PRESENT = 0.5
"""The least presence of a face to be believed."""


def find_faces(pixels: Pixels, most: int = 4, closer: bool = True) -> list[Face]:
    """Find up to `most` faces in a picture (h, w, 3) of RGB bytes, the surest first; points in its pixels.

    `closer`: look at parts of the picture too, where small faces may be; without it, this sees what the reference sees.
    Raises models.ModelsMissingError, and ValueError where the array is not such a picture.
    """
    found: list[tuple[looks.Seen, Face]] = []
    for seen in looks.look(regions.checked(pixels), anchors.FACE, closer):
        if len(found) == most:
            break
        if any(looks.same(seen, other) for other, _ in found):
            continue
        face = _look(pixels, regions.face(*seen), seen[0].score)
        if face:
            found.append((seen, face))
    return [face for _, face in found]


def _look(pixels: Pixels, region: Region, score: float) -> Face | None:
    if region.side < 1:
        return None
    answers = models.run("face_landmarks.tflite", regions.cut(pixels, region, SIDE, "edge"))
    if models.likelihood(answers[1]).item() < PRESENT:
        return None
    told = answers[FACE_POINTS * 3].reshape(FACE_POINTS, 3)
    placed = region.place(np.asarray(told / SIDE, np.float32))
    return Face(tuple((float(x), float(y), float(z)) for x, y, z in placed), score)
