"""Seeded irregularity: smooth noise, streaks, clouds, and the fibres of paper and canvas."""

import numpy as np
import pyvips

from vitrine.house.atelier.solids import Floats, floats

FULL = 2400
"""Long side in pixels at which one unit is one pixel: sizes of strokes and grains are given in such units."""


def resize(plane: Floats, width: int, height: int, kernel: str = "cubic") -> Floats:
    """A plane or picture at another size; libvips' own resampling."""
    image = pyvips.Image.new_from_array(np.ascontiguousarray(plane, dtype=np.float32))
    image = image.resize(width / image.width, vscale=height / image.height, kernel=kernel)
    result = np.asarray(image.numpy(), dtype=np.float32)
    short = (max(height - result.shape[0], 0), max(width - result.shape[1], 0))
    if any(short):
        result = np.pad(result, [(0, short[0]), (0, short[1])] + [(0, 0)] * (result.ndim - 2), mode="edge")
    return result[:height, :width]


def blur(plane: Floats, sigma: float) -> Floats:
    """Gaussian blur; large ones are done on a smaller copy."""
    if sigma < 0.35:
        return plane
    height, width = plane.shape[:2]
    shrink = int(min(sigma / 3, min(height, width) / 8))
    if shrink >= 2:
        small = resize(plane, -(-width // shrink), -(-height // shrink), "linear")
        return resize(blur(small, sigma / shrink), width, height, "linear")
    image = pyvips.Image.new_from_array(np.ascontiguousarray(plane, dtype=np.float32))
    pad = int(3 * sigma) + 1
    padded = image.embed(pad, pad, width + 2 * pad, height + 2 * pad, extend="copy")
    soft = padded.gaussblur(sigma, precision="float").extract_area(pad, pad, width, height)
    return np.asarray(soft.numpy(), dtype=np.float32)


class Field:
    """A size in pixels with its own randomness: everything irregular on a sheet or a study comes from here."""

    def __init__(self, rng: np.random.Generator, width: int, height: int) -> None:
        self.rng, self.width, self.height = rng, width, height
        self.unit = max(width, height) / FULL

    def grid(self) -> tuple[Floats, Floats]:
        """The row and the column of every pixel."""
        rows, columns = np.mgrid[0 : self.height, 0 : self.width].astype(np.float32)
        return rows, columns

    def border(self) -> Floats:
        """Pixels from every pixel to the nearest edge of the sheet."""
        rows, columns = self.grid()
        across = np.minimum(columns, self.width - 1 - columns)
        return np.minimum(across, np.minimum(rows, self.height - 1 - rows))

    def smooth(self, cell: float, stretch: float = 1.0) -> Floats:
        """Noise in -1..1 whose blobs are about `cell` pixels high and `stretch` times as wide."""
        columns = max(int(self.width / (cell * stretch)) + 3, 4)
        rows = max(int(self.height / cell) + 3, 4)
        knots = self.rng.uniform(-1, 1, (rows, columns)).astype(np.float32)
        return floats(np.clip(resize(knots, self.width, self.height) * 1.25, -1, 1))

    def clouds(self, cell: float, octaves: int = 4, stretch: float = 1.0) -> Floats:
        """Noise in about -1..1 with finer and finer detail of half the strength each."""
        total = np.zeros((self.height, self.width), np.float32)
        weight = 1.0
        for _ in range(octaves):
            if cell < 1:
                break
            total += np.float32(weight) * self.smooth(cell, stretch)
            cell, weight = cell / 2, weight / 2
        return total / np.float32(1.6)

    def upright(self) -> "Field":
        """The same field lying on its side, for noise that is stretched from top to bottom (transpose what it gives)."""
        return Field(self.rng, self.height, self.width)

    def grain(self, size: float = 1.0) -> Floats:
        """Fine random grain, mean 0, standard deviation 1, of about `size` pixels."""
        speck = self.rng.standard_normal((self.height, self.width), dtype=np.float32)
        if size <= 1:
            return speck
        soft = blur(speck, size / 2)
        return floats(soft / (soft.std() + np.float32(1e-6)))

    def weave(self, pitch: float = 7.0) -> Floats:
        """The weave of a linen canvas as height, about -1..1; threads `pitch` units apart, a little uneven."""
        pitch *= self.unit
        x = np.arange(self.width, dtype=np.float32)[None] + 2.4 * self.unit * self.smooth(90 * self.unit)
        y = np.arange(self.height, dtype=np.float32)[:, None] + 2.4 * self.unit * self.smooth(90 * self.unit)
        turn = np.float32(2 * np.pi / pitch)
        over = np.sin(x * turn / 2) * np.sin(y * turn / 2) > 0
        threads = np.where(over, np.abs(np.sin(x * turn)), np.abs(np.sin(y * turn))) * 2 - 1
        return floats(threads * (0.75 + 0.25 * self.smooth(40 * self.unit)))
