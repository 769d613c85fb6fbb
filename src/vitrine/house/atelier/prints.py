"""Prints from blocks: lines cut by hand, what the gouge leaves standing, ink that covers unevenly, sheets that slip."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyvips

from vitrine.house.atelier.noise import Field, blur, resize
from vitrine.house.atelier.rays import Relief
from vitrine.house.atelier.solids import Floats, floats
from vitrine.house.atelier.vector import ink


@dataclass(frozen=True)
class Knife:
    """How lines are cut: `waver` from their course and `gaps` in their breadth, in shares of their distance."""

    waver: float = 0.16
    gaps: float = 0.14


@dataclass(frozen=True)
class Ink:
    """A colour to print with: `slip` moves the block (units), `cover` is the film's opacity, `salt` specks of bare paper."""

    colour: Sequence[float]
    slip: tuple[float, float] = (0.0, 0.0)
    cover: float = 0.96
    salt: float = 1.0


def sheet(field: Field, colour: Sequence[float], fibres: float = 0.5) -> Floats:
    """A sheet of handmade paper: tooth, a little cloudiness, a few long fibres."""
    unit = field.unit
    tooth = field.grain(2.2 * unit) * 0.35 + field.grain(6 * unit) * 0.25 + field.clouds(240 * unit, 3) * 0.3
    ground = np.asarray(colour, np.float32) * (1 + 0.018 * tooth)[..., None]
    if fibres:
        streaks = field.clouds(5 * unit, 2, 16) + field.upright().clouds(5 * unit, 2, 16).T
        ground -= (np.clip(streaks - 1.05, 0, 1) * 0.16 * fibres)[..., None] * np.array([0.5, 0.7, 1.0], np.float32)
    return floats(np.clip(ground, 0, 1))


def framed(field: Field, margin: float, uneven: float = 2.5) -> Floats:
    """The printed field on its sheet (1 inside): `margin` pixels from the edge, its border cut a little unevenly."""
    return cut(field.border() - margin + uneven * field.unit * field.smooth(120 * field.unit), field.unit)


def cut(edge: Floats, unit: float, softness: float = 1.1) -> Floats:
    """A mask with the edge a knife leaves: everything above 0 (pixels) in, everything below out."""
    return floats(np.clip(edge / np.float32(max(softness * unit, 0.6)) + 0.5, 0, 1))


def lines(field: Field, u: Floats, tone: Floats, period: float, knife: Knife | None = None) -> Floats:
    """Ink left between cuts that run along the levels of `u`, broader in the dark; 1 where there is ink.

    `u` in the same unit as `period`; `tone` 0 (all ink) to 1 (all cut away).
    """
    knife = knife or Knife()
    size = max(field.width, field.height)
    wobble = field.smooth(size / 60) * knife.waver + field.smooth(size / 220) * knife.waver * 0.35
    phase = u / np.float32(period) + wobble
    ridge = np.abs(phase - np.floor(phase) - 0.5) * 2
    breath = field.smooth(size / 130) * knife.gaps
    left = ridge - np.clip(tone + breath * (tone > 0.03) * (tone < 0.97), -0.1, 1.1)
    return cut(left.astype(np.float32) * 9 * field.unit, field.unit)


def gouges(field: Field, degrees: float, amount: float, length: float = 150, thick: float = 9) -> Floats:
    """Marks of the gouge, all about one direction: 1 in a mark. `amount` 0..1 is the share of the surface they take."""
    turn = np.radians(degrees)
    width, height = field.width, field.height
    diagonal = int(np.hypot(width, height)) + 2
    marks = Field(field.rng, diagonal, diagonal).clouds(thick * field.unit, 1, length / thick)
    cos, sin = float(np.cos(turn)), float(np.sin(turn))
    turned = pyvips.Image.new_from_array(marks).affine(
        [cos, sin, -sin, cos],
        oarea=[-width // 2, -height // 2, width, height],
        idx=-diagonal / 2,
        idy=-diagonal / 2,
        extend="copy",
    )
    plane = np.asarray(turned.numpy(), np.float32)
    level = float(np.quantile(plane[::7, ::7], 1 - amount))
    return floats(np.clip((plane - level) * 9, 0, 1))


def shifted(mask: Floats, right: int, down: int) -> Floats:
    """The mask moved by whole pixels; what leaves the sheet is lost."""
    if not right and not down:
        return mask
    height, width = mask.shape
    moved = np.zeros_like(mask)
    moved[max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)] = mask[
        max(-down, 0) : height - max(down, 0), max(-right, 0) : width - max(right, 0)
    ]
    return moved


def pressed(field: Field, ground: Floats, mask: Floats, with_: Ink) -> Floats:
    """A block printed on `ground`: thin ink leaves specks of paper, edges take more ink."""
    unit = field.unit
    mask = shifted(mask, round(with_.slip[0] * unit), round(with_.slip[1] * unit))
    rim = np.clip(mask - blur(mask, 5 * unit), 0, 1)
    speck = field.grain(2.0 * unit) + 0.6 * field.grain(5 * unit)
    bare = np.clip(speck - 2.25 + 0.35 * with_.salt * (field.clouds(320 * unit, 2) + 0.4), 0, 0.9) * (with_.salt > 0)
    film = with_.cover * (1 + 0.03 * field.smooth(90 * unit)) + 0.25 * rim
    return ink(ground, mask * np.clip(film - bare, 0, 1), with_.colour)


def crayon(field: Field, tone: Floats | float, tooth: float = 3.2) -> Floats:
    """Lithographic crayon: the grain of the stone breaks a tone (0..1 dark) into specks."""
    stone = field.grain(tooth * field.unit) * 0.75 + field.grain(1.6 * field.unit) * 0.45
    return np.clip(((tone - 0.5) * 3.6 + stone * 0.95) * 1.6 + 0.5, 0, 1).astype(np.float32)


def outlines(field: Field, relief: Relief, thick: float, step: float = 0.05, as_one: Sequence[int] = ()) -> Floats:
    """Contours, `thick` units: where one shape meets another or the depth jumps by `step` metres; 1 in a line.

    The shapes numbered in `as_one` have no lines between them.
    """
    shape = np.where(np.isin(relief.shape, as_one), -2, relief.shape)
    jump = np.zeros(shape.shape, np.float32)
    for axis in (0, 1):
        edge = (np.diff(shape, axis=axis) != 0) | (np.abs(np.diff(relief.depth, axis=axis)) > step)
        pad = [(0, 1), (0, 0)] if axis == 0 else [(0, 0), (0, 1)]
        jump = np.maximum(jump, np.pad(edge, pad).astype(np.float32))
    line = thick * field.unit
    soft = blur(jump, max(line * shape.shape[1] / field.width * 0.55, 1.15))
    large = resize(soft / (float(soft.max()) + 1e-6), field.width, field.height)
    return cut((large - 0.42) * line, field.unit)
