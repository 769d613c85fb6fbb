"""The editor keeps what is placed and decided, says clearly what it cannot keep, and writes over nobody."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.server.figures.conftest import BODY, approve, old
from tests.works import picture, put
from vitrine.records import Maker, Sensitivity, Text
from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.entering import refusal
from vitrine.server.figures.models import Assurance, Figure, Kind


@pytest.fixture
def media(db: None) -> WorkMedia:
    return WorkMedia.objects.select_related("file", "work__source").get(work=put(old(), {"a.jpg": picture()}))


def address(media: WorkMedia, what: str = "", kind: str = "pose") -> str:
    return f"/studio/figures/{media.pk}/{kind}/{what}"


def send(client: Client, media: WorkMedia, *figures: Any, what: str = "save/", **more: Any) -> Any:
    assert media.file is not None
    body = {"checksum": media.file.checksum, "figures": list(figures), **more}
    return client.post(address(media, what), json.dumps(body), content_type="application/json")


def new(points: Any = BODY, **more: Any) -> dict[str, Any]:
    return {"id": None, "revision": 0, "part": "seated", "points": points, **more}


def known(figure: Figure, **more: Any) -> dict[str, Any]:
    return {"id": figure.pk, "revision": figure.revision, "part": figure.part, **more}


def test_a_figure_is_placed_and_approved_in_one_go_and_may_be_played(keeper: Client, media: WorkMedia) -> None:
    answer = send(keeper, media, new(act="approve"))
    assert answer.status_code == 200
    figure = Figure.objects.get()
    assert (figure.state, figure.part, figure.by, figure.points) == ("approved", "seated", "keeper", BODY)
    assert answer.json()["refusal"] == ""
    assert answer.json()["figures"][0]["id"] == figure.pk
    assert [one.act for one in figure.steps.all()] == ["approved", "placed"]


def test_two_people_at_once(keeper: Client, media: WorkMedia) -> None:
    send(keeper, media, new())
    mine = Figure.objects.get()
    theirs = [[x + 9, y, v] for x, y, v in BODY]
    deciding.place(mine, theirs, "full", "Bo")
    stale = {**known(mine), "revision": 1, "points": BODY}
    answer = send(keeper, media, stale, new())
    assert answer.status_code == 409
    assert "Bo" in answer.json()["message"]
    assert answer.json()["figures"][0]["points"] == theirs
    assert Figure.objects.get().points == theirs
    assert send(keeper, media, {**stale, "revision": 2}).status_code == 200
    assert Figure.objects.get().points == BODY
    assert theirs in [one.points for one in mine.steps.all()]


def test_a_picture_that_was_replaced_meanwhile(keeper: Client, media: WorkMedia) -> None:
    old_file = media.file
    media.file = WorkMedia.objects.get(work=put(old("2"), {"b.jpg": picture(1)})).file
    media.save()
    media.file = old_file
    answer = send(keeper, media, new())
    assert answer.status_code == 409
    assert "another" in answer.json()["message"]
    assert not Figure.objects.exists()


@pytest.mark.parametrize(
    "points",
    [
        None, [], "points", BODY[:-1], [*BODY, [1, 1, 1]], [[1, 1, 1]] * 33, [[None, 1, 1], *BODY[1:]], [["1", 1, 1], *BODY[1:]],
        [[True, 1, 1], *BODY[1:]], [[float("nan"), 1, 1], *BODY[1:]], [[float("inf"), 1, 1], *BODY[1:]], [[1, 1], *BODY[1:]],
        [{"x": 1}, *BODY[1:]], [[10**400, 1, 1], *BODY[1:]],
    ],
)  # fmt: skip
def test_what_is_no_figure_is_refused_in_words(keeper: Client, media: WorkMedia, points: Any) -> None:
    answer = send(keeper, media, new(points))
    assert answer.status_code == 400
    assert answer.json()["message"]
    assert not Figure.objects.exists()


def test_points_far_outside_are_brought_to_the_picture(keeper: Client, media: WorkMedia) -> None:
    far = [[1e9, -1e9, 7], [-3, 700, -1], *BODY[2:]]
    assert send(keeper, media, new(far)).status_code == 200
    assert Figure.objects.get().points[:2] == [[1200, -300, 1], [-3, 700, 0]]


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b"{", b"[" * 100_000, b'{"figures": 1}', b"\xff\x00", b'"' + b"x" * 3_000_000 + b'"'],
)
def test_what_is_no_message_is_refused(keeper: Client, media: WorkMedia, body: bytes) -> None:
    answer = keeper.post(address(media, "save/"), body, content_type="application/json")
    assert answer.status_code in (400, 409, 413)
    assert not Figure.objects.exists()


@pytest.mark.parametrize("one", [5, {"id": "1"}, {"id": -1}, {"id": 10**30}, {"id": 77, "revision": 0}, {"id": True}])
def test_figures_that_are_none(keeper: Client, media: WorkMedia, one: Any) -> None:
    assert send(keeper, media, one).status_code == 400
    assert send(keeper, media, *([new()] * 41)).status_code == 400
    assert not Figure.objects.exists()


def test_all_or_none_is_kept(keeper: Client, media: WorkMedia) -> None:
    assert send(keeper, media, new(), new("bad")).status_code == 400
    assert not Figure.objects.exists()


def test_a_figure_of_another_picture_is_not_touched(keeper: Client, media: WorkMedia) -> None:
    other = approve(put(old("2"), {"b.jpg": picture(1)}), Kind.POSE)
    assert send(keeper, media, known(other, act="aside")).status_code == 400
    assert Figure.objects.get().state == "approved"


def test_set_aside_and_taken_back(keeper: Client, media: WorkMedia) -> None:
    send(keeper, media, new())
    for act, state in (("aside", "aside"), ("reopen", "proposed"), ("approve", "approved"), ("strange", "approved")):
        send(keeper, media, known(Figure.objects.get(), act=act))
        assert Figure.objects.get().state == state


def test_the_page_shows_everything_and_what_is_missing_is_not_there(
    keeper: Client, guest: Client, media: WorkMedia
) -> None:
    send(keeper, media, new())
    page = keeper.get(address(media)).content.decode()
    assert "A dancer" in page
    assert '<script id="figures-data" type="application/json">' in page
    assert keeper.get(address(media, kind="face")).status_code == 200
    for gone in ("/studio/figures/99999/pose/", address(media, kind="hand"), f"/studio/figures/{10**30}/pose/"):
        assert keeper.get(gone).status_code == 404
    assert guest.get(address(media)).status_code in (302, 403)
    assert send(guest, media, new()).status_code in (302, 403)
    Work.objects.filter(pk=media.work_id).delete()
    assert send(keeper, media, new()).status_code == 404


def test_markup_in_a_title_is_only_text(keeper: Client) -> None:
    work = put(old("9", titles=(Text("</script><b>x</b>", "en"),)), {"a.jpg": picture(77)})
    page = keeper.get(address(WorkMedia.objects.get(work=work))).content.decode()
    assert "<b>x</b>" not in page
    assert "</script><b>" not in page


def test_a_new_picture_starts_from_the_points_of_the_former_scaled(keeper: Client, media: WorkMedia) -> None:
    send(keeper, media, new())
    larger = put(old("2"), {"b.jpg": picture(1, width=1600, height=1200)})
    media.file = WorkMedia.objects.get(work=larger).file
    media.save()
    told = keeper.get(address(media)).content.decode()
    data = json.loads(told.split('<script id="figures-data" type="application/json">')[1].split("</script>")[0])
    assert data["figures"] == []
    assert data["former"][0][0] == [BODY[0][0] * 2, BODY[0][1] * 2, 1]


def test_a_persons_word_opens_what_the_record_leaves_open(keeper: Client) -> None:
    work = put(old(titles=(Text("Portrait of a man", "en"),), events=(), makers=(Maker("Eva"),)), {"a.jpg": picture(5)})
    media = WorkMedia.objects.select_related("file").get(work=work)
    approve(work, Kind.POSE)
    assert "living" in (refusal(work, "poses") or "")
    assert "I answer for this" in keeper.get(address(media)).content.decode()
    keeper.post(address(media, "assure/"), {"about": "living", "reason": " \0"})
    keeper.post(address(media, "assure/"), {"about": "everything", "reason": "x"})
    assert not Assurance.objects.exists()
    keeper.post(address(media, "assure/"), {"about": "living", "reason": "He died in 1960\0."})
    assert refusal(work, "poses") is None
    word = Assurance.objects.get()
    assert (word.by, word.reason) == ("keeper", "He died in 1960.")
    keeper.post(address(media, "assure/"), {"withdraw": str(word.pk)})
    assert refusal(work, "poses")


def test_what_is_flagged_has_no_such_question(keeper: Client) -> None:
    work = put(old(sensitivities=(Sensitivity("nudity"),)), {"a.jpg": picture(5)})
    page = keeper.get(address(WorkMedia.objects.get(work=work))).content.decode()
    assert "nudity" in page
    assert "I answer for this" not in page


@pytest.mark.parametrize(
    "box", [None, "x", [1, 2, 3], [1, 2, 3, "4"], [0, 0, 2, 2], [9000, 0, 50, 50], [float("nan"), 0, 99, 99]]
)
def test_a_box_that_is_none_and_a_use_that_is_off(keeper: Client, media: WorkMedia, box: Any) -> None:
    answer = send(keeper, media, what="detect/", box=box)
    assert answer.status_code == 400
    assert answer.json()["message"]
    assert "switched off" in send(keeper, media, what="detect/", box=[0, 0, 300, 300]).json()["message"]
