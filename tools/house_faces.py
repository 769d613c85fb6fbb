"""Writes `src/vitrine/house/faces.json`: the points of the faces that the shipped model finds in the house's portraits.

Run it after changing a portrait, look at the drawings that it leaves in the folder, and only then commit:

    python tools/house_faces.py /tmp/faces
"""

import argparse
from pathlib import Path

import msgspec
import numpy as np
import pyvips

from vitrine.house import paint
from vitrine.house.work import HouseFace, work
from vitrine.vision.faces import find_faces

PORTRAITS = ("house-01", "house-09", "house-10", "house-11", "house-12", "house-13")
"""The works whose faces a visitor can match: large enough, and all features to be seen."""
SIDE = 1600
"""Pixels of the longer side that the model is shown."""
OUTPUT = Path(__file__).resolve().parent.parent / "src" / "vitrine" / "house" / "faces.json"


def main() -> None:
    """Paint the portraits, find their faces, write them and draw them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, help="where the pictures and the drawings go")
    folder = options.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    faces = {}
    for name in PORTRAITS:
        file = folder / f"{name}.jpg"
        paint(name, file)
        faces[name] = (face(name, file),)
        draw(file, faces[name][0], folder / f"{name}-points.jpg")
    OUTPUT.write_bytes(b"{\n" + b",\n".join(_line(name, found) for name, found in faces.items()) + b"\n}\n")


def face(name: str, file: Path) -> HouseFace:
    """The face in a portrait, in pixels of its own size. Raises SystemExit where there is not exactly one."""
    image = pyvips.Image.thumbnail(str(file), SIDE, height=SIDE)
    found = find_faces(np.ascontiguousarray(image.numpy()))
    if len(found) != 1:
        raise SystemExit(f"{name} shows {len(found)} faces to the model, not one.")
    factor = work(name).size[0] / image.width
    return HouseFace(
        tuple((round(x * factor, 1), round(y * factor, 1), round(z * factor, 1)) for x, y, z in found[0].points)
    )


def draw(file: Path, found: HouseFace, output: Path) -> None:
    """The head, the points on it as dots."""
    image = pyvips.Image.new_from_file(str(file), access="random").copy_memory()
    for x, y, _ in found.points:
        image = image.draw_circle([0, 255, 255], round(x), round(y), 2, fill=True)
    x, y = np.array(found.points)[:, :2].min(0), np.array(found.points)[:, :2].max(0)
    image.crop(int(x[0]) - 60, int(x[1]) - 60, int(y[0] - x[0]) + 120, int(y[1] - x[1]) + 120).jpegsave(str(output))


def _line(name: str, found: tuple[HouseFace, ...]) -> bytes:
    return msgspec.json.encode(name) + b":" + msgspec.json.encode(found)


if __name__ == "__main__":
    main()
