"""Writes `keypoints.json`: the landmarks of every figure, from the skeletons that the pictures are painted on.

Run it after changing a pose or a view: `python -m vitrine.house.keypoints`.
"""

from pathlib import Path

import msgspec

from vitrine.house.atelier.people import KeyPoint
from vitrine.house.pictures import PICTURES
from vitrine.house.pictures.painted import STUDY
from vitrine.house.work import HouseFigure, work


def of_work(work_id: str) -> tuple[HouseFigure, ...]:
    """The figures of a work, in pixels of its own size; it is painted at the study's size, which fixes every landmark."""
    painted = PICTURES[work_id](STUDY)
    factor = work(work_id).size[0] / painted.pixels.shape[1]
    return tuple(
        HouseFigure(
            tuple(KeyPoint(p.name, round(p.x * factor, 1), round(p.y * factor, 1), p.visibility) for p in points)
        )
        for points in painted.figures
    )


def main() -> None:
    """Paint all works small and write their landmarks."""
    found = {key: figures for key in PICTURES if (figures := of_work(key))}
    Path(__file__).with_name("keypoints.json").write_bytes(msgspec.json.encode(found) + b"\n")


if __name__ == "__main__":
    main()
