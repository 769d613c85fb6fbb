"""What every picture function returns, and the sheets it works on."""

from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.people import KeyPoint, Study, key_points
from vitrine.house.atelier.solids import Floats

STUDY = 760
"""Long side of a study in pixels: what a brush 15 pixels broad at full size can still follow."""


@dataclass(frozen=True)
class Painted:
    """A finished picture (h, w, 3), as displayed 0..1, and the key points of the figures in it."""

    pixels: Floats
    figures: tuple[tuple[KeyPoint, ...], ...] = ()


def with_figures(pixels: Floats, study: Study) -> Painted:
    """The picture with the key points of everybody in its study."""
    height, width = pixels.shape[:2]
    return Painted(pixels, tuple(key_points(person, study.relief, width, height) for person in study.persons))


def sheets(long_side: int, shape: tuple[int, int], seed: int) -> tuple[Field, Field]:
    """The picture's sheet and its study's, of the proportions `shape` (wide, high), with one seeded chance for both."""
    rng = np.random.default_rng(seed)
    wide, high = shape[0] / max(shape), shape[1] / max(shape)
    small = min(STUDY, long_side)
    return (
        Field(rng, round(long_side * wide), round(long_side * high)),
        Field(rng, round(small * wide), round(small * high)),
    )
