"""The square of a picture that a model is shown: cut out, turned upright, scaled, and the way back for what is found.

After MediaPipe's ImageToTensorCalculator (OpenCV's converter), DetectionsToRectsCalculator, AlignmentPointsRectsCalculator,
RectTransformationCalculator and LandmarkProjectionCalculator.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from vitrine.vision.anchors import Detection

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]

BODY_MARGIN = 1.25
"""How much larger than the circle round a body its region is (pose_detection_to_roi.pbtxt)."""
FACE_MARGIN = 1.5
"""How much larger than a face's box its region is (face_detection_front_detection_to_roi.pbtxt)."""
GRID = 32
"""Parts of a pixel that a place is rounded to, as OpenCV does (INTER_TAB_SIZE): the models answer to what little it changes."""


@dataclass(frozen=True)
class Region:
    """A square of a picture: its centre and side in pixels, and by how much its content is turned, in radians."""

    x: float
    y: float
    side: float
    angle: float = 0.0

    def place(self, points: Floats) -> Floats:
        """Points (n, 2 or more), 0 to 1 of the square, in pixels of the picture; a third column is scaled like them."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        x, y = (points[:, 0] - 0.5) * self.side, (points[:, 1] - 0.5) * self.side
        placed = points.copy()
        placed[:, 0], placed[:, 1] = self.x + cos * x - sin * y, self.y + sin * x + cos * y
        placed[:, 2:3] *= self.side
        return placed


def checked(pixels: Pixels) -> Pixels:
    """The picture itself. Raises ValueError where it is not (h, w, 3) of bytes, with at least one pixel."""
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8 or not pixels.size:
        raise ValueError(f"A picture is bytes of (height, width, 3), not {pixels.dtype} of {pixels.shape}.")
    return pixels


def whole(pixels: Pixels) -> Region:
    """The square round a whole picture: it is shown with bars, not distorted."""
    height, width = pixels.shape[:2]
    return Region(width / 2, height / 2, float(max(width, height)))


def body(detection: Detection, shown: Region) -> Region:
    """Where a detected body is looked at: round the middle of the hips, upright, large enough for a stretched limb."""
    (x, y), (up_x, up_y) = shown.place(detection.points[:2]).astype(float)
    side = 2 * math.hypot(up_x - x, up_y - y) * BODY_MARGIN
    return Region(float(x), float(y), side, _turned(math.pi / 2 - math.atan2(y - up_y, up_x - x)))


def face(detection: Detection, shown: Region) -> Region:
    """Where a detected face is looked at: its box, made square, the eyes level."""
    left, top, right, bottom = (float(value) for value in detection.box)
    middle = shown.place(np.array([[(left + right) / 2, (top + bottom) / 2]], np.float32))[0]
    (x, y), (other_x, other_y) = shown.place(detection.points[:2]).astype(float)
    side = max(right - left, bottom - top) * shown.side * FACE_MARGIN
    return Region(float(middle[0]), float(middle[1]), side, _turned(-math.atan2(y - other_y, other_x - x)))


def _turned(angle: float) -> float:
    return angle - 2 * math.pi * math.floor((angle + math.pi) / (2 * math.pi))


def cut(pixels: Pixels, region: Region, side: int, beyond: Literal["black", "edge"]) -> Floats:
    """The region as a picture (side, side, 3) from 0 to 1, bilinear; beyond the picture black, or its edge drawn on.

    Places are rounded to parts of a pixel and colours to bytes, as the reference does (cv::warpPerspective).
    """
    step = (np.arange(side) / side - 0.5) * region.side
    cos, sin = math.cos(region.angle), math.sin(region.angle)
    x = _rounded((region.x + cos * step[None, :] - sin * step[:, None]).ravel())
    y = _rounded((region.y + sin * step[None, :] + cos * step[:, None]).ravel())
    column, row = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    aside, down = (x - column).astype(np.float32)[:, None], (y - row).astype(np.float32)[:, None]
    upper = _at(pixels, column, row, beyond) * (1 - aside) + _at(pixels, column + 1, row, beyond) * aside
    lower = _at(pixels, column, row + 1, beyond) * (1 - aside) + _at(pixels, column + 1, row + 1, beyond) * aside
    mixed = np.floor(upper * (1 - down) + lower * down + 0.5)
    return np.asarray(mixed.reshape(side, side, 3) / 255, np.float32)


def _rounded(places: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.round(places * GRID) / GRID)


def _at(pixels: Pixels, column: NDArray[np.int64], row: NDArray[np.int64], beyond: str) -> Floats:
    height, width = pixels.shape[:2]
    found = pixels[np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)].astype(np.float32)
    if beyond == "black":
        found[(row < 0) | (row >= height) | (column < 0) | (column >= width)] = 0
    return found
