"""The head: skull, jaw, nose, lips and ears as solids, eye sockets and folds carved into their surface."""

from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.body import HEAD, Build, Sculptor
from vitrine.house.atelier.skeleton import Skeleton
from vitrine.house.atelier.solids import Displacement, Floats, Shape, Vector


@dataclass(frozen=True)
class Face:
    """What makes a face its own; all factors are about 1. `parted`: metres that the lower jaw has sunk, the mouth open."""

    jaw: float = 1.0
    length: float = 1.0
    nose: float = 1.0
    lips: float = 1.0
    cheeks: float = 1.0
    lip_colour: Vector = (0.62, 0.24, 0.20)
    age: float = 0.0
    parted: float = 0.0


def head(bones: Skeleton, build: Build, face: Face) -> Shape:
    """Skin of the head without hair."""
    s = Sculptor(bones, build.skin, head=True)
    warm = between(build.skin, build.flush, 0.45)
    _skull(s, face)
    for side in (1, -1):
        _half(s, face, side, warm)
        _lips(s, face, side, between(build.skin, face.lip_colour, 0.4))
    nose = face.nose
    s.at(HEAD, (0, 0.014, 0.085), (0, -0.028 * nose, 0.103), (0.0074, 0.0094 * nose))
    s.at(HEAD, (0, -0.030 * nose, 0.101), (0, -0.033 * nose, 0.105), (0.0102 * nose, 0.0096 * nose), colour=warm)
    return Shape("head", s.solids, soft=0.0056 * bones.size, push=_carving(bones, face), push_reach=0.012)


def _skull(s: Sculptor, face: Face) -> None:
    """Brain case, face and chin."""
    low, sunk = face.length, face.parted
    s.at(HEAD, (0, 0.034, -0.030), (0, 0.040, 0.018), (0.078, 0.072), flat=1.06, axis=0)
    s.at(HEAD, (0, 0.010, 0.026), (0, -0.050 * low, 0.044), (0.066, 0.047 * face.jaw))
    chin, tip = (0, -0.083 * low - sunk, 0.066 - 0.3 * sunk), (0, -0.091 * low - sunk, 0.068 - 0.3 * sunk)
    s.at(HEAD, chin, tip, (0.021 * face.jaw, 0.020 * face.jaw))


def _half(s: Sculptor, face: Face, side: int, warm: Vector) -> None:
    """Jaw, cheek, cheekbone, brow, eyeball under its lids, nostril and ear of one side."""
    low, jaw, cheeks, nose = face.length, side * face.jaw, face.cheeks, face.nose
    chin = 0.013 * jaw, -0.091 * low - face.parted, 0.062 - 0.3 * face.parted
    s.at(HEAD, (0.052 * jaw, -0.040 * low, 0.002), chin, (0.019, 0.018), belly=0.003)
    s.at(HEAD, (0.036 * jaw, -0.030, 0.030), (side * 0.028 * face.jaw, -0.064 * low, 0.042), (0.034, 0.028 * cheeks))
    bone = (0.021 * cheeks, 0.023 * cheeks)
    s.at(HEAD, (side * 0.049, -0.018, 0.040), (side * 0.030, -0.034, 0.060), bone, colour=warm)
    s.at(HEAD, (side * 0.010, 0.027, 0.084), (side * 0.046, 0.025, 0.064), (0.011, 0.011))
    s.at(HEAD, (side * 0.0312, 0.002, 0.0685), (side * 0.0322, 0.002, 0.0685), (0.0158, 0.0158))
    wing = (0.0060 * nose, 0.0066 * nose)
    s.at(HEAD, (side * 0.0112, -0.0365, 0.092), (side * 0.0105, -0.035, 0.096), wing, colour=warm)
    ear = (side * 0.072, -0.032, -0.008), (side * 0.077, 0.004, -0.014)
    s.at(HEAD, *ear, (0.008, 0.015), flat=1.9, colour=warm, axis=0)


def _lips(s: Sculptor, face: Face, side: int, colour: Vector) -> None:
    """Half the upper and half the lower lip."""
    low, full, sunk = face.length, face.lips, face.parted
    corner, bow = (side * 0.0225, -0.0670 * low, 0.081), (side * 0.004, -0.0630 * low, 0.0910)
    s.at(HEAD, corner, bow, (0.0028, 0.0050 * full), colour=colour)
    corner = side * 0.020, -0.0685 * low - 0.4 * sunk, 0.081
    middle = side * 0.004, -0.0735 * low - sunk, 0.0890 - 0.2 * sunk
    s.at(HEAD, corner, middle, (0.0032, 0.0064 * full), colour=colour)


def between(a: Vector, b: Vector, share: float) -> Vector:
    """The colour `share` of the way from `a` to `b`."""
    x, y, z = (p + share * (q - p) for p, q in zip(a, b, strict=True))
    return x, y, z


def _carving(bones: Skeleton, face: Face) -> Displacement:
    """Gaussian dents (positive, metres) and swellings in the head's own directions: eye sockets, temples, philtrum, folds."""
    low, sunk = face.length, face.parted
    dents: list[tuple[Vector, Vector, float]] = []
    for side in (1, -1):
        dents += [
            ((side * 0.020, 0.008, 0.088), (0.011, 0.010, 0.02), 0.0060),
            ((side * 0.034, 0.012, 0.086), (0.018, 0.009, 0.02), 0.0040),
            ((side * 0.032, -0.014, 0.086), (0.016, 0.007, 0.02), 0.0010 + 0.0020 * face.age),
            ((side * 0.074, 0.030, 0.030), (0.020, 0.024, 0.03), 0.0045),
            ((side * 0.046, -0.056 * low, 0.060), (0.016, 0.020, 0.03), 0.0040 * (2 - face.cheeks)),
            ((side * 0.027, -0.0675 * low, 0.086), (0.005, 0.005, 0.02), 0.0024),
            ((side * 0.028, -0.048, 0.086), (0.006, 0.012, 0.02), 0.0010 + 0.0030 * face.age),
            ((side * 0.0072, -0.0420, 0.100), (0.0036, 0.0026, 0.012), 0.0016),
        ]
    dents += [
        ((0, -0.0500, 0.096), (0.0045, 0.008, 0.02), 0.0016),
        ((0, -0.0680 * low - 0.5 * sunk, 0.097), (0.020, 0.0016 + 0.3 * sunk, 0.02), 0.0022 + 0.3 * sunk),
        ((0, -0.0835 * low - sunk, 0.088), (0.018, 0.0055, 0.02), 0.0032),
        ((0, 0.022, 0.098), (0.012, 0.010, 0.02), 0.0022),
    ]
    centres = np.array([d[0] for d in dents], np.float32)
    tightness = np.array([d[1] for d in dents], np.float32) ** -2
    amounts = np.array([d[2] for d in dents], np.float32) * np.float32(bones.head_size)
    terms = np.concatenate(
        [tightness, -2 * tightness * centres, (tightness * centres**2).sum(1, keepdims=True)], axis=1
    )

    def push(points: Floats) -> Floats:
        local = bones.in_head(points)
        square = np.concatenate([local * local, local, np.ones((len(local), 1), np.float32)], axis=1)
        moved: Floats = np.exp(-(square @ terms.T)) @ amounts
        return moved

    return push
