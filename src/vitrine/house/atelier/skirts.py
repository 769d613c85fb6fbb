"""Skirts: standing ones that hang in pleats to a hem, and long ones over the lap of somebody who sits."""

from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.body import HIPS, Sculptor
from vitrine.house.atelier.clothes import folds
from vitrine.house.atelier.skeleton import Skeleton
from vitrine.house.atelier.solids import Displacement, Floats, Shape, Solid, Vector, floats

BEYOND = 0.25
"""Share of its length that the cone of a skirt goes on below the hem, so that the cut finds cloth everywhere."""


@dataclass(frozen=True)
class Hem:
    """Where a skirt ends: middle (world) and radius of its hem, metres; `waist` its radius at the top, `flat` how much wider than deep.

    `pleats` is their number and `depth` their depth at the hem; `lifted` adds cloth that is held out.
    """

    middle: Vector
    radius: float
    waist: float = 0.100
    flat: float = 1.25
    pleats: int = 10
    depth: float = 0.014
    lifted: tuple[Solid, ...] = ()


def skirt(bones: Skeleton, colour: Vector, hem: Hem, seed: int = 3) -> Shape:
    """A skirt from the waist to its hem, draped over the thighs."""
    s, size = Sculptor(bones, colour), bones.size
    middle = np.array(hem.middle, np.float32)
    top = bones.local("pelvis", "pelvis", 0, 0.135, 0.0)
    wide = hem.radius / size + BEYOND * (hem.radius / size - hem.waist)
    s.put(
        top,
        middle + np.float32(BEYOND) * (middle - top),
        (hem.waist, wide),
        axis=bones.frames["pelvis"][2],
        flat=hem.flat,
    )
    half = 0.05 * bones.proportions.hips
    s.at(HIPS, (-half, 0.0, 0), (half, 0.0, 0), (0.116, 0.116), flat=1.05)
    for name in ("left", "right"):
        hip, knee = bones.joints[f"{name}_hip"], bones.joints[f"{name}_knee"]
        s.put(hip, hip + np.float32(0.9) * (knee - hip), (0.106, 0.090))
    down = (middle - top) / np.linalg.norm(middle - top)

    def cut(points: Floats) -> Floats:
        local = points - middle
        wave = 0.018 * np.sin(local[:, 0] * 21 + seed) + 0.012 * np.sin(local[:, 0] * 43 + 2 * seed)
        below: Floats = local @ down + wave
        return below

    push = _pleats(bones, top, hem, seed)
    return Shape("skirt", [*s.solids, *hem.lifted], soft=0.018 * size, push=push, push_reach=0.02, cut=cut)


def _pleats(bones: Skeleton, top: Floats, hem: Hem, seed: int) -> Displacement:
    """Folds that fan out from the waist, deeper towards the hem."""
    rng = np.random.default_rng(seed)
    fall = np.array(hem.middle, np.float32) - top
    length = float(np.linalg.norm(fall))
    down, front = fall / length, bones.frames["pelvis"][2]
    ahead = front - (front @ down) * down
    ahead /= np.linalg.norm(ahead)
    aside = np.cross(down, ahead)
    phases, depth = rng.uniform(0, 6.3, 3), hem.depth * bones.size

    def push(points: Floats) -> Floats:
        local = points - top
        t = np.clip((local @ down) / length, 0, 1.2)
        angle = np.arctan2(local @ aside, local @ ahead)
        bend = 0.8 * np.sin(3 * angle + phases[1]) + 0.7 * np.sin(4 * t + phases[2])
        wave = np.sin(hem.pleats * angle + phases[0] + bend)
        more = np.sin((hem.pleats * 2 + 1) * angle + phases[1] + 2 * t)
        result: Floats = (depth * t**0.8 * (wave - 0.4 * np.abs(wave) + 0.3 * more)).astype(np.float32)
        return result

    return push


def seated_skirt(bones: Skeleton, colour: Vector, fall: float = 0.7, wide: float = 0.105, seed: int = 7) -> Shape:
    """A long skirt over the lap: along both thighs, then down `fall` of the shanks, closed between the legs."""
    s = Sculptor(bones, colour)
    half = 0.05 * bones.proportions.hips
    s.at(HIPS, (-half, 0.06, 0), (half, 0.06, 0), (0.120, 0.120), flat=1.05)
    s.at(HIPS, (0, 0.15, 0), (0, 0.05, 0), (0.102, 0.125), flat=1.15)
    runs = []
    for name in ("left", "right"):
        hip, knee, ankle = (bones.joints[f"{name}_{joint}"] for joint in ("hip", "knee", "ankle"))
        hem = knee + np.float32(fall) * (ankle - knee)
        runs.append((hip, knee, hem))
        s.put(hip, knee, (0.115, wide))
        s.put(knee, hem, (wide, wide * 1.12))
    (h0, k0, e0), (h1, k1, e1) = runs
    between = floats((k0 + k1) / 2)
    s.put(floats((h0 + h1) / 2), between, (0.105, wide * 0.95))
    s.put(between, floats((e0 + e1) / 2), (wide * 0.95, wide * 1.1))
    level = float(min(e0[1], e1[1])) - 0.01

    def cut(points: Floats) -> Floats:
        return floats(level - points[:, 1] + 0.008 * np.sin(points[:, 0] * 45))

    push = folds(seed, 0.007, 0.085, (0.12, 1, 0.25))
    return Shape("skirt", s.solids, soft=0.020 * bones.size, push=push, push_reach=0.01, cut=cut)
