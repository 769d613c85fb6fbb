import numpy as np
import pytest

from vitrine.house.atelier.brush import Brush, Canvas, flow, mix_angles, raking
from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.solids import floats

BRUSH = Brush(40, 120, cover=1.0, dry=0.0, vary=0.0, warm=0.0, spacing=0.4)


def _canvas(seed: int = 1) -> Canvas:
    return Canvas(Field(np.random.default_rng(seed), 300, 200), (0.0, 0.0, 0.0))


def _flat(*colour: float) -> np.ndarray:
    return np.full((20, 30, 3), floats(colour), np.float32)


LEVEL = np.zeros((20, 30), np.float32)


def test_strokes_carry_the_colour_of_the_study():
    paint = _canvas()
    paint.cover(_flat(0.2, 0.5, 0.7), LEVEL, BRUSH)
    assert np.median(paint.colour.reshape(-1, 3), axis=0) == pytest.approx([0.2, 0.5, 0.7], abs=0.03)


def test_strokes_stay_inside_a_mask():
    paint = _canvas()
    mask = np.zeros((200, 300), np.float32)
    mask[50:150, 100:200] = 1
    paint.cover(_flat(1, 1, 1), LEVEL, BRUSH, mask=mask)
    assert paint.colour[mask == 0].max() == 0
    assert paint.colour[mask == 1].mean() > 0.8


def test_strokes_are_laid_only_where_they_are_asked_for():
    paint = _canvas()
    where = np.zeros((20, 30), np.float32)
    where[:, :5] = 1
    paint.cover(_flat(1, 1, 1), LEVEL, BRUSH, where=where)
    assert paint.colour[:, 120:].max() == 0
    assert paint.colour[:, :40].mean() > 0.5
    paint.cover(_flat(1, 1, 1), LEVEL, BRUSH, where=where * 0)
    assert paint.colour[:, 120:].max() == 0


def test_the_same_seed_lays_the_same_strokes():
    pictures = []
    for _ in range(2):
        paint = _canvas(7)
        paint.cover(_flat(0.2, 0.5, 0.7), LEVEL, Brush(30, 90))
        pictures.append(paint.colour)
    assert np.array_equal(*pictures)


def test_a_stroke_is_long_in_its_direction():
    def spread(degrees: float) -> tuple[float, float]:
        paint = Canvas(Field(np.random.default_rng(1), 300, 300), (0.0, 0.0, 0.0))
        spot = np.zeros((60, 60), np.float32)
        spot[30, 30] = 1
        brush = Brush(120, 900, cover=1, dry=0, bow=0, wander=0, spacing=0.05)
        paint.cover(
            np.ones((60, 60, 3), np.float32), np.full((60, 60), np.radians(degrees), np.float32), brush, where=spot
        )
        rows, columns = np.nonzero(paint.colour[..., 0] > 0.5)
        return float(np.ptp(columns)), float(np.ptp(rows))

    across, down = spread(0)
    assert across > 3 * down
    across, down = spread(90)
    assert down > 3 * across


def test_flow_runs_along_edges():
    stripes = np.repeat(np.sin(np.arange(60) / 3).astype(np.float32)[None], 60, axis=0)
    upright = flow(stripes, 3)
    assert np.abs(np.cos(upright[20:40, 20:40])).mean() < 0.2
    level = flow(stripes.T.copy(), 3)
    assert np.abs(np.sin(level[20:40, 20:40])).mean() < 0.2


def test_opposite_directions_are_the_same_direction():
    a, b = np.full((2, 2), 0.1, np.float32), np.full((2, 2), 0.1 + np.pi, np.float32)
    assert mix_angles(a, b, 0.5) == pytest.approx(a, abs=1e-5)


def test_ridges_catch_the_light():
    paint = np.full((4, 9, 9), 0.5, np.float32)
    paint[3] = np.linspace(0, 1, 9, dtype=np.float32)[None]
    assert raking(paint, strength=0.5).mean() > 0.5
