import numpy as np
import pytest

from vitrine.house.atelier.solids import Scene, Shape, Solid, floats

RED = (1.0, 0.0, 0.0)


def _distance(shapes: list[Shape], *point: float) -> float:
    return float(Scene(shapes).nearest(floats([point]))[0])


def test_the_distance_to_a_ball_is_exact():
    ball = Shape("ball", [Solid((1, 0, 0), (1, 0, 0), 0.25, 0.25, RED)])
    assert _distance([ball], 3, 0, 0) == pytest.approx(1.75)
    assert _distance([ball], 1, 0, 0) == pytest.approx(-0.25)


def test_a_rounded_cone_narrows_from_one_end_to_the_other():
    cone = Shape("cone", [Solid((0, 0, 0), (0, 2, 0), 0.4, 0.2, RED)])
    assert _distance([cone], 1, 0, 0) == pytest.approx(0.6)
    assert _distance([cone], 1, 1, 0) == pytest.approx(0.7)
    assert _distance([cone], 1, 2, 0) == pytest.approx(0.8)


def test_a_flattened_ball_is_thin_along_its_axis_and_round_across():
    lens = Shape("lens", [Solid((0, 0, 0), (0, 0, 0), 0.4, 0.4, RED, axis=(0, 0, 1), flat=4)])
    for point in ((0.4, 0, 0), (0, 0.4, 0), (0, 0, 0.1)):
        assert _distance([lens], *point) == pytest.approx(0, abs=1e-6)


def test_solids_of_a_shape_flow_together_and_shapes_stay_apart():
    left, right = Solid((-0.1, 0, 0), (-0.1, 0, 0), 0.1, 0.1, RED), Solid((0.1, 0, 0), (0.1, 0, 0), 0.1, 0.1, RED)
    together = _distance([Shape("one", [left, right], soft=0.05)], 0, 0.05, 0)
    apart = _distance([Shape("one", [left]), Shape("two", [right])], 0, 0.05, 0)
    assert together < apart


def test_a_cut_takes_away_what_lies_beyond_it():
    def above(points):
        return points[:, 1]

    bowl = Shape("bowl", [Solid((0, 0, 0), (0, 0, 0), 0.5, 0.5, RED)], cut=above)
    assert _distance([bowl], 0, -0.2, 0) < 0
    assert _distance([bowl], 0, 0.2, 0) == pytest.approx(0.2)


def test_a_part_of_the_scene_answers_as_the_whole_does_near_its_solids():
    rng = np.random.default_rng(3)
    solids = [Solid(tuple(rng.uniform(-1, 1, 3)), tuple(rng.uniform(-1, 1, 3)), 0.1, 0.1, RED) for _ in range(12)]
    scene = Scene([Shape("a", solids[:7]), Shape("b", solids[7:])])
    points = floats([solids[2].a, solids[8].b])
    part = scene.part(np.array([2, 8]))
    assert part.nearest(points) == pytest.approx(np.full(2, -0.1), abs=1e-5)
