"""The arithmetic of seeing, as the browser does it: boxes, regions, pixels, smoothing, and whom to follow."""

import math
from pathlib import Path
from typing import Any

import pytest

from tests.web import run


@pytest.mark.parametrize(("size", "strides", "count"), [(224, [8, 16, 32, 32, 32], 2254), (128, [8, 16, 16, 16], 896)])
def test_a_detector_has_a_box_for_each_of_its_answers(
    tmp_path: Path, size: int, strides: list[int], count: int
) -> None:
    script = "return [...part.anchors(given)]"
    middles = run("body/anchors.ts", script, {"size": size, "strides": strides}, tmp_path)
    assert len(middles) == 2 * count
    assert middles[:4] == pytest.approx([4 / size] * 4, abs=1e-6)
    assert middles[-2:] == pytest.approx([1 - strides[-1] / 2 / size] * 2, abs=1e-6)


def test_a_body_that_lies_is_looked_at_upright(tmp_path: Path) -> None:
    """The head points to the right: the region's own "up" must, too."""
    script = """
    const region = part.aligned({x: 100, y: 50}, {x: 180, y: 50}, {scale: 1.25, upright: 90});
    return {region, top: part.project(region, 0.5, 0), middle: part.project(region, 0.5, 0.5)};
    """
    found = run("body/region.ts", script, None, tmp_path)
    assert found["region"]["size"] == pytest.approx(200)
    assert found["middle"] == pytest.approx({"x": 100, "y": 50})
    assert found["top"] == pytest.approx({"x": 200, "y": 50})


def test_a_palms_region_moves_towards_the_fingers(tmp_path: Path) -> None:
    script = """
    const box = {left: 0, top: 0, width: 10, height: 10};
    return part.about(box, {x: 5, y: 8}, {x: 5, y: 2}, {scale: 2.6, shift: -0.5, upright: 90});
    """
    assert run("body/region.ts", script, None, tmp_path) == pytest.approx({"x": 5, "y": 0, "size": 26, "angle": 0})


def _pixels(width: int, height: int) -> dict[str, Any]:
    """A picture whose red is the column and whose green is the row."""
    data = [value for y in range(height) for x in range(width) for value in (x, y, 0, 255)]
    return {"data": data, "width": width, "height": height}


SAMPLE = """
const pixels = {...given.pixels, data: Uint8ClampedArray.from(given.pixels.data)};
const out = new Float32Array(given.wanted.size ** 2 * 3);
part.sample(pixels, given.region, given.wanted, out);
return [...out];
"""


def test_a_picture_that_is_no_square_has_black_beside_it(tmp_path: Path) -> None:
    region = {"x": 20, "y": 10, "size": 40, "angle": 0}
    wanted = {"size": 4, "black": -1, "white": 1, "beside": "black"}
    out = run("body/sampling.ts", SAMPLE, {"pixels": _pixels(40, 20), "region": region, "wanted": wanted}, tmp_path)
    rows = [out[row * 12 : row * 12 + 12] for row in range(4)]
    assert rows[0] == [-1] * 12, "above the picture"
    assert rows[1][0::3] == pytest.approx([column / 127.5 - 1 for column in (0, 10, 20, 30)])
    assert rows[2][1] == pytest.approx(10 / 127.5 - 1)
    assert rows[3] == [-1] * 12, "below it"


def test_a_region_that_is_turned_is_read_turned_and_the_border_goes_on(tmp_path: Path) -> None:
    region = {"x": 20, "y": 20, "size": 40, "angle": math.pi / 2}
    wanted = {"size": 4, "black": 0, "white": 255, "beside": "border"}
    out = run("body/sampling.ts", SAMPLE, {"pixels": _pixels(40, 40), "region": region, "wanted": wanted}, tmp_path)
    assert out[0:2] == pytest.approx([39, 0]), "the upper left of the region is the upper right of the picture"
    assert out[3:5] == pytest.approx([39, 10]), "to the right is down"
    assert out[12:14] == pytest.approx([30, 0]), "down is to the left"


def test_boxes_upon_each_other_are_one_weighted_by_how_sure_they_are(tmp_path: Path) -> None:
    script = """
    const box = (left, score) => ({box: {left, top: 0, width: 100, height: 100}, points: [{x: left, y: 0}], score});
    return part.merged([box(10, 0.6), box(0, 0.9), box(500, 0.7)]);
    """
    one, other = run("body/detections.ts", script, None, tmp_path)
    assert one["box"]["left"] == pytest.approx(10 * 0.6 / 1.5)
    assert one["points"][0]["x"] == pytest.approx(10 * 0.6 / 1.5)
    assert one["score"] == 0.9
    assert other["box"]["left"] == pytest.approx(500)


SMOOTH = """
const filter = new part.OneEuro(given.options);
return given.values.map((value, i) => filter.apply(value, 1 + i * 1000 / 30, given.scale));
"""


def test_a_point_that_trembles_is_held_and_one_that_goes_is_followed(tmp_path: Path) -> None:
    options = {"minCutoff": 0.05, "beta": 80}
    trembling = [100 + (0.2 if i % 2 else -0.2) for i in range(60)]
    held = run("body/smoothing.ts", SMOOTH, {"options": options, "values": trembling, "scale": 1 / 400}, tmp_path)
    assert max(held[30:]) - min(held[30:]) < 0.5 * 0.4
    going = [100 + 10.0 * i for i in range(60)]
    followed = run("body/smoothing.ts", SMOOTH, {"options": options, "values": going, "scale": 1 / 400}, tmp_path)
    assert abs(followed[-1] - going[-1]) < 10, "less than one picture behind"


def test_the_first_steps_of_the_filter_are_those_of_the_paper(tmp_path: Path) -> None:
    """Casiez, Roussel, Vogel 2012, by hand: rate 30, cutoffs 1, beta 0: each share is 1 / (1 + 30 / 2π)."""
    given = {"options": {"minCutoff": 1, "beta": 0}, "values": [0, 1, 1], "scale": 1}
    share = 1 / (1 + 30 / (2 * math.pi))
    assert run("body/smoothing.ts", SMOOTH, given, tmp_path) == pytest.approx([0, share, share + (1 - share) * share])


FOLLOW = """
// An eye that is told who stands where; a person is a region, and looked at where the region is near enough.
let people = [];
const eye = {
    smoothing: {minCutoff: 1e6, beta: 0}, auxiliarySmoothing: {minCutoff: 1e6, beta: 0},
    find: async () => people.map(([x, y, size]) => ({box: {left: x, top: y, width: size, height: size}, points: [], score: 1})),
    regionOf: ({box}) => ({x: box.left, y: box.top, size: box.width, angle: 0}),
    look: async (pixels, region) => {
        const here = people.filter(([x, y, size]) => Math.hypot(x - region.x, y - region.y) < size / 2)[0];
        return here ? {landmarks: [{x: here[0], y: here[1], z: here[2], visibility: 1}], auxiliary: [], score: 1} : null;
    },
    next: ({landmarks: [one]}) => ({x: one.x, y: one.y, size: one.z, angle: 0}),
    sizeOf: ({landmarks: [one]}) => one.z,
};
const following = new part.Following(eye);
const seen = [];
for (const step of given) {
    people = step.people;
    if (step.pick) following.pick({x: step.pick[0], y: step.pick[1]});
    const found = await following.track({data: [], width: 640, height: 480}, step.at);
    seen.push(found && {x: Math.round(found.landmarks[0].x), others: found.others});
}
return seen;
"""


def _seen(tmp_path: Path, *steps: dict[str, Any]) -> list[Any]:
    found: list[Any] = run("body/following.ts", FOLLOW, list(steps), tmp_path)
    return found


ME, PASSING = [300, 240, 200], [560, 240, 150]


def test_the_largest_and_most_central_is_followed_and_the_others_are_counted(tmp_path: Path) -> None:
    assert _seen(tmp_path, {"at": 0, "people": [PASSING, ME]}) == [{"x": 300, "others": 1}]


def test_the_one_who_is_tapped_is_followed(tmp_path: Path) -> None:
    people = [ME, PASSING]
    seen = _seen(tmp_path, {"at": 0, "people": people}, {"at": 33, "people": people, "pick": [550, 230]})
    assert [one["x"] for one in seen] == [300, 560]


def test_a_tap_beside_everybody_changes_nothing(tmp_path: Path) -> None:
    people = [ME, PASSING]
    seen = _seen(tmp_path, {"at": 0, "people": people}, {"at": 33, "people": people, "pick": [20, 20]})
    assert [one["x"] for one in seen] == [300, 300]


def test_nobody_else_is_followed_while_the_player_is_out_of_sight(tmp_path: Path) -> None:
    steps = [{"at": 0, "people": [ME, PASSING]}]
    steps += [{"at": at, "people": [PASSING]} for at in (33, 500, 1900)]
    steps += [{"at": 1950, "people": [[320, 250, 200], PASSING]}]
    assert [one and one["x"] for one in _seen(tmp_path, *steps)] == [300, None, None, None, 320]


def test_after_a_while_the_next_visitor_may_play(tmp_path: Path) -> None:
    seen = _seen(tmp_path, *({"at": at, "people": people} for at, people in ((0, [ME]), (33, []), (2500, [PASSING]))))
    assert [one and one["x"] for one in seen] == [300, None, 560]


def test_a_leap_to_somebody_who_crosses_is_no_step(tmp_path: Path) -> None:
    """The model suddenly sees the points of another, half as large, far in the region."""
    seen = _seen(tmp_path, {"at": 0, "people": [ME]}, {"at": 33, "people": [[340, 240, 90]]})
    assert seen[1] is None


def test_what_is_sent_from_the_worker_comes_back_whole(tmp_path: Path) -> None:
    script = """
    const seen = {landmarks: [{x: 1.5, y: 2, z: -3, visibility: 0.5}, {x: 4, y: 5, z: 6, visibility: 1}],
                  score: 0.9, width: 640, height: 480, at: 12, others: 1};
    return part.unpack(part.pack(seen));
    """
    back = run("body/messages.ts", script, None, tmp_path)
    assert back == {
        "landmarks": [{"x": 1.5, "y": 2, "z": -3, "visibility": 0.5}, {"x": 4, "y": 5, "z": 6, "visibility": 1}],
        **{"score": 0.9, "width": 640, "height": 480, "at": 12, "others": 1},
    }
