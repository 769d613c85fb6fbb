import numpy as np
import pytest

from vitrine.house.atelier.light import Light
from vitrine.house.atelier.rays import View, look
from vitrine.house.atelier.tabletop import FRONT, TABLE, WALL, Setting, Vessel, surroundings, thrown

POT = thrown(Vessel(0.0, 0.0, ((0.0, 0.05), (0.2, 0.05)), (0.5, 0.5, 0.5)))
SETTING = Setting(pitch=25)
VIEW = View(240, 200, 300, 0.0, 0.05)


def test_a_vessel_is_cut_level_at_foot_and_mouth():
    seen = look([POT], View(100, 100, 300, 0, 0.1))
    rows = np.flatnonzero(seen.mask.any(1))
    assert len(rows) == pytest.approx(0.2 * 300, abs=2)


def test_wall_table_and_front_lie_one_below_the_other():
    _, zone = surroundings(VIEW, SETTING.tilted([POT]), Light(key=(-1, 1, 1)), SETTING)
    column = zone[:, 5].tolist()
    assert column[0] == WALL and column[-1] == FRONT and TABLE in column
    assert column == sorted(column, key=[WALL, TABLE, FRONT].index)


def test_the_shadow_falls_on_the_side_away_from_the_light():
    tone, zone = surroundings(VIEW, SETTING.tilted([POT]), Light(key=(-1, 0.8, 0.0)), SETTING)
    row = 115
    assert zone[row, 0] == TABLE
    assert tone[row, 120 + 28] < 0.7 * tone[row, 120 - 28]
