"""What a file's name says."""

import pytest

from vitrine.formats.media_names import is_media_name, media_type


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("https://museum.org/a.JPG?w=800#x", "image/jpeg"),
        ("folder/a.b/film.mp4", "video/mp4"),
        ("model.glb", "model/gltf-binary"),
        ("https://museum.org/object/12", ""),
        ("README.unknown", ""),
        ("", ""),
    ],
)
def test_media_type(name, type_):
    assert media_type(name) == type_


@pytest.mark.parametrize(
    ("value", "yes"),
    [
        ("8700356b.jpg", True),
        ("my scan 1.tif", True),
        ("a/b.jpg", False),
        ("museum.org", False),
        ("http://x.jpg", False),
    ],
)
def test_is_media_name(value, yes):
    assert is_media_name(value) is yes
