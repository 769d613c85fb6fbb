import numpy as np
import pytest

from vitrine.house.atelier.body import Build
from vitrine.house.atelier.clothes import Fit, Legs, open_front, shirt, trousers
from vitrine.house.atelier.features import Features, features
from vitrine.house.atelier.head import Face
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.people import HIDDEN, OUTSIDE, SEEN, Looks, dressed, key_points, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, assemble
from vitrine.house.atelier.skirts import Hem, skirt
from vitrine.house.atelier.solids import Shape, Solid

LIGHT = Light(key=(-0.6, 0.7, 0.7))
VIEW = View(150, 230, 120, 0.0, 0.9)


def _person(clothes=None):
    bones = assemble(Pose(), (0, 0.92, 0))
    return dressed(bones, Build(), clothes(bones) if clothes else [], Looks(hair="bob"))


def _named(found, name: str):
    return next(point for point in found if point.name == name)


def test_a_standing_person_shows_from_head_to_foot():
    seen = study([_person()], VIEW, LIGHT)
    points = key_points(_person(), seen.relief, 300, 460)
    assert len(points) == 33
    for name in ("left_shoulder", "right_elbow", "left_knee", "right_foot_index", "nose"):
        assert _named(points, name).visibility == SEEN
    assert _named(points, "nose").y < _named(points, "left_shoulder").y < _named(points, "left_knee").y
    assert seen.mask[int(_named(points, "left_knee").y / 2), int(_named(points, "left_knee").x / 2)] > 0.9


def test_what_stands_in_front_hides_a_landmark():
    board = Shape("board", [Solid((-0.3, 0.9, 0.6), (0.3, 0.9, 0.6), 0.15, 0.15, (1, 1, 1))])
    person = _person()
    points = key_points(person, study([person], VIEW, LIGHT, [board]).relief, 150, 230)
    assert _named(points, "left_hip").visibility == HIDDEN
    assert _named(points, "left_shoulder").visibility == SEEN


def test_what_lies_beyond_the_edge_is_marked():
    person, bust = _person(), View(100, 100, 200, 0, 1.5)
    points = key_points(person, study([person], bust, LIGHT).relief, 100, 100)
    assert _named(points, "left_ankle").visibility == OUTSIDE
    assert _named(points, "nose").visibility == SEEN


def test_clothes_cover_the_skin():
    bare = study([_person()], VIEW, LIGHT)
    clad = study([_person(lambda bones: [shirt(bones, (1, 0, 0)), trousers(bones, (0, 0, 1))])], VIEW, LIGHT)
    assert clad.only("skin").sum() < 0.15 * bare.only("skin").sum()


@pytest.mark.parametrize(("sleeve", "bare_arm"), [(0.0, True), (2.0, False)])
def test_sleeves_end_where_they_are_cut(sleeve: float, bare_arm: bool):
    person = _person(lambda bones: [shirt(bones, (1, 0, 0), Fit(sleeve=sleeve))])
    seen = study([person], VIEW, LIGHT)
    x, y = VIEW.pixel((person.bones.joints["left_elbow"] + person.bones.joints["left_wrist"]) / 2)
    assert bool(seen.only("skin")[int(y), int(x)] > 0.5) == bare_arm


def test_shorts_leave_the_knees_bare():
    person = _person(lambda bones: [trousers(bones, (0, 0, 1), Legs(0.5))])
    x, y = VIEW.pixel(person.bones.joints["left_knee"])
    assert study([person], VIEW, LIGHT).only("skin")[int(y), int(x)] > 0.5


def test_a_skirt_ends_at_its_hem():
    person = _person(lambda bones: [skirt(bones, (1, 0, 0), Hem((0.0, 0.6, 0.0), 0.3))])
    rows = np.flatnonzero(study([person], VIEW, LIGHT).only("skirt").max(1) > 0.5)
    assert VIEW.pixel((0, 0.6, 0))[1] == pytest.approx(rows[-1], abs=6)


def test_an_open_jacket_shows_what_is_under_it():
    def clothes(bones):
        jacket = shirt(bones, (0, 0, 1), Fit(loose=2.3), "jacket")
        jacket.cut = open_front(bones, 0.3, 0.3)
        return [shirt(bones, (1, 1, 1), Fit(sleeve=0, loose=0.3)), jacket]

    seen = study([_person(clothes)], VIEW, LIGHT)
    assert seen.only("shirt").sum() > 20
    assert seen.only("jacket").sum() > seen.only("shirt").sum()


def test_features_are_drawn_only_on_a_face_that_can_be_seen():
    towards, away = (assemble(Pose(head_yaw=yaw)) for yaw in (0, 180))
    assert features(towards, VIEW, Features()).count("clipPath id") == 2
    assert "clipPath" not in features(away, VIEW, Features())
    assert features(assemble(Pose(head_yaw=75)), VIEW, Features()).count("clipPath id") == 1


def test_an_open_mouth_is_dark_between_the_lips():
    def mouth(parted: float) -> np.ndarray:
        bones = assemble(Pose(), (0, 0.92, 0))
        looks = Looks(Face(parted=parted), Features(parted=parted), hair=None)
        seen = study([dressed(bones, Build(), [], looks)], close, LIGHT)
        x, y = close.pixel(bones.local("head", "head", 0.0, -0.067 - 0.6 * 0.014, 0.092))
        return seen.colour[int(y), int(x)]

    throat = assemble(Pose(), (0, 0.92, 0)).joints["head"]
    close = View(300, 300, 900, float(throat[0]), float(throat[1]))
    assert mouth(0.014).mean() < 0.6 * mouth(0.0).mean()
