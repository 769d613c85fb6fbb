import re
import uuid
from collections.abc import Callable

from django.http import HttpResponse
from django.test import Client

from tests.works import jar, put
from vitrine.server.collection.models import RightsChange, RightsDecision

INC = "http://rightsstatements.org/vocab/InC/1.0/"


def test_waiting_changes_are_listed_alike_ones_together(keeper: Client) -> None:
    for key in ("1", "2"):
        RightsChange.objects.create(
            work=put(jar(key)),
            before={"rights_of_object": {"uri": INC}},
            after={"rights_of_object": None},
            number=2,
            job_id=1,
        )
    text = keeper.get("/studio/rights-changes/").content.decode()
    assert text.count(INC) == 1
    row = re.search(r"<tbody><tr>(.*?)</tr></tbody>", text, re.DOTALL)
    assert row is not None
    cells = [cell.strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row[1], re.DOTALL)]
    assert cells[:3] == [f"In Copyright 1.0 ({INC})", "not recorded", "2"]
    assert keeper.get(re.findall(r'href="([^"]+)"', cells[3])[0]).status_code == 200


def test_nothing_waits_where_nothing_changed(keeper: Client, guest: Client) -> None:
    assert "No change of rights waits" in keeper.get("/studio/rights-changes/").content.decode()
    assert guest.get("/studio/rights-changes/").status_code in (302, 403)


def flagged(key: str, surrogate: str = "") -> RightsChange:
    path = f"surrogates[{surrogate}].rights" if surrogate else "rights_of_object"
    return RightsChange.objects.create(
        work=put(jar(key)), before={path: {"uri": INC}}, after={path: None}, number=2, job_id=1
    )


def send(client: Client, alike: str, **fields: str) -> HttpResponse:
    form = {"evidence": "Contract of 2011", "link": "", "asked": str(uuid.uuid4()), "decision": "keep", **fields}
    return client.post(f"/studio/rights-changes/{alike}/", form)


def test_alike_changes_are_decided_together_whatever_their_pictures_are_called(
    keeper: Client, worker: Callable[[], None]
) -> None:
    one, two = flagged("1", "front.jpg"), flagged("2", "back.jpg")
    other = RightsChange.objects.create(
        work=put(jar("3")),
        before={"rights_of_object": None},
        after={"rights_of_object": {"uri": INC}},
        number=2,
        job_id=1,
    )
    assert "2 works" in keeper.get(f"/studio/rights-changes/{one.alike}/").content.decode()
    assert send(keeper, one.alike).status_code == 302
    worker()
    for change in (one, two, other):
        change.refresh_from_db()
    assert [change.state for change in (one, two, other)] == ["kept", "kept", "open"]


def test_a_change_is_accepted_and_taken_back(keeper: Client, worker: Callable[[], None]) -> None:
    change = flagged("1")
    address = send(keeper, change.alike, decision="accept")["Location"]
    worker()
    change.refresh_from_db()
    assert change.state == "accepted"
    keeper.post(f"{address}undo/")
    worker()
    change.refresh_from_db()
    assert change.state == "open"


def test_without_evidence_or_answer_nothing_is_decided(keeper: Client, guest: Client) -> None:
    change = flagged("1")
    assert send(keeper, change.alike, evidence="").status_code == 400
    assert "Choose whether" in send(keeper, change.alike, decision="").content.decode()
    assert send(guest, change.alike).status_code in (302, 403)
    assert not RightsDecision.objects.exists()


def test_what_was_decided_meanwhile_leads_to_the_list(keeper: Client) -> None:
    assert keeper.get("/studio/rights-changes/0123456789abcdef/")["Location"] == "/studio/rights-changes/"
