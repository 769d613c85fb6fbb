"""What the detectors say, read: boxes and key points told from a grid of anchors, and several tellings of one made one.

After MediaPipe's SsdAnchorsCalculator, TensorsToDetectionsCalculator and NonMaxSuppressionCalculator, with the options of
`pose_detection_cpu.pbtxt` and `face_detection_short_range.pbtxt`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vitrine.vision.models import likelihood

Floats = NDArray[np.float32]

OVERLAP = 0.3
"""Boxes that share more than this of their union are the same person or face (min_suppression_threshold)."""
CERTAIN = 0.5
"""The least score of a detection (min_score_thresh)."""


@dataclass(frozen=True)
class Detector:
    """A detector's grid: the side of what it is shown in pixels, and the strides of its layers, two anchors each.

    `certain_closer`: the least score of what it sees in a part of a picture alone, measured on paintings
    (docs/developers/vision.md): folds and leaves look like bodies more often than like faces.
    """

    model: str
    side: int
    strides: tuple[int, ...]
    certain_closer: float


POSE = Detector("pose_detector.tflite", 224, (8, 16, 32, 32, 32), 0.7)
FACE = Detector("face_detector.tflite", 128, (8, 16, 16, 16), CERTAIN)


@dataclass(frozen=True)
class Detection:
    """A box (left, top, right, bottom) and key points (n, 2), 0 to 1 of what the detector was shown; its score 0 to 1."""

    box: Floats
    points: Floats
    score: float


def centres(detector: Detector) -> Floats:
    """The anchors' centres (n, 2), 0 to 1; neighbouring layers of one stride share their cells."""
    grids = []
    for stride in dict.fromkeys(detector.strides):
        cells = detector.side // stride
        middle = (np.arange(cells, dtype=np.float32) + 0.5) / cells
        y, x = np.meshgrid(middle, middle, indexing="ij")
        anchors = 2 * detector.strides.count(stride)
        grids.append(np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), anchors, axis=0))
    return np.concatenate(grids)


def detections(detector: Detector, answers: dict[int, Floats]) -> list[Detection]:
    """The detections in a detector's answers (1, n, 4 + 2k) and (1, n, 1), the surest first, each person or face once."""
    scores, regressors = (answers[length] for length in sorted(answers))
    sure = likelihood(scores.reshape(-1))
    chosen = np.flatnonzero(sure >= CERTAIN)
    at = centres(detector)[chosen]
    told = np.asarray(regressors.reshape(len(sure), -1)[chosen] / detector.side, np.float32)
    middle, half = told[:, :2] + at, np.asarray(told[:, 2:4] / 2, np.float32)
    boxes = np.concatenate([middle - half, middle + half], axis=1)
    points = told[:, 4:].reshape(len(chosen), (told.shape[1] - 4) // 2, 2) + at[:, None]
    real = (half >= 0).all(axis=1) & np.isfinite(told).all(axis=1)
    return list(_once_each(boxes[real], points[real], sure[chosen][real]))


def _once_each(boxes: Floats, points: Floats, sure: Floats) -> Iterator[Detection]:
    """The tellings of one person, averaged by their scores; the score is the surest one's."""
    left = np.argsort(-sure, kind="stable")
    while len(left):
        best = left[0]
        same = overlaps(boxes[best], boxes[left]) > OVERLAP
        same[0] = True
        group = left[same]
        weights = sure[group] / sure[group].sum()
        yield Detection(weights @ boxes[group], np.tensordot(weights, points[group], 1), float(sure[best]))
        left = left[~same]


def overlaps(box: Floats, boxes: Floats) -> Floats:
    """What a box shares with each of `boxes` (n, 4), as a part of the union of both: 0 to 1."""
    corner, end = np.maximum(box[:2], boxes[:, :2]), np.minimum(box[2:], boxes[:, 2:])
    shared = np.prod(np.maximum(end - corner, 0), axis=1)
    areas = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) + np.prod(box[2:] - box[:2])
    return np.asarray(shared / np.maximum(areas - shared, np.finfo(np.float32).tiny), np.float32)
