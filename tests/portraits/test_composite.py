"""A visitor's face in a portrait: in its light and colours, on its surface, behind its hair, and nowhere else."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests import web

FACES = Path(__file__).parents[1] / "fixtures/portraits/faces.json"
SIDE = 260
SKIN, HAIR, WALL = (205, 160, 125), (45, 30, 25), (70, 90, 80)
OVAL = (
    10,
    338,
    297,
    332,
    284,
    251,
    389,
    356,
    454,
    323,
    361,
    288,
    397,
    365,
    379,
    378,
    400,
    377,
    152,
    148,
    176,
    149,
    150,
)
OVAL += (136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)


def face(share: float = 0.7) -> np.ndarray:
    """Return the points of a painted face that looks at us, as large as so much of the picture."""
    points = np.array(next(one["points"] for one in json.loads(FACES.read_text()) if one["of"].startswith("Mummy")))
    low, high = points.min(axis=0), points.max(axis=0)
    scale = share * SIDE / (high - low)[1]
    return (points - (low + high) / 2) * scale + np.array([SIDE / 2, SIDE / 2, 0])


def inside(points: np.ndarray, grow: float = 1.0) -> np.ndarray:
    """Return where the oval of a face is, grown or shrunk about its middle."""
    outline = points[list(OVAL), :2]
    outline = (outline - outline.mean(axis=0)) * grow + outline.mean(axis=0)
    y, x = np.mgrid[:SIDE, :SIDE]
    result = np.zeros((SIDE, SIDE), bool)
    for (ax, ay), (bx, by) in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        crosses = (ay <= y) != (by <= y)
        result ^= crosses & (x < ax + (y - ay) / np.where(by == ay, 1e-9, by - ay) * (bx - ax))
    return result


def portrait(skin: tuple[int, int, int] = SKIN, *, light: float = 0, grain: float = 0, seed: int = 1) -> np.ndarray:
    """Paint a plain face: skin before a wall, lit from the left by so much, with a grain of so much."""
    y, x = np.mgrid[:SIDE, :SIDE]
    picture = np.where(inside(face(), 1.15)[..., None], skin, WALL).astype(float)
    picture += light * (SIDE / 2 - x)[..., None]
    picture += np.random.default_rng(seed).normal(0, grain, (SIDE, SIDE, 1)) if grain else 0
    for eye in (33, 263, 133, 362, 13):
        at = face()[eye]
        picture[(x - at[0]) ** 2 + (y - at[1]) ** 2 < 30] = HAIR
    return picture.clip(0, 255).astype(np.uint8)


def composed(
    painting: np.ndarray, visitor: np.ndarray, folder: Path, in_front: dict[str, object] | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Paint a visitor into a painting as the browser does; return the picture and how far each pixel was touched."""
    for name, pixels in (("painting", painting), ("visitor", visitor)):
        rgba = np.dstack([pixels, np.full((SIDE, SIDE), 255, np.uint8)])
        (folder / name).write_bytes(rgba.tobytes())
    script = """
        const points = given.points.map(([x, y, z]) => ({ x, y, z }));
        const sitter = (name) => ({
            picture: { width: given.side, height: given.side, data: new Uint8ClampedArray(readFileSync(`${given.folder}/${name}`)) },
            face: points,
            inFront: given[name] ?? [],
        });
        const done = part.compose(sitter("painting"), sitter("visitor"), given.triangles);
        writeFileSync(`${given.folder}/result`, done.picture.data);
        return done.share;
    """
    given = {
        "points": face().tolist(),
        "side": SIDE,
        "folder": str(folder),
        "triangles": triangles(),
        **(in_front or {}),
    }
    web.run("portraits/composite/compose.ts", script, given, folder)
    result = np.frombuffer((folder / "result").read_bytes(), np.uint8).reshape(SIDE, SIDE, 4)
    touched = result[..., 3:] / 255
    return (result[..., :3] * touched + painting * (1 - touched)).round(), touched[..., 0]


def triangles() -> list[list[int]]:
    """Cover a face with triangles of its own points: enough where no canonical mesh is built."""
    points = face()[:, :2]
    middle = 4
    ring = list(OVAL)
    found = []
    for one, other in zip(ring, ring[1:] + ring[:1], strict=True):
        a, b, c = points[middle], points[one], points[other]
        turn = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
        found.append([middle, other, one] if turn > 0 else [middle, one, other])
    return found


def test_nothing_outside_the_face_is_touched(tmp_path: Path) -> None:
    painting = portrait(grain=6)
    result, touched = composed(painting, portrait((90, 60, 45), seed=2), tmp_path)
    outside = ~inside(face(), 1.1)
    assert (result[outside] == painting[outside]).all()
    assert touched[inside(face(), 0.6)].min() == 1


def test_a_sitter_painted_into_the_own_portrait_hardly_changes_it(tmp_path: Path) -> None:
    painting = portrait(light=0.2, grain=4)
    result, _ = composed(painting, painting, tmp_path)
    assert np.abs(result - painting)[inside(face(), 0.8)].mean() < 6


@pytest.mark.parametrize("skin", [(95, 60, 45), (240, 205, 190), (120, 130, 200)])
def test_the_visitors_skin_takes_the_paintings_colour(skin: tuple[int, int, int], tmp_path: Path) -> None:
    painting = portrait(grain=4)
    result, _ = composed(painting, portrait(skin, grain=2, seed=3), tmp_path)
    cheek = inside(face(), 0.7)
    assert np.median(result[cheek], axis=0) == pytest.approx(np.median(painting[cheek], axis=0), abs=10)


def test_light_falls_from_where_it_falls_in_the_painting(tmp_path: Path) -> None:
    painting, visitor = portrait(light=0.35), portrait(light=-0.35, seed=2)
    result, _ = composed(painting, visitor, tmp_path)
    cheeks = inside(face(), 0.7)
    left, right = cheeks.copy(), cheeks.copy()
    left[:, SIDE // 2 - 30 :] = False
    right[:, : SIDE // 2 + 30] = False
    assert np.median(result[left]) - np.median(result[right]) > 15


def test_the_paints_surface_is_on_the_visitors_face(tmp_path: Path) -> None:
    painting = portrait(grain=8)
    result, _ = composed(painting, portrait((110, 75, 60), seed=2), tmp_path)
    at = face()
    chin = ((at[152] + at[17]) / 2)[:2].round().astype(int)
    for cx, cy in (at[205][:2].round().astype(int), at[425][:2].round().astype(int), chin):
        window = np.s_[cy - 6 : cy + 7, cx - 6 : cx + 7]
        assert np.corrcoef(result[window].mean(axis=-1).ravel(), painting[window].mean(axis=-1).ravel())[0, 1] > 0.6


def test_hair_over_a_painted_face_stays_in_front(tmp_path: Path) -> None:
    painting = portrait()
    x = np.mgrid[:SIDE, :SIDE][1]
    lock = (x > face()[234][0] - 5) & (x < face()[234][0] + 32)
    painting[lock] = HAIR
    result, _ = composed(painting, portrait((240, 205, 190)), tmp_path)
    hidden = lock & inside(face(), 0.85) & (x < face()[234][0] + 24)
    assert np.abs(result - painting)[hidden].mean() < 12


def test_a_visitors_hand_or_hair_does_not_come_along(tmp_path: Path) -> None:
    painting, visitor = portrait(), portrait((150, 110, 90), seed=4)
    x = np.mgrid[:SIDE, :SIDE][1]
    visitor[x < face()[234][0] + 30] = (20, 160, 60)
    result, _ = composed(painting, visitor, tmp_path)
    edge = inside(face(), 0.9) & (x < face()[234][0] + 24)
    assert np.abs(result - painting)[edge].mean() < 15


def test_a_named_hand_in_front_of_a_painted_face_stays(tmp_path: Path) -> None:
    painting = portrait()
    hand = [{"x": 90, "y": 150}, {"x": 140, "y": 150}, {"x": 140, "y": 260}, {"x": 90, "y": 260}]
    result, touched = composed(painting, portrait((100, 70, 50)), tmp_path, {"painting": [hand]})
    assert (result[156:, 96:134] == painting[156:, 96:134]).mean() > 0.97
    assert touched[:120, 100:130].max() == 1


def test_a_named_hand_of_the_visitor_does_not_come_along(tmp_path: Path) -> None:
    painting, visitor = portrait(), portrait((205, 160, 125), seed=4)
    visitor[150:260:8, 90:140] = (150, 105, 85)  # fingers of the colour of skin: told by their place alone
    hand = [{"x": 88, "y": 148}, {"x": 142, "y": 148}, {"x": 142, "y": 260}, {"x": 88, "y": 260}]
    seen, without = np.s_[162:196, 102:128], {"visitor": [hand]}
    assert np.abs(composed(painting, visitor, tmp_path)[0] - painting)[seen].mean() > 4
    assert np.abs(composed(painting, visitor, tmp_path, without)[0] - painting)[seen].mean() < 2
