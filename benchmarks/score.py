"""How well the score of Strike a Pose tells the same pose, struck by somebody else, from another pose."""

import random
import statistics
from pathlib import Path
from typing import Any

from benchmarks.measuring import at_least
from benchmarks.skeletons import Pose, as_data, furthest, house_poses, random_pose, struck
from benchmarks.typescript import call

MUST = 0.995
NOISE = 0.05
"""Of the trunk's length, on every coordinate: some 2.5 cm on a grown person, more than the shipped models are off by."""

RANDOM_POSES = 120
PAIRS = 3000
"""Of each kind, for each part: enough that the area is known to 0.001."""

DIFFERENT = 45
"""Degrees: two poses in which no arm or leg lies further apart are one pose to a visitor."""


def measure(shared: Path) -> dict[str, dict[str, Any]]:  # noqa: ARG001  (skeletons are made here)
    """Return the area under the ROC curve for each part of the body, with and without mirrors."""
    figures = {}
    for part in ("full", "seated", "upper"):
        for mirror in (False, True):
            same, other = scores(part, mirror=mirror)
            label = f"{part}{', mirrored allowed' if mirror else ''}"
            figures[f"{label}: area under the ROC curve"] = at_least(
                area(same, other), MUST, pairs=len(same) + len(other)
            )
            low, high = statistics.quantiles(same, n=20)[0], statistics.quantiles(other, n=20)[-1]
            figures[f"{label}: score of the same pose, twentieth from below"] = {"value": round(low, 1)}
            figures[f"{label}: score of other poses, twentieth from above"] = {"value": round(high, 1)}
    return figures


def scores(part: str, *, mirror: bool, pairs: int = PAIRS, noise: float = NOISE) -> tuple[list[float], list[float]]:
    """Return the scores of pairs of the same pose, and of different ones."""
    chance = random.Random(f"{part} {mirror}")
    poses = [*house_poses(), *(random_pose(chance) for _ in range(RANDOM_POSES))]
    rules = {"part": part, "mirrored": mirror}
    same = [(pose, pose) for pose in chance.choices(poses, k=pairs)]
    other = list(_different(poses, part, mirror=mirror, pairs=pairs, chance=chance))
    calls = [
        [
            as_data(struck(one, chance, mirror=False, noise=0)),
            as_data(struck(two, chance, mirror=mirror and chance.random() < 0.5, noise=noise)),
            rules,
        ]
        for one, two in (*same, *other)
    ]
    found = [result["score"] for result in call("src/poses/score.ts", "compare", calls)]
    return found[:pairs], found[pairs:]


def _different(poses: list[Pose], part: str, *, mirror: bool, pairs: int, chance: random.Random) -> Any:
    while pairs:
        one, other = chance.sample(poses, 2)
        if furthest(one, other, part, mirror=mirror) >= DIFFERENT:
            pairs -= 1
            yield one, other


def area(same: list[float], other: list[float]) -> float:
    """Return the area under the ROC curve: how often the same pose has the higher score of two (ties count half)."""
    ranked = sorted([(score, True) for score in same] + [(score, False) for score in other])
    below, wins, at = 0, 0.0, 0
    while at < len(ranked):
        ties = _ties(ranked, at)
        ours = sum(ties)
        wins += ours * (below + (len(ties) - ours) / 2)
        below += len(ties) - ours
        at += len(ties)
    return round(wins / (len(same) * len(other)), 4)


def _ties(ranked: list[tuple[float, bool]], at: int) -> list[bool]:
    end = at
    while end < len(ranked) and ranked[end][0] == ranked[at][0]:
        end += 1
    return [is_same for _, is_same in ranked[at:end]]
