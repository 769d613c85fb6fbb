"""Bodies and faces in any picture: several, small, turned, and where there is nothing to see."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tests.vision.conftest import painted
from vitrine.vision import models
from vitrine.vision.faces import find_faces
from vitrine.vision.figures import find_figures
from vitrine.vision.points import POSE_POINTS

BLANK = {
    "one pixel": np.zeros((1, 1, 3), np.uint8),
    "a line": np.full((1, 700, 3), 128, np.uint8),
    "a column": np.full((700, 1, 3), 128, np.uint8),
    "black": np.zeros((300, 400, 3), np.uint8),
    "white": np.full((300, 400, 3), 255, np.uint8),
    "grey": np.full((300, 400, 3), 127, np.uint8),
    "noise": np.random.default_rng(7).integers(0, 256, (240, 320, 3)).astype(np.uint8),
}


@pytest.fixture
def two_kites(built: None) -> np.ndarray:
    """A picture twice as wide as the kite's, with her in both halves."""
    return np.concatenate([painted("house-08", 760)] * 2, axis=1)


@pytest.mark.parametrize("pixels", BLANK.values(), ids=BLANK.keys())
def test_where_there_is_nothing_nothing_is_found(pixels: np.ndarray, built: None):
    assert find_figures(pixels) == []
    assert find_faces(pixels) == []


@pytest.mark.parametrize(
    "pixels",
    [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 4), np.uint8), np.zeros((4, 4, 3)), np.zeros((0, 4, 3), np.uint8)],
)
def test_what_is_not_a_picture_is_refused(pixels: np.ndarray):
    with pytest.raises(ValueError, match="A picture is bytes"):
        find_figures(pixels)
    with pytest.raises(ValueError, match="A picture is bytes"):
        find_faces(pixels)


def test_points_have_their_names_and_lie_on_the_figure(built: None):
    (figure,) = find_figures(painted("house-01", 760))
    assert tuple(point.name for point in figure.points) == POSE_POINTS
    at = {point.name: point for point in figure.points}
    assert at["nose"].y < at["left_hip"].y < at["left_ankle"].y
    assert all(0 <= point.visibility <= 1 for point in figure.points)


def test_two_figures_are_two(two_kites: np.ndarray):
    found = find_figures(two_kites)
    assert len(found) == 2
    left, right = sorted(figure.points[0].x for figure in found)
    assert right - left == pytest.approx(760, abs=30)


def test_no_more_are_told_than_asked_for(two_kites: np.ndarray):
    assert len(find_figures(two_kites, most=1)) == 1
    assert find_figures(two_kites, most=0) == []


def test_a_small_figure_in_a_large_picture_is_found_by_looking_closer(built: None):
    wall = np.full((1500, 2000, 3), 190, np.uint8)
    picture = painted("house-10", 380)
    wall[1000 : 1000 + picture.shape[0], 1400 : 1400 + picture.shape[1]] = picture
    assert find_faces(wall, closer=False) == []
    (face,) = find_faces(wall)
    assert all(1400 < x < 1400 + picture.shape[1] and 1000 < y < 1380 for x, y, _ in face.points)


def test_a_turned_face_is_found_turned(built: None):
    """A photograph held askew: all points turn with it."""
    upright = painted("house-10", 760)
    (face,), (turned,) = find_faces(upright), find_faces(np.ascontiguousarray(np.rot90(upright, 1)))
    points, others = np.array(face.points)[:, :2], np.array(turned.points)[:, :2]
    back = np.stack([upright.shape[1] - others[:, 1], others[:, 0]], axis=1)
    eyes = np.hypot(*(points[33] - points[263]))
    assert np.hypot(*(back - points).T).mean() < 0.15 * eyes


def test_a_dark_grey_picture_still_shows_a_face(built: None):
    dark = (painted("house-10", 760).mean(axis=2, keepdims=True).repeat(3, axis=2) * 0.35).astype(np.uint8)
    assert len(find_faces(dark)) == 1


def test_threads_see_the_same(built: None):
    picture = painted("house-10", 760)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: find_faces(picture, closer=False), range(8)))
    assert found == [found[0]] * 8


def test_without_the_front_end_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    with pytest.raises(models.ModelsMissingError, match="run `make demo`"):
        find_faces(np.zeros((10, 10, 3), np.uint8))
