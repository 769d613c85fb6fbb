import re
from pathlib import Path

import pytest
from django.test import Client

from tests.works import jar, picture, put
from vitrine.server.collection.models import MediaFile
from vitrine.server.museum.colours import ENOUGH, GROUNDS, INKS, VERDICTS, contrast
from vitrine.server.site.ground import ground_of

TOKENS = Path(__file__).resolve().parents[3] / "web" / "src" / "style" / "tokens.css"


def channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def test_contrast_is_that_of_the_standard() -> None:
    # WCAG 2.2: black on white is 21:1; #767676 is the lightest grey with 4.5:1 on white.
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    "colour", [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 0, 0), (255, 255, 255), (120, 80, 40)]
)
def test_every_ink_can_be_read_on_the_ground_of_any_picture(tmp_path: Path, colour: tuple[int, int, int]) -> None:
    file = tmp_path / "picture.jpg"
    file.write_bytes(picture(*colour))
    ground = ground_of(file)
    assert all(contrast(ground.light, ink) >= ENOUGH for ink in INKS["light"])
    assert all(contrast(ground.dark, ink) >= ENOUGH for ink in INKS["dark"])


def test_the_ground_leans_to_the_colour_of_the_picture(tmp_path: Path) -> None:
    grounds = {}
    for name, colour in {"red": (200, 30, 30), "blue": (30, 60, 200)}.items():
        (tmp_path / f"{name}.jpg").write_bytes(picture(*colour))
        grounds[name] = channels(ground_of(tmp_path / f"{name}.jpg").light)
    red, blue = grounds["red"], grounds["blue"]
    assert red[0] - red[2] > blue[0] - blue[2]


def test_the_inks_are_those_of_the_stylesheet() -> None:
    css = TOKENS.read_text("utf-8")
    light, dark = css.split("prefers-color-scheme: dark")
    for scheme, part in (("light", light), ("dark", dark)):
        found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part))
        assert tuple(found[name] for name in ("ink", "ink-quiet", "accent")) == INKS[scheme]
        assert tuple(found[name] for name in ("ask", "no")) == VERDICTS[scheme]
        assert found["ground"] == GROUNDS[scheme][0]


def test_a_page_borrows_its_ground_from_its_work(client: Client) -> None:
    put(jar(), {"front.jpg": picture()})
    checksum = MediaFile.objects.get().checksum
    assert f'href="/grounds/{checksum}.css"' in client.get("/works/museum/1").content.decode()
    response = client.get(f"/grounds/{checksum}.css")
    assert response.headers["Content-Type"] == "text/css"
    assert re.fullmatch(rb"(@media[^{]+\{:root\{--ground:#[0-9a-f]{6}\}\}){2}", response.content)
    assert response.headers["Cache-Control"] == "public, no-cache"
    known = client.get(f"/grounds/{checksum}.css", headers={"If-None-Match": response.headers["ETag"]})
    assert (known.status_code, known.content) == (304, b"")


@pytest.mark.parametrize("checksum", ["0" * 64, "..", "%2e%2e%2fsecret-key"])
def test_there_is_no_ground_for_what_is_not_stored(client: Client, checksum: str) -> None:
    assert client.get(f"/grounds/{checksum}.css").status_code == 404
