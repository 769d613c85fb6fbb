"""The machine that looks: which models it is, whether they are here, and a picture made ready for it."""

from pathlib import Path

import numpy as np
import pyvips
from numpy.typing import NDArray

from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.media.store import path_of
from vitrine.server.collection.models import MediaFile
from vitrine.server.figures import checksums
from vitrine.server.figures.models import Kind

USE = "key-points"
"""The use of AI that this is, by its card."""

FILES = {
    Kind.POSE: ("pose_detector.tflite", "pose_full.tflite"),
    Kind.FACE: ("face_detector.tflite", "face_landmarks.tflite"),
}
"""The models' files by what they find; the card names each with its checksum."""

MODEL = {Kind.POSE: "BlazePose full", Kind.FACE: "MediaPipe Face Mesh"}
"""What the machine is called where it proposes."""

MOST = 8
"""Figures looked for on one picture: more would be a crowd in which nobody strikes a pose."""

LONGEST = 2048
"""Pixels of the longer side that the machine is shown: larger pictures are scaled down first."""


class UnreadableError(ValueError):
    """The picture cannot be looked at; the message says why."""


def missing() -> str:
    """Return why the machine cannot look here: a model is not there, or another than its card says. Blank if it can."""
    return checksums.missing(USE, (name for names in FILES.values() for name in names))


def version(kind: Kind) -> str:
    """Return the version of the model that finds figures or faces: the beginning of its file's checksum."""
    from vitrine.vision import models  # noqa: PLC0415 (NumPy, for those who look at pictures)

    return checksums.checksum(models.path(FILES[kind][-1]))[:12]


def look(
    file: MediaFile, kind: Kind, box: tuple[float, float, float, float] | None = None
) -> list[tuple[list[list[float]], float]]:
    """Return the points of every figure or face on a picture, in its own pixels, and how sure the machine is of each.

    `box` (left, top, width, height in pixels of the file) has it look there only. Raises UnreadableError.
    """
    from vitrine.vision.faces import find_faces  # noqa: PLC0415 (as above)
    from vitrine.vision.figures import find_figures  # noqa: PLC0415 (as above)

    pixels, factor, left, top = _pixels(file, box)
    found: list[tuple[list[list[float]], float]] = []
    if kind == Kind.POSE:
        for figure in find_figures(pixels, MOST):
            points = [[one.x * factor + left, one.y * factor + top, one.visibility] for one in figure.points]
            found.append((_rounded(points), figure.score))
    else:
        for face in find_faces(pixels, MOST):
            points = [[x * factor + left, y * factor + top, z * factor] for x, y, z in face.points]
            found.append((_rounded(points), face.score))
    return found


def _pixels(
    file: MediaFile, box: tuple[float, float, float, float] | None
) -> tuple[NDArray[np.uint8], float, float, float]:
    """Return the picture as RGB, upright, no larger than LONGEST, and what brings points back to the file's own pixels."""
    if file.type not in LOADERS or not file.width or not file.height:
        raise UnreadableError(f"No picture is made of {file.type}.")
    path = path_of(file.checksum)
    if not path.is_file():
        raise UnreadableError("The file is missing from the store: `vitrine doctor` lists such files.")
    try:
        if box is None:
            image, left, top, wide = _scaled(path), 0.0, 0.0, float(file.width)
        else:
            image, left, top, wide = _cut(path, file, box)
        image = image.flatten(background=[255, 255, 255]) if image.hasalpha() else image
        image = image.extract_band(0, n=3) if image.bands >= 3 else image.bandjoin([image, image])
        pixels = np.ascontiguousarray(image.cast("uchar").numpy())
    except pyvips.Error as error:
        raise UnreadableError(f"The picture cannot be decoded: {str(error.message).splitlines()[0]}") from error
    return pixels, wide / pixels.shape[1], left, top


def _scaled(path: Path) -> pyvips.Image:
    return pyvips.Image.thumbnail(
        str(path), LONGEST, height=LONGEST, size="down", output_profile="srgb", fail_on="error"
    )


def _cut(
    path: Path, file: MediaFile, box: tuple[float, float, float, float]
) -> tuple[pyvips.Image, float, float, float]:
    """Return what lies in a box, from the picture at its own size: a small figure in a large picture is worth its pixels."""
    left, top = max(0, int(box[0])), max(0, int(box[1]))
    width, height = min((file.width or 0) - left, int(box[2])), min((file.height or 0) - top, int(box[3]))
    if width < 16 or height < 16:
        raise UnreadableError("The box is too small, or lies outside the picture.")
    # As large as it is, so that nothing is lost before the box is cut out; memory is bound by VITRINE_MEDIA_MAX_PIXELS.
    whole = pyvips.Image.thumbnail(
        str(path), file.width or 1, height=file.height or 1, size="down", output_profile="srgb", fail_on="error"
    )
    cut = whole.crop(left, top, width, height)
    factor = min(1.0, LONGEST / max(width, height))
    return (cut.resize(factor) if factor < 1 else cut), float(left), float(top), float(width)


def _rounded(points: list[list[float]]) -> list[list[float]]:
    return [[round(number, 2) for number in point] for point in points]
