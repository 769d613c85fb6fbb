"""Painted paper cut with scissors and pasted: streaks of the brush in each sheet, a crisp edge, a thin shadow."""

import numpy as np

from vitrine.house.atelier.noise import Field, blur, resize
from vitrine.house.atelier.prints import shifted
from vitrine.house.atelier.solids import Floats, floats
from vitrine.house.atelier.vector import rgb

STREAKS = 0.048
"""How much lighter and darker the brush leaves the paper."""


class Table:
    """The sheet on which pieces are pasted, one over the other."""

    def __init__(self, field: Field, colour: str) -> None:
        self.field = field
        cell = 15 * field.unit
        across, down = field.clouds(cell, 3, 16), field.upright().clouds(cell, 3, 22).T
        tooth = field.grain(2 * field.unit) * 0.010
        self._light = [1 + STREAKS * across + tooth, 1 + STREAKS * np.ascontiguousarray(down) + tooth]
        self.picture = np.asarray(rgb(colour), np.float32) * self._light[0][..., None]

    def paste(self, mask: Floats, colour: str, way: int = 0, lift: float = 1.0) -> None:
        """Paste a piece (0..1 at the sheet's size); `way` turns its brush-strokes, `lift` is how far it stands off."""
        unit = self.field.unit
        rows, columns = np.flatnonzero(mask.max(1) > 0.01), np.flatnonzero(mask.max(0) > 0.01)
        if not rows.size:
            return
        pad = round(26 * unit) + 2
        box = np.s_[max(rows[0] - pad, 0) : rows[-1] + pad, max(columns[0] - pad, 0) : columns[-1] + pad]
        part = mask[box]
        shadow = shifted(blur(part, 5 * unit * lift), round(4 * unit), round(6 * unit)) * 0.34 * lift
        ground = self.picture[box] * (1 - np.clip(shadow, 0, 1))[..., None]
        paper = np.asarray(rgb(colour), np.float32) * self._light[way % 2][box][..., None]
        edge = np.clip(part - shifted(part, round(2 * unit), round(2 * unit)), 0, 1) * 0.10
        self.picture[box] = ground + part[..., None] * (paper + edge[..., None] - ground)


def scissored(mask: Floats, field: Field, snips: int = 150) -> Floats:
    """A silhouette simplified as scissors would: `snips` is the number of cells along the longer side that still count."""
    rows, columns = mask.shape
    longest = max(rows, columns)
    soft = blur(mask, longest / snips * 0.9)
    small = resize(soft, round(columns * snips / longest * 2), round(rows * snips / longest * 2), "linear")
    large = resize(small, field.width, field.height)
    return floats(np.clip((large - 0.5) * (max(field.width, field.height) / snips) * 0.9 + 0.5, 0, 1))
