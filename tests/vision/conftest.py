"""The models, where the front end is built, and the pictures that the reference looked at."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips

from tests.conftest import IN_CI
from vitrine.house.pictures import PICTURES
from vitrine.vision import models

FIXTURES = Path(__file__).parents[1] / "fixtures" / "body"


@dataclass(frozen=True)
class Seen:
    """A picture and what the reference saw in it."""

    name: str
    pixels: np.ndarray
    pose: dict[str, list[dict[str, Any]]]
    faces: list[dict[str, Any]]


@pytest.fixture
def built() -> None:
    """The model files, which the front end's build makes; without them the test skips and says so, but with CI=true it fails."""
    try:
        models.path("pose_full.tflite")
    except models.ModelsMissingError as missing:
        (pytest.fail if IN_CI else pytest.skip)(str(missing))


@cache
def painted(name: str, long_side: int) -> np.ndarray:
    """A picture of the house as a file would show it, compressed as it is when it is exported."""
    pixels = np.clip(PICTURES[name](long_side).pixels * 255 + 0.5, 0, 255).astype(np.uint8)
    file = pyvips.Image.new_from_array(np.ascontiguousarray(pixels)).copy(interpretation="srgb").jpegsave_buffer(Q=90)
    return np.ascontiguousarray(pyvips.Image.new_from_buffer(file, "").numpy())


@pytest.fixture
def seen(request: pytest.FixtureRequest, built: None, reference) -> Seen:
    """The fixture of the name that the test is given; a picture of the gallery must be the file that was looked at."""
    name = request.param
    told = json.loads((FIXTURES / f"{name}.json").read_text())
    if told["source"] == "house":
        pixels = painted(name, told["long_side"])
    else:
        file = reference(f"gallery/{told['file']}")
        pixels = np.ascontiguousarray(pyvips.Image.new_from_file(str(file)).numpy()[..., :3])
    assert [pixels.shape[1], pixels.shape[0]] == told["size"]
    return Seen(name, pixels, told["pose"], told["faces"])
