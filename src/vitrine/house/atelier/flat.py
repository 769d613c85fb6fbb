"""Pictures built of flat planes: each shape in a few tones with clean borders, as in gouache, woodblock and lithography."""

from collections.abc import Mapping, Sequence

import numpy as np

from vitrine.house.atelier.features import features
from vitrine.house.atelier.noise import Field, blur, resize
from vitrine.house.atelier.people import Study, enlarged
from vitrine.house.atelier.solids import Floats, floats
from vitrine.house.atelier.vector import raster, rgb, tint

Tones = Mapping[str, Sequence[str]]
"""For each shape's name its colours from shade to light, `#rrggbb`."""
SHARP = 40.0
"""How fast one tone gives way to the next: a border about a pixel wide at full size."""


def bands_of(study: Study, field: Field, wobble: float = 0.03) -> Floats:
    """The light on a study at the picture's size, its levels unsteady as a hand's."""
    tone = resize(blur(study.tone, 1.3), field.width, field.height)
    size = max(field.width, field.height)
    return floats(tone + wobble * field.smooth(size / 45) + 0.5 * wobble * field.smooth(size / 160))


def planes(
    ground: Floats, study: Study, tones: Tones, bands: Floats, levels: Sequence[float] = (0.34, 0.62, 0.92)
) -> Floats:
    """Lay every named shape over `ground`: the colour changes where the light passes one of `levels`."""
    height, width = bands.shape
    picture = ground.copy()
    for name, colours in tones.items():
        mask = enlarged(np.clip(study.only(name) * 1.35, 0, 1), width, height)
        if mask.max() < 0.5:
            continue
        rows, columns = np.flatnonzero(mask.max(1) > 0), np.flatnonzero(mask.max(0) > 0)
        box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        part, light = mask[box], bands[box]
        colour: Floats = np.broadcast_to(np.asarray(rgb(colours[0]), np.float32), (*part.shape, 3))
        for level, brighter in zip(levels, colours[1:], strict=False):
            colour = tint(colour, np.clip((light - level) * SHARP + 0.5, 0, 1), rgb(brighter))
        picture[box] = tint(picture[box], part, colour)
    return picture


def faces(picture: Floats, study: Study, strength: float = 0.95) -> Floats:
    """Draw the features of the study's persons at the picture's size."""
    height, width = picture.shape[:2]
    view = study.relief.view
    heads = enlarged(study.only("head"), width, height)
    for person in study.persons:
        drawn = features(person.bones, view, person.look)
        if drawn:
            layer = raster(drawn, width, height, (view.width, view.height))
            alpha = layer[..., 3:] * heads[..., None] * np.float32(strength)
            picture = picture + alpha * (layer[..., :3] - picture)
    return picture


def gouache(picture: Floats, field: Field) -> Floats:
    """Opaque watercolour: pigment that dries darker at the borders, streaks of the brush, the paper's tooth."""
    unit = field.unit
    dried = picture + 0.22 * (picture - blur(picture, 5 * unit))
    light = (
        1
        + 0.030 * field.clouds(7 * unit, 2, 14)
        + 0.035 * field.clouds(150 * unit, 3)
        + 0.016 * field.grain(2.4 * unit)
    )
    return floats(np.clip(dried * light[..., None], 0, 1))


def ragged(field: Field, margin: float) -> Floats:
    """The painted field on its sheet (1 inside): brushed borders `margin` units from the edge, drier at left and right."""
    unit = field.unit
    rows, columns = field.grid()
    streak = field.clouds(6 * unit, 2, 30) * 14
    drift = field.smooth(260 * unit) * 7
    sides = np.minimum(columns, field.width - 1 - columns) / unit + streak + drift
    ends = np.minimum(rows, field.height - 1 - rows) / unit + drift + 0.25 * streak
    return np.clip((np.minimum(sides, ends) - margin) / 3, 0, 1).astype(np.float32)
