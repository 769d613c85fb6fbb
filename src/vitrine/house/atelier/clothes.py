"""Clothes over bodies: shirts, trousers and coats as looser solids with folds."""

import itertools
from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.body import CHEST, HIPS, WAIST, Sculptor, vec
from vitrine.house.atelier.skeleton import Skeleton
from vitrine.house.atelier.solids import Displacement, Floats, Shape, Solid, Vector, floats


def folds(seed: int, depth: float, width: float, drape: Vector = (0.0, 1.0, 0.0)) -> Displacement:
    """Folds `width` metres apart and `depth` deep that run about along `drape`: bent waves with narrow valleys."""
    rng = np.random.default_rng(seed)
    along = np.array(drape, np.float64) / np.linalg.norm(drape)
    waves = []
    for i in range(3):
        across = rng.standard_normal(3) * [1, 1, 0.6]
        across -= (across @ along) * along * rng.uniform(0.75, 1.0)
        across *= 2 * np.pi / (width * (1.0, 0.62, 1.7)[i]) / np.linalg.norm(across)
        bend = rng.standard_normal(3) * 9
        turns = rng.uniform(0, 6.3, 2).astype(np.float32)
        waves.append((across.astype(np.float32), turns[0], bend.astype(np.float32), turns[1], (0.5, 0.3, 0.35)[i]))

    def push(points: Floats) -> Floats:
        total = np.zeros(len(points), np.float32)
        for across, phase, bend, turn, share in waves:
            wave = np.sin(points @ across + phase + 1.4 * np.sin(points @ bend + turn))
            total += np.float32(share) * (wave - 0.55 * np.abs(wave))
        return total * np.float32(depth)

    return push


@dataclass(frozen=True)
class Fit:
    """How a garment for the trunk is cut: `sleeve` 0 none, 1 to the elbow, 2 to the wrist; `loose` and `wide` factors on ease and breadth.

    `waist` and `bust` are factors on those (bust 0: a man's chest); `hem` metres below the hips' middle; `seed` its folds.
    """

    sleeve: float = 2.0
    loose: float = 1.0
    hem: float = 0.0
    wide: float = 1.0
    waist: float = 1.0
    bust: float = 0.0
    seed: int = 1


def shirt(bones: Skeleton, colour: Vector, fit: Fit | None = None, name: str = "shirt") -> Shape:
    """Shirt, jersey, dress bodice or jacket."""
    fit = fit or Fit()
    s, size = Sculptor(bones, colour), bones.size
    ease, wide, waist = 0.012 * fit.loose, fit.wide, fit.wide * fit.waist
    w, hips = bones.proportions.shoulders * wide, bones.proportions.hips
    s.at(CHEST, (0, -0.10, -0.012), (0, -0.26, 0.004), (0.118 * w + ease, 0.108 * wide + ease), belly=0.004, flat=1.28)
    s.at(CHEST, (-0.075 * w, -0.068, -0.020), (0.075 * w, -0.068, -0.020), (0.060 + ease / 2, 0.060 + ease / 2))
    s.at(
        WAIST, (0, 0.05, 0.004), (0, -0.07, 0.004), (0.100 * waist + ease * 1.3, 0.102 * waist + ease * 1.4), flat=1.20
    )
    seat = 0.122 * wide * hips + ease * 1.5
    s.at(HIPS, (0, 0.11, 0.004), (0, 0.02 - fit.hem, 0.0), (0.104 * waist + ease * 1.3, seat), flat=1.16)
    for side, arm in ((1, "left"), (-1, "right")):
        collar = bones.local("chest", "throat", side * 0.040, 0.018, -0.03)
        s.put(collar, bones.joints[f"{arm}_shoulder"], (0.030, 0.040 + ease / 2))
        s.at(CHEST, (side * 0.085 * w, -0.12, -0.05), (side * 0.06, -0.24, -0.045), (0.056 + ease, 0.046 + ease))
        if fit.bust:
            s.at(CHEST, (side * 0.060, -0.130, 0.050), (side * 0.064, -0.168, 0.068), (0.044, 0.050 * fit.bust))
        else:
            chest = (0.050 + ease / 2, 0.048 + ease / 2)
            s.at(CHEST, (side * 0.045, -0.125, 0.050), (side * 0.105 * w, -0.10, 0.035), chest, flat=1.5)
        _sleeve(s, arm, fit.sleeve, ease)
    push = folds(fit.seed, 0.0055 * fit.loose * size, 0.10 * size, (0.35, 1, 0.2))
    return Shape(name, s.solids, soft=0.018 * size, push=push, push_reach=0.008)


def _sleeve(s: Sculptor, arm: str, sleeve: float, ease: float) -> None:
    shoulder, elbow, wrist = (s.bones.joints[f"{arm}_{joint}"] for joint in ("shoulder", "elbow", "wrist"))
    upper = min(sleeve, 1.0)
    if upper > 0:
        end = shoulder + (elbow - shoulder) * np.float32(upper)
        s.put(shoulder, end, (0.055 + ease / 2, 0.042 + ease * (1.2 - 0.3 * upper)))
    if sleeve > 1:
        cuff = elbow + (wrist - elbow) * np.float32(sleeve - 1)
        s.put(elbow, cuff, (0.042 + ease * 0.9, 0.031 + ease * 0.8), belly=0.006 + ease * 0.3)


@dataclass(frozen=True)
class Legs:
    """How trousers are cut: `length` 1 ends at the knee, 2 at the ankle; `loose` a factor on ease; `flare` widens the hem, metres."""

    length: float = 2.0
    loose: float = 1.0
    flare: float = 0.0
    seed: int = 2


def trousers(bones: Skeleton, colour: Vector, legs: Legs | None = None) -> Shape:
    """Trousers, shorts or tights."""
    legs = legs or Legs()
    s, size = Sculptor(bones, colour), bones.size
    ease, hips = 0.014 * legs.loose, bones.proportions.hips
    s.at(HIPS, (0, 0.13, 0.004), (0, 0.03, 0.0), (0.100 + ease / 3, 0.114 + ease / 2), flat=1.16)
    s.at(HIPS, (-0.052 * hips, 0.005, 0), (0.052 * hips, 0.005, 0), (0.100 + ease / 2, 0.100 + ease / 2), flat=1.06)
    for side, name in ((1, "left"), (-1, "right")):
        s.at(HIPS, (side * 0.060, -0.01, -0.042), (side * 0.068, -0.050, -0.040), (0.080 + ease / 3, 0.072 + ease / 3))
        s.at(HIPS, (side * 0.052, 0.125, 0.0), (side * 0.088 * hips, 0.01, 0.0), (0.050, 0.082 + ease / 3), flat=1.08)
        _trouser_leg(s, name, legs, ease)
    push = folds(legs.seed, 0.0034 * legs.loose * size, 0.13 * size, (0.15, 1, 0.1))
    return Shape("trousers", s.solids, soft=0.016 * size, push=push, push_reach=0.008)


def _trouser_leg(s: Sculptor, name: str, legs: Legs, ease: float) -> None:
    hip, knee, ankle = (s.bones.joints[f"{name}_{joint}"] for joint in ("hip", "knee", "ankle"))
    front = s.bones.frames[f"{name}_leg"][2] * np.float32(s.bones.size)
    share = min(legs.length, 1.0)
    end = hip + (knee - hip) * np.float32(share)
    width = 0.082 - 0.030 * share + ease + (legs.flare if legs.length <= 1 else 0)
    s.put(hip, end, (0.082 + ease / 2, width), belly=0.006)
    s.put(
        hip + 0.2 * (end - hip) + 0.014 * front,
        end + 0.010 * front,
        (0.066 + ease / 2, 0.048 + ease * 0.8),
        belly=0.006,
    )
    if legs.length > 1:
        shank = ankle - knee
        hem = knee + shank * np.float32(legs.length - 1)
        s.put(knee + 0.006 * front, hem, (0.052 + ease * 0.8, 0.036 + ease * 1.1 + legs.flare), belly=0.004)
        calf = knee + np.float32(0.3) * shank - 0.016 * front
        low = knee + np.float32(0.5 * (legs.length - 1)) * shank - 0.012 * front
        s.put(calf, low, (0.046 + ease / 2, 0.040 + ease / 2))


def socks(bones: Skeleton, colour: Vector, height: float = 0.5) -> Shape:
    """Socks that reach `height` of the shank up from the ankle."""
    s = Sculptor(bones, colour)
    for name in ("left", "right"):
        knee, ankle = bones.joints[f"{name}_knee"], bones.joints[f"{name}_ankle"]
        front = bones.frames[f"{name}_leg"][2] * np.float32(bones.size)
        top = ankle + np.float32(height) * (knee - ankle)
        s.put(ankle, top, (0.032, 0.034 + 0.014 * height))
        s.put(ankle + 0.4 * (top - ankle) - 0.006 * front, top - 0.012 * front, (0.030, 0.036 + 0.012 * height))
    return Shape("socks", s.solids, soft=0.01)


def wrap(name: str, colour: Vector, runs: list[tuple[Floats, float]], depth: float = 0.004, seed: int = 5) -> Shape:
    """A length of cloth (scarf, sash, ribbon) through points (metres) with radii (metres), in folds `depth` deep."""
    solids = [Solid(vec(a), vec(b), ra, rb, colour) for (a, ra), (b, rb) in itertools.pairwise(runs)]
    push = folds(seed, depth, 0.035, (0.3, 1, 0)) if depth else None
    return Shape(name, solids, soft=0.012, push=push, push_reach=depth)


def collar(bones: Skeleton, colour: Vector, radius: float = 0.058, thick: float = 0.021, drop: float = 0.0) -> Shape:
    """A rolled collar round the neck, `drop` metres lower in front than behind."""
    runs = []
    for turn in np.radians(range(0, 361, 30)):
        sin, cos = float(np.sin(turn)), float(np.cos(turn))
        place = bones.local("chest", "throat", radius * cos, 0.038 - drop * sin, 0.003 + 1.05 * radius * sin)
        runs.append((place, thick * bones.size))
    return wrap("collar", colour, runs, 0.002)


def sash(bones: Skeleton, colour: Vector, up: float = 0.115, radius: float = 0.128, thick: float = 0.026) -> Shape:
    """A cloth belt round the waist, `up` metres above the hips' middle."""
    runs = []
    for turn in np.radians(range(-180, 181, 30)):
        around = (
            radius * float(np.sin(turn)),
            up + 0.008 * float(np.sin(2 * turn)),
            0.82 * radius * float(np.cos(turn)),
        )
        runs.append((bones.local("pelvis", "pelvis", *around), thick * bones.size))
    return wrap("sash", colour, runs, seed=6)


def waistcoat(bones: Skeleton, colour: Vector, fit: Fit) -> Shape:
    """A sleeveless waistcoat, open in a V down to the third button."""
    shape = shirt(bones, colour, fit, "waistcoat")
    reach = 0.140 * bones.proportions.shoulders * fit.wide

    def opening(points: Floats) -> Floats:
        left, up, ahead = bones.in_chest(points).T
        gap = np.maximum(0.012, 0.012 + 0.40 * (up + 0.26))
        inside = np.minimum(gap - np.abs(left), ahead - 0.02)
        armhole = np.minimum(np.abs(left) - reach, up + 0.20)
        return floats(np.maximum(inside, armhole) * bones.size)

    shape.cut = opening
    return shape


def open_front(bones: Skeleton, closed: float, steep: float) -> Displacement:
    """Cuts a garment open down the front: a V from the shoulders to `closed` metres below the throat, `steep` wide per metre."""

    def opening(points: Floats) -> Floats:
        left, up, ahead = bones.in_chest(points).T
        gap = np.maximum(0.005, 0.008 + steep * (up + closed))
        return floats(np.minimum(gap - np.abs(left), ahead + 0.01) * bones.size)

    return opening
