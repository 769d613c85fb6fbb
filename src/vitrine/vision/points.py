"""Key points: what is found in a picture, as plain numbers."""

import msgspec

POSE_POINTS: tuple[str, ...] = (
    "nose",
    "left_eye_inner",
    "left_eye",
    "left_eye_outer",
    "right_eye_inner",
    "right_eye",
    "right_eye_outer",
    "left_ear",
    "right_ear",
    "mouth_left",
    "mouth_right",
    "left_shoulder",
    "right_shoulder",
    "left_elbow",
    "right_elbow",
    "left_wrist",
    "right_wrist",
    "left_pinky",
    "right_pinky",
    "left_index",
    "right_index",
    "left_thumb",
    "right_thumb",
    "left_hip",
    "right_hip",
    "left_knee",
    "right_knee",
    "left_ankle",
    "right_ankle",
    "left_heel",
    "right_heel",
    "left_foot_index",
    "right_foot_index",
)
"""The 33 points of a body, in BlazePose's order; left is the person's own."""

FACE_POINTS = 468
"""Points of MediaPipe's face mesh, known by their number."""


class Point(msgspec.Struct, frozen=True):
    """A point of a body in pixels of the picture; `visibility` from 0 (hidden or outside) to 1."""

    name: str
    x: float
    y: float
    visibility: float = 1.0


class Figure(msgspec.Struct, frozen=True):
    """A body: its 33 points in the order of `POSE_POINTS`, and how sure the detector was (0 to 1)."""

    points: tuple[Point, ...]
    score: float


class Face(msgspec.Struct, frozen=True):
    """A face: its 468 points (x, y, z) in pixels of the picture, z away from the viewer and 0 at the middle of the face.

    `score` is how sure the detector was (0 to 1).
    """

    points: tuple[tuple[float, float, float], ...]
    score: float
