"""The faces that the house lays down are those that the shipped model finds in its portraits."""

import numpy as np
import pytest

from tests.vision.conftest import painted
from vitrine.house import HouseWork, works
from vitrine.vision.faces import find_faces

PORTRAITS = [shown for shown in works() if shown.faces]


@pytest.mark.parametrize("portrait", PORTRAITS, ids=lambda portrait: portrait.id)
def test_the_stored_face_is_found_in_the_painting(portrait: HouseWork, built: None):
    pixels = painted(portrait.id, 760)
    (found,) = find_faces(pixels)
    stored = np.array(portrait.faces[0].points)[:, :2]
    here = np.array(found.points)[:, :2] * portrait.size[0] / pixels.shape[1]
    eyes = np.hypot(*(stored[33] - stored[263]))
    assert np.hypot(*(here - stored).T).mean() < 0.1 * eyes
