"""The pictures: every one paints at any size, comes out the same again, and says in the file what it is."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import pyvips

from vitrine.house import paint, works
from vitrine.house.pictures import PICTURES

SMALL = 160
"""Long side in pixels: enough to go through every step of the painting, small enough for a test."""


@dataclass(frozen=True)
class Gallery:
    """All works, painted small once: the files, and the figures that came with them."""

    folder: Path
    figures: dict[str, tuple]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    folder, figures = tmp_path_factory.mktemp("gallery"), {}
    for shown in works():
        picture = PICTURES[shown.id](SMALL)
        figures[shown.id] = picture.figures
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(PICTURES, shown.id, lambda _, picture=picture: picture)
            paint(shown.id, folder / f"{shown.id}.jpg", SMALL)
    return Gallery(folder, figures)


@pytest.mark.parametrize("shown", works(), ids=lambda shown: shown.id)
def test_the_stored_key_points_are_those_the_picture_was_painted_on(gallery: Gallery, shown):
    painted = gallery.figures[shown.id]
    assert len(painted) == len(shown.figures)
    factor = max(shown.size) / SMALL
    for drawn, stored in zip(painted, shown.figures, strict=True):
        for small, large in zip(drawn, stored.points, strict=True):
            assert small.name == large.name
            assert (small.x * factor, small.y * factor) == pytest.approx((large.x, large.y), abs=0.01 * max(shown.size))


@pytest.mark.parametrize("shown", works(), ids=lambda shown: shown.id)
def test_every_work_is_painted_in_its_proportions(gallery: Gallery, shown):
    image = pyvips.Image.new_from_file(str(gallery.folder / f"{shown.id}.jpg"))
    assert max(image.width, image.height) == SMALL
    assert image.width / image.height == pytest.approx(shown.size[0] / shown.size[1], rel=0.01)
    assert image.bands == 3 and image.interpretation == "srgb"
    assert image.get_typeof("icc-profile-data") != 0


@pytest.mark.parametrize("shown", works(), ids=lambda shown: shown.id)
def test_no_work_is_an_empty_sheet(gallery: Gallery, shown):
    image = pyvips.Image.new_from_file(str(gallery.folder / f"{shown.id}.jpg"))
    assert image.colourspace("b-w").deviate() > 12


@pytest.mark.parametrize("shown", works(), ids=lambda shown: shown.id)
def test_the_file_says_that_it_is_algorithmic_and_free(gallery: Gallery, shown):
    packet = pyvips.Image.new_from_file(str(gallery.folder / f"{shown.id}.jpg")).get("xmp-data").decode()
    source = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
    assert f"<Iptc4xmpExt:DigitalSourceType>{source}</Iptc4xmpExt:DigitalSourceType>" in packet
    assert '<cc:license rdf:resource="http://creativecommons.org/publicdomain/zero/1.0/"/>' in packet
    assert shown.accession in packet


@pytest.mark.parametrize("work_id", ["house-03", "house-11", "house-15", "house-23"])
def test_painted_again_it_is_the_same_file(gallery: Gallery, tmp_path: Path, work_id: str):
    paint(work_id, tmp_path / "again.jpg", SMALL)
    assert (tmp_path / "again.jpg").read_bytes() == (gallery.folder / f"{work_id}.jpg").read_bytes()


def test_a_picture_appears_only_when_it_is_complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def breaks_off(long_side: int):
        raise RuntimeError("no more paint")

    monkeypatch.setitem(PICTURES, "house-24", breaks_off)
    with pytest.raises(RuntimeError):
        paint("house-24", tmp_path / "sea.jpg", SMALL)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_work_is_refused(tmp_path: Path):
    with pytest.raises(KeyError, match="house-25"):
        paint("house-25", tmp_path / "none.jpg")
