"""Grounds and rooms for figures to stand in: soft gradients, floors, clouds, the shadows figures throw."""

from collections.abc import Sequence

import numpy as np

from vitrine.house.atelier.noise import Field, blur
from vitrine.house.atelier.solids import Floats, floats

Pair = tuple[float, float]


def fade(width: int, height: int, stops: Sequence[tuple[float, Sequence[float]]]) -> Floats:
    """A picture whose colour changes from top (0) to bottom (1) through the stops."""
    rows = (np.arange(height, dtype=np.float32) + 0.5) / height
    places = [place for place, _ in stops]
    channels = [np.interp(rows, places, [colour[i] for _, colour in stops]) for i in range(3)]
    column = np.stack(channels, -1).astype(np.float32)
    return np.repeat(column[:, None], width, axis=1)


def glow(width: int, height: int, centre: Pair, reach: Pair) -> Floats:
    """A soft pool of light (0..1); centre and reach are shares of width and height."""
    u = ((np.arange(width, dtype=np.float32) + 0.5) / width - centre[0]) / reach[0]
    v = ((np.arange(height, dtype=np.float32) + 0.5) / height - centre[1]) / reach[1]
    pool: Floats = np.exp(-(u[None] ** 2 + v[:, None] ** 2)).astype(np.float32)
    return pool


def below(width: int, height: int, share: float) -> Floats:
    """1 under the horizontal at `share` of the height, 0 above: the floor."""
    return np.repeat((np.arange(height)[:, None] > share * height).astype(np.float32), width, axis=1)


def cast(mask: Floats, ground: float, lean: float, rise: float, soft: float = 0.0) -> Floats:
    """The shadow a silhouette throws on a floor: a point h pixels above row `ground` falls `lean * h` to the right and `rise * h` up.

    The shadow grows softer away from the feet when `soft` (pixels of blur at the farthest end) is given.
    """
    height, width = mask.shape
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    high = (ground - rows) / np.float32(rise)
    source_row = np.rint(ground - high).astype(int)
    source_column = np.rint(columns - lean * high).astype(int)
    inside = (high >= 0) & (source_row >= 0) & (source_row < height) & (source_column >= 0) & (source_column < width)
    shadow = np.zeros_like(mask)
    shadow[inside] = mask[source_row[inside], source_column[inside]]
    if not soft:
        return shadow
    share = np.clip(high / max(float(high[inside].max()) if inside.any() else 1.0, 1.0), 0, 1)
    near, far = blur(shadow, soft * 0.25), blur(shadow, soft)
    return floats(near * (1 - share) + far * share)


def cumulus(field: Field, cell: float, cover: float = 0.0, stretch: float = 1.9) -> tuple[Floats, Floats]:
    """Heaped clouds: how thick they are (0..1) and how lit from above left (0..1). `cell` in pixels; `cover` -1 none .. 1 all."""
    heap = field.clouds(cell, 5, stretch)
    thick = np.clip((heap + cover) * 3.2, 0, 1)
    body = blur(np.clip(heap + cover, 0, 1), cell * 0.07)
    down, across = np.gradient(body)
    lit = np.clip(0.62 + (down * 0.9 + across * 0.5) * cell * 0.9, 0, 1)
    return floats(thick), floats(lit)


def angle_field(width: int, height: int, degrees: float) -> Floats:
    """One direction everywhere, as brushes take it."""
    return np.full((height, width), np.radians(degrees), np.float32)


def contrasts(ground: Floats, gain: float = 30.0) -> Floats:
    """Where a study has edges that want a smaller brush, 0..1."""
    return floats(np.clip(np.hypot(*np.gradient(ground.mean(-1))) * gain, 0, 1))
