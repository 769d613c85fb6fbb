"""How a face is held, as geometry: where the head points, and how far eyes, brows and mouth are open. Never a feeling.

The points of a face are laid on the canonical face by the similarity that moves the stable points best (Umeyama 1991,
weighted; orthographic camera): its rotation is the pose of the head, and what is left is measured in the face's own frame.
`web/src/portraits/expression.ts` does the same in the browser; one fixture proves that both agree.
"""

import json
import math
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Literal, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

Reason = Literal["turned", "raised", "tilted", "mouth", "eyes", "brows", "unsure", "small"]
"""Why nobody can match a portrait: the head too far aside, up or down, tilted; mouth, eyes or brows as no human has them;
points that do not make a face; a face of too few pixels."""

PARTS = ("yaw", "pitch", "roll", "left_eye", "right_eye", "brows", "mouth_open", "mouth_width")
"""What is compared, in the order in which a visitor is guided: first the head, then the face."""


class HasPoints(Protocol):
    """Anything with the 468 points of a face, in pixels of the picture: x to the right, y down, z away from the viewer."""

    @property
    def points(self) -> Sequence[tuple[float, float, float]]: ...


class Expression(msgspec.Struct, frozen=True):
    """A face's pose in degrees and its parts as ratios.

    yaw > 0: turned to the person's own left. pitch > 0: looking up. roll > 0: tilted to the person's own left shoulder.
    Eyes: gap of the lids by the eye's width. The others by the distance of the outer corners of the eyes: brows, height above
    the eyes; mouth_open, gap of the lips; mouth_width. misfit: how far the stable points lie from the canonical face, same
    unit. size: that distance in pixels.
    """

    yaw: float
    pitch: float
    roll: float
    left_eye: float
    right_eye: float
    brows: float
    mouth_open: float
    mouth_width: float
    misfit: float
    size: float


def thresholds() -> dict[str, Any]:
    """Return the one file that says what counts as a match, for browser, server and tests alike."""
    return dict(json.loads((files("vitrine.vision") / "face_thresholds.json").read_text("utf-8")))


_BASIS = json.loads((files("vitrine.vision") / "face_basis.json").read_text("utf-8"))["points"]
_SMALLEST = 1e-6
"""A face of less than a millionth of a pixel per centimetre is a rounding error."""

_STABLE = [int(one["point"]) for one in _BASIS]
_PLACES: NDArray[np.float64] = np.array([one["at"] for one in _BASIS])
_WEIGHTS: NDArray[np.float64] = np.array([one["weight"] for one in _BASIS])

# Points by their numbers in MediaPipe's face mesh; left and right are the person's own.
_RIGHT_CORNERS, _LEFT_CORNERS = (33, 133), (263, 362)
_RIGHT_LIDS, _LEFT_LIDS = ((160, 144), (159, 145), (158, 153)), ((387, 373), (386, 374), (385, 380))
_RIGHT_BROW, _LEFT_BROW = (70, 63, 105, 66), (300, 293, 334, 296)
_INNER_LIPS = ((82, 87), (13, 14), (312, 317))
_MOUTH_CORNERS = (61, 291)


def measure(face: HasPoints) -> Expression:
    """Measure a face of 468 points. Raises ValueError where there are fewer, or where all lie in one place."""
    points = np.array(face.points, dtype=np.float64).reshape(-1, 3)
    if len(points) < 468 or not np.isfinite(points).all():
        raise ValueError("A face has 468 points with finite places.")
    # A picture's y goes down and its z away from the viewer; the canonical face's go up and towards.
    points = points * np.array([1.0, -1.0, -1.0])
    scale, rotation, misfit = _lay(points[_STABLE])
    yaw, pitch, roll = _angles(rotation)
    own = points @ rotation  # in the face's own frame: rows times R are Rᵀ times columns
    eyes = _distance(own, (_RIGHT_CORNERS[0], _LEFT_CORNERS[0]))
    return Expression(
        yaw=yaw,
        pitch=pitch,
        roll=roll,
        left_eye=_gap(own, _LEFT_LIDS) / _distance(own, _LEFT_CORNERS),
        right_eye=_gap(own, _RIGHT_LIDS) / _distance(own, _RIGHT_CORNERS),
        brows=(_above(own, _LEFT_BROW, _LEFT_CORNERS) + _above(own, _RIGHT_BROW, _RIGHT_CORNERS)) / 2 / eyes,
        mouth_open=_gap(own, _INNER_LIPS) / eyes,
        mouth_width=_distance(own, _MOUTH_CORNERS) / eyes,
        misfit=misfit * scale / eyes,
        size=eyes,
    )


def _lay(found: NDArray[np.float64]) -> tuple[float, NDArray[np.float64], float]:
    """Return scale and rotation from the canonical face to the points found, and the mean misfit in canonical units."""
    weights = _WEIGHTS / _WEIGHTS.sum()
    here, there = _PLACES - weights @ _PLACES, found - weights @ found
    covariance = (there * weights[:, None]).T @ here
    u, stretch, vt = np.linalg.svd(covariance)
    turn = np.diag([1.0, 1.0, np.sign(np.linalg.det(u) * np.linalg.det(vt)) or 1.0])
    rotation = u @ turn @ vt
    scale = float((stretch * np.diag(turn)).sum() / (weights @ (here**2).sum(axis=1)))
    if not scale > _SMALLEST:
        raise ValueError("These points do not make a face: they all lie in one place.")
    apart = there / scale - here @ rotation.T
    return scale, rotation, float(np.sqrt(weights @ (apart**2).sum(axis=1)))


def _angles(rotation: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return yaw, pitch and roll in degrees, of a rotation that rolls after it pitches after it yaws."""
    forward = rotation[:, 2]
    yaw = math.atan2(forward[0], forward[2])
    pitch = math.asin(max(-1.0, min(1.0, forward[1])))
    level = np.array([math.cos(yaw), 0.0, -math.sin(yaw)])  # where the left of an upright head of this yaw points
    side, up = rotation[:, 0], np.cross(forward, level)
    roll = -math.atan2(float(side @ up), float(side @ level))
    return math.degrees(yaw), math.degrees(pitch), math.degrees(roll)


def _distance(points: NDArray[np.float64], pair: tuple[int, int]) -> float:
    return float(np.linalg.norm(points[pair[0]] - points[pair[1]]))


def _gap(points: NDArray[np.float64], pairs: Sequence[tuple[int, int]]) -> float:
    """Return the mean height between upper and lower points; nothing where they cross."""
    return max(0.0, sum(float(points[upper][1] - points[lower][1]) for upper, lower in pairs) / len(pairs))


def _above(points: NDArray[np.float64], brow: Sequence[int], corners: tuple[int, int]) -> float:
    """Return how high a brow stands above the line through the corners of its eye, on the mean."""
    eye = (points[corners[0]][1] + points[corners[1]][1]) / 2
    return float(np.mean([points[one][1] for one in brow]) - eye)


def apart(portrait: Expression, visitor: Expression) -> dict[str, float]:
    """Return for each part how far a visitor is from the portrait, in tolerances: within ±1 it matches.

    A part is clamped to its range first: eyes wide open and very wide open are both open.
    """
    rules = thresholds()["match"]
    return {part: _apart(getattr(portrait, part), getattr(visitor, part), rules[part]) for part in PARTS}


def _apart(there: float, here: float, rule: dict[str, float]) -> float:
    low, high = rule.get("from", -math.inf), rule.get("to", math.inf)
    return (min(max(here, low), high) - min(max(there, low), high)) / rule["tolerance"]


def matchable(expression: Expression) -> Reason | None:
    """Return why no visitor could match this face, or None if one can."""
    reach = thresholds()["reach"]
    if expression.size < reach["size"]:
        return "small"
    if expression.misfit > reach["misfit"]:
        return "unsure"
    for part, reason in _REACHES:
        value = abs(getattr(expression, part)) if part in ("yaw", "pitch", "roll") else getattr(expression, part)
        if not reach[part][0] <= value <= reach[part][1]:
            return reason
    return None


_REACHES: tuple[tuple[str, Reason], ...] = (
    ("yaw", "turned"),
    ("pitch", "raised"),
    ("roll", "tilted"),
    ("left_eye", "eyes"),
    ("right_eye", "eyes"),
    ("brows", "brows"),
    ("mouth_open", "mouth"),
    ("mouth_width", "mouth"),
)
