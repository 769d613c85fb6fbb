"""A skeleton of fixed bone lengths, posed by directions: what the figures are built on and where their key points come from.

A direction is (angle, out): degrees in the plane of the picture (0 to the right, 90 up) and degrees out of it towards
the viewer. Left and right are the figure's own, as in anatomy and in the BlazePose landmarks.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from vitrine.house.atelier.solids import Floats

Direction = tuple[float, float]

BONES = {
    "belly": 0.20,
    "chest": 0.335,
    "neck": 0.105,
    "upper_arm": 0.285,
    "forearm": 0.250,
    "hand": 0.180,
    "thigh": 0.425,
    "shank": 0.415,
    "foot": 0.190,
}
"""Lengths in metres of an adult of 1.72 m (proportions after Drillis and Contini 1966, seven and a half heads)."""

HIP_HALF = 0.092
SHOULDER_HALF = 0.172
HEAD = 0.228
"""Crown to chin, metres."""

FACE = {
    "nose": (0.0, -0.030, 0.118),
    "left_eye_inner": (0.016, 0.004, 0.088),
    "left_eye": (0.031, 0.005, 0.088),
    "left_eye_outer": (0.047, 0.004, 0.078),
    "right_eye_inner": (-0.016, 0.004, 0.088),
    "right_eye": (-0.031, 0.005, 0.088),
    "right_eye_outer": (-0.047, 0.004, 0.078),
    "left_ear": (0.074, -0.010, 0.0),
    "right_ear": (-0.074, -0.010, 0.0),
    "mouth_left": (0.024, -0.066, 0.088),
    "mouth_right": (-0.024, -0.066, 0.088),
}
"""Face landmarks from the middle of the head: (to the figure's left, up, forward), metres."""

LANDMARKS = (
    *("nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye", "right_eye_outer"),
    *("left_ear", "right_ear", "mouth_left", "mouth_right", "left_shoulder", "right_shoulder", "left_elbow"),
    *("right_elbow", "left_wrist", "right_wrist", "left_pinky", "right_pinky", "left_index", "right_index"),
    *("left_thumb", "right_thumb", "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle"),
    *("left_heel", "right_heel", "left_foot_index", "right_foot_index"),
)
"""The 33 landmarks of BlazePose (Bazarevsky et al. 2020), in its order."""


@dataclass(frozen=True)
class Pose:
    """Directions of the bones, and which way pelvis, chest and head face.

    Yaw in degrees: 0 towards the viewer, positive towards the right of the picture, 90 in profile to the right. `head_pitch` is positive
    looking down. `palms` are directions the palms face. Limbs are (left, right).
    """

    belly: Direction = (90, 0)
    chest: Direction = (90, 0)
    neck: Direction = (90, 5)
    head: Direction = (90, 0)
    pelvis_yaw: float = 0
    chest_yaw: float = 0
    head_yaw: float = 0
    head_pitch: float = 0
    upper_arm: tuple[Direction, Direction] = ((-80, 0), (-100, 0))
    forearm: tuple[Direction, Direction] = ((-85, 10), (-95, 10))
    hand: tuple[Direction, Direction] = ((-90, 10), (-90, 10))
    palms: tuple[Direction, Direction] = ((180, 0), (0, 0))
    thigh: tuple[Direction, Direction] = ((-86, 0), (-94, 0))
    shank: tuple[Direction, Direction] = ((-90, 0), (-90, 0))
    foot: tuple[Direction, Direction] = ((-40, 60), (-140, 60))
    shrug: tuple[float, float] = (0, 0)
    knee_front: tuple[Direction, Direction] | None = None


@dataclass(frozen=True)
class Proportions:
    """Factors on the adult's measures: every bone, the head alone (children have larger ones), the widths of shoulders and hips."""

    size: float = 1.0
    head: float = 1.0
    shoulders: float = 1.0
    hips: float = 1.0


@dataclass
class Skeleton:
    """Joints in metres and the frames (rows: left, up, forward) of pelvis, chest, head, hands and feet.

    The head's frame is longer than one by its factor, so that everything placed in it grows with it.
    """

    proportions: Proportions = field(default_factory=Proportions)
    joints: dict[str, Floats] = field(default_factory=dict)
    frames: dict[str, Floats] = field(default_factory=dict)

    @property
    def size(self) -> float:
        """The factor on every measure."""
        return self.proportions.size

    @property
    def head_size(self) -> float:
        """The factor on the head's measures."""
        return self.proportions.size * self.proportions.head

    def in_head(self, points: Floats) -> Floats:
        """Points of the world in the head's own directions (to its left, up, forward), metres of the adult's head."""
        frame = self.frames["head"] / np.float32(self.proportions.head)
        local: Floats = (points - self.joints["head"]) @ (frame.T / np.float32(self.head_size))
        return local

    def in_chest(self, points: Floats) -> Floats:
        """Points of the world in the chest's directions from the throat, metres of the adult."""
        local: Floats = (points - self.joints["throat"]) @ (self.frames["chest"].T / np.float32(self.size))
        return local

    def local(self, frame: str, origin: str, left: float, up: float, forward: float) -> Floats:
        """A point given in a frame's own directions (metres of the adult of 1.72 m, scaled to this figure)."""
        moved = np.array([left, up, forward], np.float32) * np.float32(self.size) @ self.frames[frame]
        return (self.joints[origin] + moved).astype(np.float32)

    def landmark(self, name: str) -> Floats:
        """Where a BlazePose landmark lies, metres."""
        if name in FACE:
            return self.local("head", "head", *FACE[name])
        return self.joints[name]


def direction(angle: float, out: float) -> Floats:
    """The unit vector of a direction."""
    a, o = np.radians(angle), np.radians(out)
    return np.array([np.cos(o) * np.cos(a), np.cos(o) * np.sin(a), np.sin(o)], np.float32)


def unit(vector: Floats) -> Floats:
    """The vector at length one."""
    return (vector / (np.linalg.norm(vector) + 1e-9)).astype(np.float32)


def _frame(up: Floats, yaw: float, pitch: float = 0) -> Floats:
    """Rows left, up, forward: `up` kept, forward as near to the yaw as it allows, then pitched forward."""
    turn = np.radians(yaw)
    forward = np.array([np.sin(turn), 0, np.cos(turn)], np.float32)
    left = unit(np.cross(up, forward).astype(np.float32))
    forward = np.cross(left, up)
    lean = np.radians(pitch)
    tipped = np.cos(lean) * forward - np.sin(lean) * up
    return np.stack([left, np.cross(tipped, left), tipped]).astype(np.float32)


def assemble(
    pose: Pose, at: tuple[float, float, float] = (0, 0, 0), proportions: Proportions | None = None
) -> Skeleton:
    """The joints of `pose` with the middle of the hips at `at` (metres)."""
    bones = Skeleton(proportions or Proportions())
    size, head_size = bones.size, bones.proportions.head
    joints, frames = bones.joints, bones.frames
    length = {name: value * size for name, value in BONES.items()}
    joints["pelvis"] = np.array(at, np.float32)
    frames["pelvis"] = _frame(direction(*pose.belly), pose.pelvis_yaw)
    joints["waist"] = joints["pelvis"] + length["belly"] * direction(*pose.belly)
    frames["chest"] = _frame(direction(*pose.chest), pose.chest_yaw)
    joints["throat"] = joints["waist"] + length["chest"] * direction(*pose.chest)
    joints["nape"] = joints["throat"] + length["neck"] * direction(*pose.neck)
    frames["head"] = _frame(direction(*pose.head), pose.head_yaw, pose.head_pitch) * np.float32(head_size)
    lift = np.float32(0.062 * size * head_size) * unit(frames["head"][1]) + np.float32(0.016 * size) * unit(
        frames["head"][2]
    )
    joints["head"] = joints["nape"] + lift
    for side, sign in (("left", 1), ("right", -1)):
        _limbs(bones, pose, side, sign, length)
    return bones


def _limbs(bones: Skeleton, pose: Pose, side: str, sign: int, length: dict[str, float]) -> None:
    joints, frames, i = bones.joints, bones.frames, 0 if side == "left" else 1
    shoulder = bones.local(
        "chest", "throat", sign * SHOULDER_HALF * bones.proportions.shoulders, -0.045 + pose.shrug[i], -0.005
    )
    elbow = shoulder + length["upper_arm"] * direction(*pose.upper_arm[i])
    wrist = elbow + length["forearm"] * direction(*pose.forearm[i])
    joints |= {f"{side}_shoulder": shoulder, f"{side}_elbow": elbow, f"{side}_wrist": wrist}
    fingers = direction(*pose.hand[i])
    palm = direction(*pose.palms[i])
    palm = unit(palm - (palm @ fingers) * fingers)
    thumbward = np.cross(fingers, palm) * (-sign)
    frames[f"{side}_hand"] = np.stack([thumbward, fingers, palm]).astype(np.float32)
    for name, across, along, out in (
        ("index", 0.030, 0.088, 0.0),
        ("pinky", -0.032, 0.078, 0.0),
        ("thumb", 0.045, 0.06, 0.02),
    ):
        joints[f"{side}_{name}"] = bones.local(f"{side}_hand", f"{side}_wrist", across, along, out)
    hip = bones.local("pelvis", "pelvis", sign * HIP_HALF * bones.proportions.hips, 0, 0)
    knee = hip + length["thigh"] * direction(*pose.thigh[i])
    ankle = knee + length["shank"] * direction(*pose.shank[i])
    joints |= {f"{side}_hip": hip, f"{side}_knee": knee, f"{side}_ankle": ankle}
    shank, toes = direction(*pose.shank[i]), direction(*pose.foot[i])
    instep = unit(-shank - (-shank @ toes) * toes)
    frames[f"{side}_foot"] = np.stack([np.cross(instep, toes), instep, toes]).astype(np.float32)
    joints[f"{side}_heel"] = bones.local(f"{side}_foot", f"{side}_ankle", 0, -0.055, -0.050)
    joints[f"{side}_foot_index"] = bones.local(f"{side}_foot", f"{side}_ankle", 0, -0.062, 0.150)
    bend = knee - (hip + ankle) / 2
    ahead = direction(*pose.knee_front[i]) if pose.knee_front else frames["pelvis"][2]
    front = unit(bend) if np.linalg.norm(bend) > 0.05 * bones.size else unit(ahead - (ahead @ shank) * shank)
    frames[f"{side}_leg"] = np.stack([np.cross(-shank, front), -shank, front]).astype(np.float32)


def towards(start: Floats, end: Floats) -> Direction:
    """The direction from one point to another."""
    x, y, z = (float(v) for v in unit(end - start))
    return float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arcsin(np.clip(z, -1, 1))))


def reach(start: Floats, target: Floats, first: float, second: float, bend: Floats) -> tuple[Direction, Direction]:
    """Directions of two bones of lengths `first` and `second` from `start` so that the second ends at `target`, the joint between out along `bend`.

    A target too far away is pointed at with the limb nearly straight.
    """
    span = target - start
    distance = float(np.clip(np.linalg.norm(span), abs(first - second) + 1e-3, (first + second) * 0.999))
    line = unit(span)
    along = (first**2 - second**2 + distance**2) / (2 * distance)
    aside = unit(bend - (bend @ line) * line)
    middle = start + np.float32(along) * line + np.float32(max(first**2 - along**2, 0.0) ** 0.5) * aside
    end = start + np.float32(distance) * line
    return towards(start, middle), towards(middle, end)


def with_hand_at(
    pose: Pose, bones: Skeleton, side: str, target: tuple[float, float, float], bend: tuple[float, float, float]
) -> Pose:
    """The pose with the wrist of one side at `target` (metres), the elbow out towards `bend`; `bones` is the skeleton of the pose so far."""
    lengths = BONES["upper_arm"] * bones.size, BONES["forearm"] * bones.size
    upper, lower = reach(
        bones.joints[f"{side}_shoulder"], np.array(target, np.float32), *lengths, np.array(bend, np.float32)
    )
    return replace(pose, upper_arm=_one(pose.upper_arm, side, upper), forearm=_one(pose.forearm, side, lower))


def with_foot_at(
    pose: Pose, bones: Skeleton, side: str, target: tuple[float, float, float], bend: tuple[float, float, float]
) -> Pose:
    """The pose with the ankle of one side at `target` (metres), the knee out towards `bend`."""
    lengths = BONES["thigh"] * bones.size, BONES["shank"] * bones.size
    upper, lower = reach(
        bones.joints[f"{side}_hip"], np.array(target, np.float32), *lengths, np.array(bend, np.float32)
    )
    return replace(pose, thigh=_one(pose.thigh, side, upper), shank=_one(pose.shank, side, lower))


def _one(pair: tuple[Direction, Direction], side: str, value: Direction) -> tuple[Direction, Direction]:
    return (value, pair[1]) if side == "left" else (pair[0], value)
