"""Mountains as printmakers build them: a ridge, a lit side and a shaded side that meet in a broken line."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.vector import Point, polygon


@dataclass(frozen=True)
class Slopes:
    """Colours of the lit and the shaded side and of bare ribs of rock; `rough` breaks the ridge."""

    lit: str
    shade: str
    rock: str = ""
    rough: float = 0.15


def ridge(rng: np.random.Generator, corners: Sequence[Point], rough: float = 0.16, rounds: int = 4) -> list[Point]:
    """The corners joined by a broken line: midpoints are displaced again and again, half as much each time."""
    points = list(corners)
    for _ in range(rounds):
        finer = [points[0]]
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            reach = float(np.hypot(x1 - x0, y1 - y0)) * rough
            finer.append(
                ((x0 + x1) / 2 + rng.uniform(-0.3, 0.3) * reach, (y0 + y1) / 2 + rng.uniform(-0.6, 0.6) * reach)
            )
            finer.append((x1, y1))
        points = finer
    return points


def massif(rng: np.random.Generator, corners: Sequence[Point], base: float, slopes: Slopes) -> str:
    """A range whose ridge runs through `corners`, down to y = `base`; every summit is in shade on its right."""
    line = ridge(rng, corners, slopes.rough)
    parts = [polygon([(line[0][0], base), *line, (line[-1][0], base)], slopes.lit)]
    for (_, before), summit, valley in zip(corners, corners[1:], corners[2:], strict=False):
        if summit[1] > before or summit[1] > valley[1]:
            continue
        (x, y), reach = summit, valley[0] - summit[0]
        flank = [point for point in line if x <= point[0] <= valley[0]]
        foot = (x + 0.42 * reach, min(base, valley[1] + 0.80 * (base - valley[1])))
        turns = [
            summit,
            (x + 0.13 * reach, y + 0.30 * (foot[1] - y)),
            (x + 0.04 * reach, y + 0.55 * (foot[1] - y)),
            foot,
        ]
        spine = ridge(rng, turns, 0.20, 3)
        hem = ridge(rng, [valley, (valley[0] - 0.22 * reach, valley[1] + 0.35 * (foot[1] - valley[1])), foot], 0.14, 2)
        parts.append(polygon([*flank, *hem, *spine[::-1]], slopes.shade))
        if slopes.rock:
            parts += [_rib(rng, spine, slopes.rock) for _ in range(7)]
    return "".join(parts)


def _rib(rng: np.random.Generator, spine: Sequence[Point], rock: str) -> str:
    """A dark rib of rock that leaves the spine down the lit side."""
    start = spine[int(rng.integers(1, max(len(spine) * 2 // 3, 2)))]
    drop = (spine[-1][1] - spine[0][1]) * rng.uniform(0.06, 0.20)
    lean = -drop * rng.uniform(0.5, 1.1)
    thick = drop * rng.uniform(0.06, 0.14)
    tip = (start[0] + lean, start[1] + drop)
    middle = ((start[0] + tip[0]) / 2 + rng.uniform(-1, 1) * thick, (start[1] + tip[1]) / 2)
    return polygon([start, (middle[0] - thick, middle[1]), tip, (middle[0] + thick, middle[1] + thick * 0.4)], rock)
