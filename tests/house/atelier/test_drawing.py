"""Shapes drawn as SVG, letters, mountains, and noise."""

import numpy as np
import pytest

from vitrine.house.atelier.letters import Type, lettering
from vitrine.house.atelier.mountains import Slopes, massif, ridge
from vitrine.house.atelier.noise import Field, blur, resize
from vitrine.house.atelier.plants import frond, leaf
from vitrine.house.atelier.staging import cast, fade, glow
from vitrine.house.atelier.vector import hexed, ink, over, points, polygon, raster, rgb, stencil, tapered, tint


def test_points_are_read_as_svg_writes_them():
    assert points("0,62 14.5,-50") == [(0.0, 62.0), (14.5, -50.0)]


def test_a_colour_survives_being_written_and_read():
    assert hexed(rgb("#a1b2c3")) == "#a1b2c3"


def test_a_polygon_covers_its_area_whatever_the_size_of_the_sheet():
    square = polygon([(10, 10), (30, 10), (30, 30), (10, 30)], "#000")
    for size in (40, 200):
        assert stencil(square, size, size, (40, 40)).mean() == pytest.approx(0.25, abs=0.01)


def test_a_tapered_line_is_as_broad_as_told():
    drawn = stencil(tapered([(10, 50), (50, 50), (90, 50)], [4, 20, 4], "#000"), 100, 100)
    assert drawn[:, 50].sum() == pytest.approx(20, abs=1.5)
    assert drawn[:, 12].sum() < 9


def test_layers_lie_over_and_ink_shines_through():
    ground = np.full((4, 4, 3), 0.5, np.float32)
    red = raster('<rect width="4" height="4" fill="#f00"/>', 4, 4)
    assert over(ground, red)[0, 0] == pytest.approx([1, 0, 0])
    assert tint(ground, np.full((4, 4), 0.5, np.float32), (1, 1, 1))[0, 0] == pytest.approx([0.75] * 3)
    assert ink(ground, np.ones((4, 4), np.float32), (1, 0.5, 0))[0, 0] == pytest.approx([0.5, 0.25, 0])


def test_a_line_of_letters_fills_its_width():
    drawn = stencil(lettering("LINO", (10, 10), Type(20, 3, 100)), 120, 40)
    columns = np.flatnonzero(drawn.max(0) > 0.5)
    assert columns[0] == pytest.approx(10, abs=1.5)
    assert columns[-1] == pytest.approx(110, abs=2)


def test_a_letter_that_is_missing_is_not_left_out_in_silence():
    with pytest.raises(KeyError):
        lettering("ÅBC", (0, 0), Type(10, 1, 50))


def test_a_ridge_passes_through_its_corners():
    corners = [(0.0, 50.0), (40.0, 10.0), (100.0, 60.0)]
    line = ridge(np.random.default_rng(1), corners)
    assert set(corners) <= set(line)
    drawn = raster(massif(np.random.default_rng(1), corners, 80, Slopes("#ffffff", "#000000")), 100, 100)
    assert drawn[75, 50, 3] == 1 and drawn[5, 80, 3] == 0


def test_a_leaf_runs_from_its_base_to_its_tip():
    outline = leaf((0, 0), (10, 0), 4)
    assert outline[0] == (0, 0) and outline[4] == pytest.approx((10, 0))
    assert max(y for _, y in outline) == pytest.approx(2)
    assert len(frond((0, 0), (0, 10), 4, 3)) == 2 + 2 * 4 * 7


def test_resizing_gives_the_size_asked_for_and_blurring_keeps_the_mean():
    plane = np.random.default_rng(2).random((37, 53)).astype(np.float32)
    assert resize(plane, 101, 77).shape == (77, 101)
    assert blur(plane, 2.0).mean() == pytest.approx(plane.mean(), abs=0.02)
    assert blur(plane, 9.0).std() < 0.3 * plane.std()


def test_noise_comes_from_its_seed_alone():
    a, b, c = (Field(np.random.default_rng(seed), 60, 40).clouds(10) for seed in (1, 1, 2))
    assert a.shape == (40, 60)
    assert np.array_equal(a, b) and not np.array_equal(a, c)


def test_a_fade_runs_from_its_first_to_its_last_colour():
    sky = fade(3, 100, [(0, (0, 0, 1)), (1, (1, 0, 0))])
    assert sky[0, 0] == pytest.approx([0, 0, 1], abs=0.02)
    assert sky[-1, 2] == pytest.approx([1, 0, 0], abs=0.02)


def test_a_pool_of_light_is_brightest_in_its_middle():
    pool = glow(50, 50, (0.5, 0.5), (0.2, 0.2))
    assert np.unravel_index(pool.argmax(), pool.shape) in {(24, 24), (24, 25), (25, 24), (25, 25)}
    assert pool[0, 0] < 0.01


def test_a_silhouette_throws_its_shadow_to_the_side():
    mast = np.zeros((60, 60), np.float32)
    mast[10:50, 20] = 1
    shadow = cast(mast, 50, 0.5, 0.25)
    rows, columns = np.nonzero(shadow)
    assert rows.min() == 40 and rows.max() <= 50
    assert columns.max() == pytest.approx(20 + 0.5 * 40, abs=1)
