"""The faces that the house lays down: real ones, where the features are painted, and such as a visitor can match."""

import numpy as np
import pytest

from vitrine.house import HouseWork, works
from vitrine.vision.expression import matchable, measure

PORTRAITS = [shown for shown in works() if shown.faces]


@pytest.fixture(params=PORTRAITS, ids=lambda shown: shown.id)
def portrait(request: pytest.FixtureRequest) -> HouseWork:
    return request.param


def test_there_are_six_portraits_to_match():
    assert len(PORTRAITS) >= 6


def test_a_face_has_all_its_points_in_the_picture(portrait: HouseWork):
    (face,) = portrait.faces
    points = np.array(face.points)
    assert points.shape == (468, 3)
    assert (points[:, :2] > 0).all() and (points[:, :2] < portrait.size).all()


def test_the_face_lies_on_the_figures_face(portrait: HouseWork):
    """The skeleton that the picture was painted on knows where the eyes and the nose are; the model only saw the picture."""
    (figure,), (face,) = portrait.figures, portrait.faces
    at = {point.name: np.array([point.x, point.y]) for point in figure.points}
    eyes = np.hypot(*(at["left_eye_outer"] - at["right_eye_outer"]))
    for name, number in {"left_eye_outer": 263, "right_eye_outer": 33, "nose": 1}.items():
        assert np.hypot(*(np.array(face.points[number][:2]) - at[name])) < 0.35 * eyes, name


def test_every_portrait_can_be_matched(portrait: HouseWork):
    (face,) = portrait.faces
    assert matchable(measure(face)) is None


def test_the_portraits_ask_for_different_things():
    """Turned either way, tilted, looking down, the mouth open or closed."""
    asked = [measure(shown.faces[0]) for shown in PORTRAITS]
    assert min(one.yaw for one in asked) < -10 and max(one.yaw for one in asked) > 10
    assert min(one.pitch for one in asked) < -20
    assert max(abs(one.roll) for one in asked) > 15
    assert min(one.mouth_open for one in asked) < 0.03 and max(one.mouth_open for one in asked) > 0.1
    assert sum(abs(one.yaw) < 25 for one in asked) >= 5
