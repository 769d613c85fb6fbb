import numpy as np
import pytest

from vitrine.house.atelier.light import Light, shade
from vitrine.house.atelier.rays import FAR, View, look
from vitrine.house.atelier.solids import Shape, Solid

VIEW = View(200, 160, 100, 0.0, 0.0)
BALL = Shape("ball", [Solid((0, 0, 0), (0, 0, 0), 0.5, 0.5, (0.2, 0.4, 0.6))])


def test_a_ball_shows_as_a_disc_of_its_size_in_its_colour():
    seen = look([BALL], VIEW)
    assert seen.mask.sum() == pytest.approx(np.pi * 50**2, rel=0.02)
    assert seen.colour[80, 100] == pytest.approx([0.2, 0.4, 0.6], abs=1e-5)
    assert seen.depth[80, 100] == pytest.approx(0.5, abs=0.005)
    assert seen.depth[2, 2] == FAR


def test_its_surface_turns_away_towards_the_rim():
    seen = look([BALL], VIEW)
    assert seen.normal[80, 100] == pytest.approx([0, 0, 1], abs=0.03)
    assert seen.normal[80, 100 + 40][0] == pytest.approx(0.8, abs=0.04)
    assert seen.normal[80 - 40, 100][1] == pytest.approx(0.8, abs=0.04)


def test_what_is_in_front_hides_what_is_behind():
    coin = Shape("coin", [Solid((0, 0, 1), (0, 0, 1), 0.1, 0.1, (1, 1, 1))])
    seen = look([BALL, coin], VIEW)
    assert seen.shape[80, 100] == 1
    assert seen.shape[80, 130] == 0


def test_points_fall_where_the_view_puts_them():
    x, y = VIEW.pixel((0.5, 0.25, 9.0))
    assert (x, y) == pytest.approx((150, 55))
    assert VIEW.resized(400, 320).pixel((0.5, 0.25, 0)) == pytest.approx((300, 110))


def test_the_side_that_faces_the_light_is_bright():
    _, tone = shade(look([BALL], VIEW), [BALL], Light(key=(-1, 0, 0.3)))
    assert tone[80, 100 - 40] > 2 * tone[80, 100 + 40]


def test_a_thing_in_the_way_of_the_light_throws_a_shadow():
    lamp = Light(key=(0.0, 1.0, 0.0))
    wall = Shape("step", [Solid((-0.6, -0.5, 0), (0.6, -0.5, 0), 0.2, 0.2, (1, 1, 1))])
    roof = Shape("roof", [Solid((-0.6, 0.4, 0), (0.0, 0.4, 0), 0.2, 0.2, (1, 1, 1))])
    _, tone = shade(look([wall, roof], VIEW), [wall, roof], lamp)
    row = 80 + 32
    assert tone[row, 100 + 40] > 1.5 * tone[row, 100 - 40]
