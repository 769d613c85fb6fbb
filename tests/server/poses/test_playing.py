"""What a challenge plays: approved figures of works that may enter, in the curator's order, no more of each than it shows."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client

from tests.server.poses.conftest import DANCER, approve, posed
from vitrine.records import Sensitivity
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Figure
from vitrine.server.poses.models import Challenge
from vitrine.server.poses.playing import played
from vitrine.server.poses.ready import ready_made
from vitrine.server.poses.words import words

LEGLESS = [[x, y, 0.0 if number >= 25 else seen] for number, (x, y, seen) in enumerate(DANCER)]
ARMLESS = [[x, y, 0.0 if 13 <= number <= 22 else seen] for number, (x, y, seen) in enumerate(DANCER)]


def challenge(*figures: str, **fields: object) -> Challenge:
    return Challenge.objects.create(slug="ours", titles={"en": "Ours"}, figures=list(figures), published=True, **fields)


def names(one: Challenge) -> list[str]:
    return [each.identifier for each in played(one)]


def test_the_works_come_in_the_curators_order() -> None:
    for key in ("1", "2", "3"):
        posed(key)
    assert names(challenge("museum:3#1", "museum:1#1", "museum:2#1")) == ["museum:3#1", "museum:1#1", "museum:2#1"]


def test_a_work_that_may_not_enter_is_left_out_and_comes_back() -> None:
    posed("1")
    posed("2", sensitivities=(Sensitivity("nudity"),))
    one = challenge("museum:2#1", "museum:1#1", "museum:gone#1")
    assert names(one) == ["museum:1#1"]
    assert one.figures == ["museum:2#1", "museum:1#1", "museum:gone#1"]


def test_a_figure_that_is_not_approved_any_more_is_not_played() -> None:
    posed("1")
    figure = Figure.objects.get()
    assert names(ready_made()[0]) == ["museum:1#1"]
    deciding.reopen(figure, "Ada")
    assert names(ready_made()[0]) == []


def test_a_figure_without_a_whole_arm_has_nothing_to_strike() -> None:
    posed("1", ARMLESS)
    assert names(ready_made()[0]) == []


def test_several_figures_of_one_work_are_told_apart() -> None:
    work = posed("1")
    approve(work, LEGLESS, "upper")
    found = played(challenge("museum:1#2", "museum:1#1"))
    assert [(one.identifier, one.part) for one in found] == [("museum:1#2", "upper"), ("museum:1#1", "full")]


@pytest.mark.parametrize(
    ("asked", "approved", "counts"),
    [("full", "full", "full"), ("full", "seated", "seated"), ("seated", "full", "seated"), ("upper", "full", "upper")],
)
def test_no_more_of_a_figure_counts_than_is_asked_and_shown(asked: str, approved: str, counts: str) -> None:
    posed("1", DANCER, approved)
    assert played(challenge("museum:1#1", part=asked))[0].part == counts


@pytest.mark.usefixtures("switched_on")
def test_the_data_are_the_approved_points_in_pixels_of_the_picture(client: Client) -> None:
    posed("1")
    challenge("museum:1#1", hold=5, difficulty="hard", mirrored=False)
    told = client.get("/play/poses/ours.json").json()
    assert (told["hold"], told["mirrored"], told["round"]) == (5, False, 0)
    assert told["threshold"] > Challenge(difficulty="easy").threshold
    work = told["works"][0]
    assert work["size"] == [600, 800]
    assert work["work"] == "museum/1"
    assert work["points"][11] == pytest.approx(DANCER[11], abs=0.05)


@pytest.mark.usefixtures("switched_on")
def test_the_page_holds_the_works_to_look_at_and_read_about_without_scripts(client: Client) -> None:
    posed("1")
    page = client.get("/play/poses/all/").content.decode()
    assert "Dancer 1" in page
    assert "/works/museum/1" in page
    assert "0 bytes sent" in page
    assert "Start with camera" in page
    assert "Play without camera" in page


def test_the_game_is_not_there_before_a_person_has_switched_it_on(client: Client) -> None:
    posed("1")
    for path in ("/play/poses/", "/play/poses/all/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "does not offer this game at the moment" in answer.content.decode()
    assert client.get("/play/poses/all.json").status_code == 404


@pytest.mark.usefixtures("switched_on")
def test_without_an_approved_figure_the_pages_say_so(client: Client) -> None:
    assert "No work is ready" in client.get("/play/poses/").content.decode()
    assert "No work of this challenge" in client.get("/play/poses/all/").content.decode()
    assert client.get("/play/poses/all.json").json()["works"] == []


@pytest.mark.usefixtures("switched_on")
def test_titles_are_in_the_readers_language_and_never_markup(client: Client) -> None:
    posed("1")
    Challenge.objects.create(
        slug="x", titles={"en": "<b>Bold</b>", "it": "Ardite"}, figures=["museum:1#1"], published=True
    )
    assert "&lt;b&gt;Bold&lt;/b&gt;" in client.get("/play/poses/").content.decode()
    assert "Ardite" in client.get("/play/poses/", headers={"accept-language": "it"}).content.decode()


@pytest.mark.usefixtures("switched_on")
@pytest.mark.parametrize("slug", ["none", "%00", "..", "a" * 300])
def test_an_address_without_a_challenge_is_not_found(client: Client, slug: str) -> None:
    assert client.get(f"/play/poses/{slug}/").status_code == 404
    assert client.get(f"/play/poses/{slug}.json").status_code == 404


def test_words_are_there_for_everything_that_the_script_says() -> None:
    """Every key that the game's TypeScript names has its sentence."""
    sources = Path(__file__).parents[3] / "web/src"
    text = "\n".join(path.read_text() for path in [*(sources / "poses").glob("*.ts"), *(sources / "play").glob("*.ts")])
    asked = set(re.findall(r'word\("([a-z-]+)"', text)) | set(re.findall(r'"(drawn-[a-z-]+)"', text))
    limbs = [f"{side}-{limb}" for side in ("left", "right") for limb in ("arm", "forearm", "thigh", "shin")]
    moves = ("raise", "lower", "out", "in", "unseen")
    asked |= {f"advice-{move}-{limb}" for limb in limbs for move in moves}
    asked |= {
        f"advice-{move}-{limb}" for limb in limbs if limb.endswith(("forearm", "shin")) for move in ("bend", "stretch")
    }
    asked |= {f"advice-{move}-{limb}" for limb in ("torso", "head") for move in ("lean-left", "lean-right", "unseen")}
    codes = re.findall(r'^  \| "([a-z-]+)"', (sources / "camera/trouble.ts").read_text(), re.MULTILINE)
    asked |= {f"trouble-{code}" for code in codes}
    assert len(codes) > 5
    assert asked - set(words()) == set()
    assert json.dumps(words())
