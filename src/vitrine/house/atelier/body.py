"""Flesh on the skeleton: torso, arms and legs as soft solids with the muscles that show."""

from dataclasses import dataclass
from typing import TypedDict, Unpack

import numpy as np

from vitrine.house.atelier.skeleton import Skeleton, unit
from vitrine.house.atelier.solids import Floats, Solid, Vector

Place = tuple[str, str]
"""A frame of the skeleton and the joint it starts from."""
CHEST: Place = ("chest", "throat")
WAIST: Place = ("pelvis", "waist")
HIPS: Place = ("pelvis", "pelvis")
HEAD: Place = ("head", "head")


@dataclass(frozen=True)
class Build:
    """How a body differs from the slim adult: girth factors, and how much chest is bust (1) or muscle (0)."""

    torso: float = 1.0
    arms: float = 1.0
    legs: float = 1.0
    bust: float = 0.0
    neck: float = 1.0
    skin: Vector = (0.72, 0.47, 0.33)
    flush: Vector = (0.74, 0.36, 0.25)


def vec(point: Floats) -> Vector:
    """A point as plain numbers."""
    return float(point[0]), float(point[1]), float(point[2])


class Form(TypedDict, total=False):
    """What a solid may have besides its ends and radii; as in `Solid`, `axis` a direction of the world or a row of the frame."""

    belly: float
    axis: Floats | int
    flat: float
    colour: Vector


class Sculptor:
    """Puts solids on a skeleton, in its frames and at its size; radii in metres of the adult."""

    def __init__(self, bones: Skeleton, colour: Vector, head: bool = False) -> None:
        self.bones, self.colour = bones, colour
        self.size = bones.head_size if head else bones.size
        self.solids: list[Solid] = []

    def put(self, a: Floats, b: Floats, radii: tuple[float, float], **form: Unpack[Form]) -> None:
        """A solid between two points of the world."""
        axis = form.get("axis", 2)
        along = np.eye(3, dtype=np.float32)[axis] if isinstance(axis, int) else axis
        self.solids.append(
            Solid(
                vec(a),
                vec(b),
                radii[0] * self.size,
                radii[1] * self.size,
                form.get("colour", self.colour),
                form.get("belly", 0.0) * self.size,
                vec(along),
                form.get("flat", 1.0),
            )
        )

    def at(self, place: Place, a: Vector, b: Vector, radii: tuple[float, float], **form: Unpack[Form]) -> None:
        """A solid between two points of a frame (frame, origin), flattened along the frame's row `axis`."""
        frame, origin = place
        row = form.get("axis", 2)
        form["axis"] = unit(self.bones.frames[frame][row]) if isinstance(row, int) else row
        self.put(self.bones.local(frame, origin, *a), self.bones.local(frame, origin, *b), radii, **form)


def torso(bones: Skeleton, build: Build) -> list[Solid]:
    """Rib cage, shoulders, chest, waist, hips and neck."""
    s, g = Sculptor(bones, build.skin), build.torso
    wide, hips = bones.proportions.shoulders, bones.proportions.hips
    s.at(CHEST, (0, -0.10, -0.012), (0, -0.26, 0.004), (0.116 * g * wide, 0.108 * g), belly=0.004, flat=1.30)
    s.at(CHEST, (-0.070 * wide, -0.070, -0.022), (0.070 * wide, -0.070, -0.022), (0.060, 0.060))
    s.put(
        bones.joints["throat"] - np.float32(0.04 * bones.size) * bones.frames["chest"][1],
        bones.joints["nape"],
        (0.050 * build.neck, 0.045 * build.neck),
    )
    waist = 0.098 * g * (1 - 0.06 * build.bust)
    s.at(WAIST, (0, 0.05, 0.004), (0, -0.06, 0.004), (waist, waist * 1.03), flat=1.22)
    s.at(HIPS, (0, 0.11, 0.004), (0, 0.03, 0.0), (waist * 1.04, 0.112 * g), flat=1.16)
    s.at(HIPS, (-0.052 * hips, 0.005, 0), (0.052 * hips, 0.005, 0), (0.098 * g, 0.098 * g), flat=1.08)
    for side in (1, -1):
        s.at(HIPS, (side * 0.052, 0.125, 0.0), (side * 0.088 * hips, 0.01, 0.0), (0.050 * g, 0.080 * g), flat=1.08)
        s.at(HIPS, (side * 0.060, -0.01, -0.042), (side * 0.068, -0.050, -0.040), (0.078 * g, 0.070 * g))
        name = "left" if side > 0 else "right"
        s.put(
            bones.local("chest", "throat", side * 0.025, 0.035, -0.03), bones.joints[f"{name}_shoulder"], (0.028, 0.036)
        )
        s.at(CHEST, (side * 0.085 * wide, -0.12, -0.05), (side * 0.06, -0.24, -0.045), (0.055 * g, 0.045 * g))
        if build.bust:
            s.at(CHEST, (side * 0.060, -0.130, 0.050), (side * 0.068, -0.168, 0.070), (0.040, 0.046 * build.bust))
        else:
            s.at(
                CHEST,
                (side * 0.045, -0.125, 0.050),
                (side * 0.110 * wide, -0.095, 0.035),
                (0.050 * g, 0.046 * g),
                flat=1.5,
            )
    return s.solids


def arm(bones: Skeleton, build: Build, side: str) -> list[Solid]:
    """Shoulder to wrist."""
    s, g, j = Sculptor(bones, build.skin), build.arms, bones.joints
    shoulder, elbow, wrist = j[f"{side}_shoulder"], j[f"{side}_elbow"], j[f"{side}_wrist"]
    along = elbow - shoulder
    s.put(shoulder - 0.02 * along, shoulder + 0.42 * along, (0.054 * g, 0.038 * g), belly=0.006)
    s.put(shoulder + 0.2 * along, elbow, (0.042 * g, 0.035 * g), belly=0.006 * g)
    s.put(elbow, elbow + 0.55 * (wrist - elbow), (0.036 * g, 0.034 * g), belly=0.009 * g)
    s.put(
        elbow + 0.3 * (wrist - elbow), wrist, (0.036 * g, 0.0235), flat=1.15, axis=unit(bones.frames[f"{side}_hand"][2])
    )
    return s.solids


def hand(bones: Skeleton, build: Build, side: str, grip: float = 0.25, spread: float = 0.5) -> list[Solid]:
    """Palm and fingers; `grip` 0 is an open hand, 1 a fist; `spread` fans the fingers."""
    s = Sculptor(bones, build.skin)
    place = f"{side}_hand", f"{side}_wrist"
    s.at(place, (0.0, -0.01, 0), (0.002, 0.072, 0), (0.027, 0.040), flat=2.1)
    s.at(place, (0.014, 0.015, 0.006), (0.030, 0.048, 0.012), (0.017, 0.014), colour=build.flush)
    bend, fold = np.radians(75 * grip + 6), np.radians(95 * grip + 8)
    for across, length, fan in (
        (0.027, 0.072, 0.16),
        (0.010, 0.080, 0.05),
        (-0.008, 0.075, -0.06),
        (-0.025, 0.060, -0.18),
    ):
        lean = fan * spread
        first, second = 0.5 * length, 0.55 * length
        a = (across, 0.076 - abs(across) * 0.18, 0.0)
        b = (a[0] + first * lean, a[1] + first * np.cos(bend), first * np.sin(bend))
        c = (b[0] + second * lean, b[1] + second * np.cos(bend + fold), b[2] + second * np.sin(bend + fold))
        s.at(place, a, b, (0.0098, 0.0088))
        s.at(place, b, c, (0.0088, 0.0070), colour=build.flush)
    reach = 1 - 0.45 * grip
    s.at(place, (0.030, 0.042, 0.010), (0.030 + 0.026 * reach, 0.070, 0.022), (0.0125, 0.0105))
    tip = (0.030 + 0.034 * reach - 0.012 * grip, 0.096 - 0.006 * grip, 0.030 + 0.008 * grip)
    s.at(place, (0.030 + 0.026 * reach, 0.070, 0.022), tip, (0.0105, 0.0080), colour=build.flush)
    return s.solids


def leg(bones: Skeleton, build: Build, side: str) -> list[Solid]:
    """Hip to ankle, with the kneecap and the calf where the knee's bend puts them."""
    s, g, j = Sculptor(bones, build.skin), build.legs, bones.joints
    hip, knee, ankle = j[f"{side}_hip"], j[f"{side}_knee"], j[f"{side}_ankle"]
    front = bones.frames[f"{side}_leg"][2] * np.float32(bones.size)
    inner = bones.frames[f"{side}_leg"][0] * np.float32(-bones.size if side == "left" else bones.size)
    thigh, shank = knee - hip, ankle - knee
    s.put(hip + 0.04 * thigh, hip + 0.7 * thigh, (0.076 * g, 0.058 * g), belly=0.006)
    s.put(hip + 0.2 * thigh + 0.014 * front, knee - 0.02 * thigh, (0.066 * g, 0.046 * g), belly=0.010)
    s.put(knee - 0.05 * thigh + 0.017 * front, knee + 0.03 * shank + 0.018 * front, (0.031 * g, 0.027))
    s.put(knee, ankle - 0.02 * shank, (0.043 * g, 0.0275))
    s.put(
        knee + 0.05 * shank - 0.020 * front,
        knee + 0.56 * shank - 0.014 * front,
        (0.037 * g, 0.022 * g),
        belly=0.018 * g,
    )
    s.put(
        knee + 0.10 * shank - 0.012 * front + 0.012 * inner,
        knee + 0.45 * shank - 0.010 * front + 0.010 * inner,
        (0.030 * g, 0.024 * g),
        belly=0.008 * g,
    )
    return s.solids


def foot(bones: Skeleton, build: Build, side: str, colour: Vector | None = None, sole: float = 0.0) -> list[Solid]:
    """Bare foot, or a shoe of `colour` with a thicker `sole` (metres)."""
    s = Sculptor(bones, colour or build.skin)
    place, w = (f"{side}_foot", f"{side}_ankle"), 0.004 if colour else 0.0
    s.at(place, (0, 0.0, 0.0), (0, -0.038, -0.030), (0.033 + w, 0.032 + w))
    s.at(place, (0, -0.012, 0.012), (0, -0.046, 0.090), (0.034 + w, 0.031 + w), flat=1.12, axis=1)
    s.at(place, (0.004, -0.050, 0.085), (0.0, -0.056, 0.138), (0.038 + w, 0.024 + w), belly=0.002, flat=1.7, axis=1)
    s.at(place, (0, -0.046, -0.025), (0, -0.052, 0.09), (0.030 + w + sole, 0.030 + w + sole), flat=1.2, axis=1)
    return s.solids


def limbs(bones: Skeleton, build: Build) -> list[Solid]:
    """Torso, arms and legs, without head, hands and feet."""
    return [
        *torso(bones, build),
        *arm(bones, build, "left"),
        *arm(bones, build, "right"),
        *leg(bones, build, "left"),
        *leg(bones, build, "right"),
    ]
