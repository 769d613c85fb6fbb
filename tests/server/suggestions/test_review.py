from collections.abc import Callable

import msgspec
import pytest
from django.test import Client

from tests.server.suggestions.conftest import GERMAN, ITALIAN
from vitrine.records import encode
from vitrine.server.collection.models import Statement, Version, Work
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import run
from vitrine.server.suggestions.models import Round, Suggestion

Of = Callable[[str], Suggestion]


def send(client: Client, pk: int, **fields: str) -> str:
    answer = client.post(f"/studio/review/{pk}/", fields)
    assert answer.status_code == 302
    return str(answer["Location"])


def test_the_queue_shows_text_language_reasons_and_says_that_a_program_suggests(
    keeper: Client,
    lemons: Work,
) -> None:
    text = keeper.get("/studio/review/").content.decode()
    assert "2 suggestions wait" in text
    assert "Suggested by a program" in text
    assert "py3langid" in text
    assert "are commoner in" in text


def test_answers_lead_to_the_next_one(keeper: Client, suggestion: Of) -> None:
    first, second = suggestion(GERMAN), suggestion(ITALIAN)
    first, second = sorted((first, second), key=lambda one: one.pk)
    address = send(keeper, first.pk, answer="skip")
    assert f"/studio/review/{second.pk}/" in keeper.get(address).content.decode()
    address = send(keeper, first.pk, answer="accept")
    first.refresh_from_db()
    assert (first.state, first.decided_by) == ("accepted", "keeper")
    assert f"/studio/review/{second.pk}/" in keeper.get(address).content.decode()
    send(keeper, second.pk, answer="reject")
    assert "No suggestion waits" in keeper.get("/studio/review/").content.decode()


@pytest.mark.parametrize(("said", "tag"), [("nl", "nl"), ("Dutch", "nl"), ("Nederlands", "nl"), ("français", "fr")])
def test_a_language_is_corrected_by_tag_or_name(keeper: Client, suggestion: Of, said: str, tag: str) -> None:
    send(keeper, suggestion(GERMAN).pk, answer="correct", language=said)
    assert suggestion(GERMAN).corrected == tag


@pytest.mark.parametrize("said", ["", "und", "<script>", "x" * 5000, "no such language", "\u202e"])
def test_what_is_no_language_is_said_and_nothing_decided(keeper: Client, suggestion: Of, said: str) -> None:
    address = send(keeper, suggestion(GERMAN).pk, answer="correct", language=said)
    assert "no language" in keeper.get(address).content.decode()
    assert suggestion(GERMAN).state == "waiting"


def test_the_second_of_two_sees_what_the_first_decided(keeper: Client, suggestion: Of) -> None:
    one = suggestion(GERMAN)
    send(keeper, one.pk, answer="reject")
    address = send(keeper, one.pk, answer="accept")
    assert "keeper has decided this one meanwhile: Rejected." in keeper.get(address).content.decode()
    assert not Statement.objects.exists()


def test_one_decision_is_taken_back(keeper: Client, suggestion: Of) -> None:
    one = suggestion(GERMAN)
    page = keeper.get(send(keeper, one.pk, answer="accept")).content.decode()
    assert f"Accepted: {GERMAN}" in page
    assert f'action="/studio/review/{one.pk}/undo/' in page
    keeper.post(f"/studio/review/{one.pk}/undo/")
    assert suggestion(GERMAN).state == "waiting"


def test_what_is_no_longer_there_leaves_the_queue_by_itself(keeper: Client, lemons: Work) -> None:
    version = lemons.version()
    gone = msgspec.structs.replace(version.record, titles=(), descriptions=(), origin=None)
    Version.objects.filter(pk=version.pk).update(data=encode(gone))
    assert "No suggestion waits" in keeper.get("/studio/review/").content.decode()
    assert set(Suggestion.objects.values_list("state", flat=True)) == {"outdated"}


def test_many_are_accepted_after_a_look_at_their_number(keeper: Client, lemons: Work) -> None:
    page = keeper.get("/studio/review/together/?value=de").content.decode()
    assert "Accept 1 suggestion" in page
    assert GERMAN in page
    assert keeper.post("/studio/review/together/?value=de", {"number": "7"}).status_code == 200
    assert not Round.objects.exists()
    keeper.post("/studio/review/together/?value=de", {"number": "1"})
    run(Job.objects.get(kind="accept"))
    assert Suggestion.objects.get(value="de").state == "accepted"
    keeper.post(f"/studio/review/together/{Round.objects.get().pk}/undo/")
    run(Job.objects.get(kind="reopen"))
    assert Suggestion.objects.get(value="de").state == "waiting"


def test_agreement_counts_what_people_looked_at(keeper: Client, suggestion: Of) -> None:
    send(keeper, suggestion(GERMAN).pk, answer="accept")
    send(keeper, suggestion(ITALIAN).pk, answer="correct", language="es")
    keeper.post("/studio/review/together/", {"number": "0"})
    text = keeper.get("/studio/review/agreement/").content.decode()
    assert "50%" in text
    assert "100%" in text


def test_looking_starts_a_job_where_the_use_is_on(keeper: Client, switched_on: None) -> None:
    assert keeper.post("/studio/review/look/")["Location"].startswith("/studio/jobs/")
    assert Job.objects.get().kind == "languages"


def test_switched_off_nothing_starts_and_the_page_says_so(keeper: Client) -> None:
    assert keeper.post("/studio/review/look/")["Location"] == "/studio/review/"
    assert "switched off" in keeper.get("/studio/review/").content.decode()
    assert not Job.objects.exists()


@pytest.mark.parametrize("address", ["", "together/", "agreement/"])
def test_it_is_not_for_everybody(guest: Client, client: Client, address: str) -> None:
    for visitor in (guest, client):
        assert visitor.get(f"/studio/review/{address}").status_code in (302, 403)


@pytest.mark.parametrize(
    "query", ["source=%00", "least=nan", "below=-1", "after=99999999999999999999", "value=%3Cb%3E"]
)
def test_odd_addresses_are_pages(keeper: Client, lemons: Work, query: str) -> None:
    assert keeper.get(f"/studio/review/?{query}").status_code == 200
