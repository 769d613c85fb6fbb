"""Trees and leaves as drawn shapes."""

from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.vector import Point, tapered


@dataclass(frozen=True)
class Growth:
    """A tree's height and the thickness of its foot (user units), its lean in degrees, how often its branches fork."""

    height: float
    thick: float
    lean: float = 0.0
    forks: int = 5


class _Wood:
    """Branches that fork, collected as drawn shapes."""

    def __init__(self, rng: np.random.Generator, colour: str) -> None:
        self.rng, self.colour = rng, colour
        self.parts: list[str] = []

    def branch(self, start: Point, angle: float, length: float, thick: float, forks: int) -> None:
        rng = self.rng
        bend = rng.normal(0, 9)
        first, second = np.radians(angle + bend), np.radians(angle - bend * 0.6)
        middle = (start[0] + 0.5 * length * float(np.cos(first)), start[1] - 0.5 * length * float(np.sin(first)))
        end = (middle[0] + 0.5 * length * float(np.cos(second)), middle[1] - 0.5 * length * float(np.sin(second)))
        thin = thick * (0.62 if forks > 1 else 0.25)
        self.parts.append(tapered([start, middle, end], [thick, (thick + thin) / 2, thin], self.colour))
        if forks <= 0 or thick < 0.05:
            return
        for spread in (rng.uniform(14, 34), -rng.uniform(14, 34)):
            if rng.random() < 0.93:
                turn = angle + spread + rng.normal(0, 5)
                self.branch(end, turn, length * rng.uniform(0.66, 0.86), thin * rng.uniform(0.75, 0.95), forks - 1)
        if forks > 2 and rng.random() < 0.6:
            side = 1 if rng.random() < 0.5 else -1
            self.branch(middle, angle + side * rng.uniform(35, 60), length * 0.6, thin * 0.6, forks - 2)


def bare_tree(rng: np.random.Generator, foot: Point, growth: Growth, colour: str) -> str:
    """A leafless tree from its foot."""
    wood = _Wood(rng, colour)
    wood.branch(foot, 90 - growth.lean, growth.height * 0.34, growth.thick, growth.forks)
    return "".join(wood.parts)


def leaf(base: Point, tip: Point, width: float, bend: float = 0.0) -> list[Point]:
    """The outline of a leaf from its base to its tip, `width` across at the widest, its middle pushed aside by `bend`."""
    (x0, y0), (x1, y1) = base, tip
    length = max(float(np.hypot(x1 - x0, y1 - y0)), 1e-6)
    nx, ny = -(y1 - y0) / length, (x1 - x0) / length
    outline = []
    half = ((0.0, 0.0), (0.22, 0.72), (0.48, 1.0), (0.76, 0.66), (1.0, 0.0), (0.76, -0.66), (0.48, -1.0), (0.22, -0.72))
    for t, share in half:
        aside = share * width / 2 + bend * 4 * t * (1 - t)
        outline.append((x0 + (x1 - x0) * t + nx * aside, y0 + (y1 - y0) * t + ny * aside))
    return outline


NOTCH = 0.32
"""How far a frond narrows between its lobes."""
LOBE = ((-0.42, NOTCH), (-0.40, 0.70), (-0.22, 0.96), (0.06, 1.0), (0.30, 0.84), (0.38, 0.58), (0.34, NOTCH))
"""A lobe's outline: along the frond in steps, away from its middle in shares of its reach."""


def frond(base: Point, tip: Point, lobes: int, width: float, bend: float = 0.0) -> list[Point]:
    """The outline of a weed with round lobes on both sides, to be joined smoothly."""
    (x0, y0), (x1, y1) = base, tip
    length = max(float(np.hypot(x1 - x0, y1 - y0)), 1e-6)
    ux, uy = (x1 - x0) / length, (y1 - y0) / length

    def at(t: float, aside: float) -> Point:
        arch = bend * 4 * t * (1 - t)
        return x0 + ux * t * length - uy * (aside + arch), y0 + uy * t * length + ux * (aside + arch)

    right: list[Point] = []
    left: list[Point] = []
    for i in range(lobes):
        t, step = (i + 0.5) / (lobes + 0.6), 1 / (lobes + 0.6)
        reach = width / 2 * (0.72 + 0.28 * float(np.sin(np.pi * t))) * (1 - 0.35 * t)
        for side, run, shift in ((1, right, 0.0), (-1, left, 0.45 * step)):
            run += [at(t + shift + along * step, side * reach * share) for along, share in LOBE]
    return [base, *right, tip, *left[::-1]]
