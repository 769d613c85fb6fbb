"""The sign on the wall and the page of the sums, as people in the studio get them."""

import json
import re

import pytest
from django.test import Client
from django.utils import translation

from tests.works import jar, put
from vitrine.server.museum.models import ONLY, Museum
from vitrine.server.play import counts
from vitrine.server.play.views import counts as door


@pytest.fixture(autouse=True)
def _in_english() -> object:
    counts._gathered.clear()
    door._seen.clear()
    with translation.override("en"):
        yield


def test_the_sign_speaks_every_language_of_the_house_and_names_ai_in_each(keeper: Client) -> None:
    Museum.objects.create(pk=ONLY, name="Museo", languages=["it", "de"], email="info@museum.example")
    page = keeper.get("/studio/play/sign/?game=faces").content.decode()
    notices = re.findall(r'<section lang="(\w+)">(.*?)</section>', page, re.DOTALL)
    assert {language for language, _ in notices} == {"it", "de"}
    for _, notice in notices:
        assert 'class="ai"' in notice
    assert "<strong>Museo</strong> · info@museum.example" in page
    assert "/privacy" in page
    assert "/play/faces</p>" in page
    assert "<svg" in page


def test_a_sign_leads_to_one_challenge(keeper: Client) -> None:
    assert "/play/poses/seated</p>" in keeper.get("/studio/play/sign/?game=poses/seated").content.decode()


def test_a_sign_beside_a_screen_has_no_code_to_scan(keeper: Client) -> None:
    assert 'class="code"' in keeper.get("/studio/play/sign/").content.decode()
    assert 'class="code"' not in keeper.get("/studio/play/sign/?place=screen").content.decode()


@pytest.mark.parametrize("asked", ["game=%00", "game=emotions&paper=a0&place=%3Cscript%3E", "game=" + "x" * 3000])
def test_what_nobody_can_ask_for_gives_the_usual_sign(keeper: Client, asked: str) -> None:
    answer = keeper.get(f"/studio/play/sign/?{asked}")
    assert answer.status_code == 200
    assert 'class="sign a4' in answer.content.decode()


def test_the_sign_has_nothing_inline_and_a_strict_policy(keeper: Client) -> None:
    answer = keeper.get("/studio/play/sign/")
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert re.search(r"<[^>]+\s(style|on[a-z]+)=|<style|<script", answer.content.decode()) is None


def test_sums_below_ten_are_not_told_and_the_totals_add_up_what_is(keeper: Client) -> None:
    assert "Nothing is counted." in keeper.get("/studio/play/counts/").content.decode()
    for key, number in (("often", 19), ("rarely", 9)):
        put(jar(key))
        keeper.post("/studio/play/counts/decide/", {"counting": "yes"})
        body = json.dumps({"game": "poses", "work": f"museum/{key}", "what": "started"})
        for _ in range(number):
            keeper.post("/play/counts", body, content_type="text/plain")
    page = keeper.get("/studio/play/counts/").content.decode()
    assert "fewer than 10" in page
    # 28 in truth: 20 would tell that somebody has played the work that is not told of.
    assert "Strike a Pose: at least 10 started" in page
    assert counts.done("poses")[0].number == 10


def test_stopping_deletes_what_was_counted(keeper: Client) -> None:
    put(jar("1"))
    counts.decide(True)
    counts.note(counts.Event("poses", "museum", "1", "started"))
    keeper.post("/studio/play/counts/decide/", {"counting": "no"})
    assert counts.sums() == []
    keeper.post("/studio/play/counts/decide/", {"counting": "perhaps"})
    assert not counts.settings().counting
