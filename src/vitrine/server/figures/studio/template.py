"""A face as nobody has it, from which a face is placed by a few landmarks: the canonical face of the model's makers."""

import json
from functools import cache

from vitrine.vision import models


@cache
def face_template() -> list[list[float]]:
    """Return the 468 points of the canonical face seen from the front, y down, in its own unit; none where it is not built."""
    try:
        mesh = json.loads(models.path("face_mesh.json").read_text("utf-8"))
    except FileNotFoundError:
        return []
    return [[round(x, 4), round(-y, 4), round(-z, 4)] for x, y, z in mesh["vertices"]]
