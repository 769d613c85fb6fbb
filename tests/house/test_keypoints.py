"""The stored landmarks: the same that the skeleton gives, and where the picture shows the limbs."""

from functools import cache

import numpy as np
import pytest

from vitrine.house.keypoints import of_work
from vitrine.house.pictures import PICTURES
from vitrine.house.work import work


@cache
def _acrobat() -> np.ndarray:
    return PICTURES["house-07"](480).pixels


def test_the_stored_landmarks_are_those_of_the_skeleton():
    stored, computed = work("house-05").figures, of_work("house-05")
    assert stored == computed


@pytest.mark.parametrize("joint", ["elbow", "wrist", "knee", "ankle"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_the_acrobats_joints_lie_on_her_orange_limbs(side: str, joint: str):
    """The cut-out has flat colours: a joint that is not on orange paper is not on the body."""
    pixels = _acrobat()
    factor = pixels.shape[1] / work("house-07").size[0]
    (point,) = [p for p in work("house-07").figures[0].points if p.name == f"{side}_{joint}"]
    colour = pixels[round(point.y * factor), round(point.x * factor)]
    assert colour == pytest.approx(np.array([0xD9, 0x54, 0x2F]) / 255, abs=0.12)


def test_left_is_the_figures_own_left():
    """The cardigan woman faces us: her left side is on the right of the picture."""
    at = {point.name: point.x for point in work("house-11").figures[0].points}
    for part in ("eye", "ear", "shoulder"):
        assert at[f"left_{part}"] > at[f"right_{part}"]
