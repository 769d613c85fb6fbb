from typing import Any

import pytest
from django.test import Client

from tests.works import jar, put
from vitrine.records import Surrogate, Text
from vitrine.server.collection.models import Statement, Work
from vitrine.server.collection.showing import shown_work


@pytest.fixture
def work(db: None) -> Work:
    return put(jar(titles=(Text("A jar", "en"), Text("<b>Ein Krug</b>", "de"))), versions=2)


def _page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def _sent(**fields: Any) -> dict[str, Any]:
    return {name.replace("__", "-"): value for name, value in fields.items()}


def test_every_page_of_a_work_opens_and_runs_nothing_of_it(keeper: Client, work: Work) -> None:
    text = _page(keeper, "/studio/works/museum/1") + _page(keeper, f"/studio/works/~texts/{work.pk}/")
    assert "&lt;b&gt;Ein Krug" in text
    assert "<b>Ein Krug" not in text
    assert "A jar" in _page(keeper, "/studio/works/")
    assert "Version 2" in _page(keeper, f"/studio/works/~history/{work.pk}/")
    assert "Nothing differs" in _page(keeper, f"/studio/works/~history/{work.pk}/?old=1&new=2")
    assert keeper.get(f"/studio/works/~raw/{work.pk}/1/").content == b"{}"


def test_a_bad_filter_gives_its_sentence_and_a_good_one_its_works(keeper: Client, work: Work) -> None:
    response = keeper.get("/studio/works/?filter=colour%3Dred")
    assert response.status_code == 400
    assert "is not understood" in response.content.decode()
    assert "A jar" in _page(keeper, "/studio/works/?filter=rights%3Dmissing")
    assert "A jar" not in _page(keeper, "/studio/works/?filter=rights%3Dcc0")


def test_a_text_is_said_above_the_source_and_taken_back_by_emptying_it(keeper: Client, work: Work) -> None:
    path = f"/studio/works/~texts/{work.pk}/"
    assert keeper.post(path, _sent(titles____en="The jar", from__titles____en="0")).status_code == 302
    said = Statement.objects.get()
    assert shown_work(work).record.titles[0] == Text("The jar", "en")
    assert Work.objects.get().title == "The jar"
    keeper.post(path, _sent(titles____en="", from__titles____en=str(said.pk)))
    assert Statement.objects.get().status == "withdrawn"
    assert shown_work(work).record.titles[0] == Text("A jar", "en")


def test_two_people_who_change_the_same_text_both_keep_it_and_the_rest_is_saved(keeper: Client, work: Work) -> None:
    path = f"/studio/works/~texts/{work.pk}/"
    keeper.post(path, _sent(titles____en="Theirs", from__titles____en="0"))
    mine = _sent(titles____en="Mine", from__titles____en="0", titles____it="Un vaso", from__titles____it="0")
    response = keeper.post(path, mine)
    text = response.content.decode()
    assert response.status_code == 409
    assert "Theirs" in text and "Mine" in text
    titles = {one.language: one.value for one in shown_work(work).record.titles}
    assert titles["en"] == "Theirs"
    assert titles["it"] == "Un vaso"
    standing = Statement.objects.get(path="titles[en]")
    keeper.post(path, _sent(titles____en="Merged", from__titles____en=str(standing.pk)))
    assert Work.objects.get().title == "Merged"
    assert Statement.objects.filter(path="titles[en]", status="withdrawn").count() == 1


def test_a_text_that_is_too_long_is_not_saved_and_not_lost(keeper: Client, work: Work) -> None:
    response = keeper.post(
        f"/studio/works/~texts/{work.pk}/", _sent(titles____en="x" * 100_001, from__titles____en="0")
    )
    assert response.status_code == 400
    assert "x" * 100_001 in response.content.decode()
    assert not Statement.objects.exists()


def test_a_sensitivity_is_a_persons_word(keeper: Client, work: Work) -> None:
    sent = {"care-nudity": "yes", "note-nudity": "bather", "from-care-nudity": "0", "was-care-nudity": "no"}
    keeper.post(f"/studio/works/~texts/{work.pk}/", sent)
    assert shown_work(work).record.sensitivities[0].note == "bather"


def test_it_is_not_for_everybody(guest: Client, client: Client, work: Work) -> None:
    for path in ("/studio/works/", "/studio/works/museum/1", f"/studio/works/~texts/{work.pk}/"):
        assert guest.get(path).status_code in (302, 403)
        assert client.get(path).status_code == 302


def test_a_description_of_a_picture_keeps_its_author_when_somebody_saves_another_text(keeper: Client) -> None:
    work = put(jar(surrogates=(Surrogate("front.jpg", alt=(Text("A jar", "en"),)),)))
    path = f"/studio/works/~texts/{work.pk}/"
    keeper.post(path, {"alt-0-it": "Un vaso", "from-alt-0-it": "0"})
    said = Statement.objects.get()
    keeper.post(
        path,
        {"alt-0-en": ""} | {"alt-0-it": "Un vaso", "from-alt-0-en": str(said.pk), "from-alt-0-it": str(said.pk)},
    )
    assert Statement.objects.get() == said
    alt = shown_work(work).record.surrogates[0].alt
    assert {one.value for one in alt} == {"A jar", "Un vaso"}


def test_the_list_is_narrowed_by_filter_source_and_facet_together_and_hands_its_filter_on(keeper: Client) -> None:
    put(jar("1"))
    put(jar("2", source="other"))
    both = keeper.get("/studio/works/", {"filter": "rights=missing"}).content.decode()
    assert "2 works" in both
    one = keeper.get("/studio/works/", {"filter": "rights=missing", "source": "other"}).content.decode()
    assert "1 work<" in one
    assert "/studio/rights/assign/?filter=rights%3Dmissing&amp;source=other" in one
    words = keeper.get("/studio/works/", {"filter": "rights=missing", "q": "jar"}).content.decode()
    assert "/studio/rights/assign/" not in words[words.index("</form>") :]
