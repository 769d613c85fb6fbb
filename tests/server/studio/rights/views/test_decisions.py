from collections.abc import Callable

from django.test import Client

from tests.works import jar, put
from vitrine.server.collection.deciding.jobs import decision_job
from vitrine.server.collection.filters import works
from vitrine.server.collection.models import RightsDecision, Work
from vitrine.server.collection.showing import shown_work
from vitrine.server.jobs.models import Job

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"


def decided(number: int = 2) -> tuple[RightsDecision, list[Work]]:
    listed = [put(jar(str(one))) for one in range(number)]
    decision_job(kind="set", uri=CC0, scope="object", source=None, filter="", evidence="By the board", by="Ada")
    return RightsDecision.objects.get(), listed


def uris(listed: list[Work]) -> list[str]:
    rights = (shown_work(work).record.rights_of_object for work in listed)
    return [one.uri if one else "" for one in rights]


def test_a_decision_is_taken_back_once_and_stays_in_the_log(keeper: Client, worker: Callable[[], None]) -> None:
    decision, listed = decided()
    worker()
    assert uris(listed) == [CC0, CC0]
    assert set(works(f"decision={decision.pk}")) == set(listed)
    address = f"/studio/rights/{decision.pk}/"
    assert "2 works" in keeper.get(f"{address}undo/").content.decode()
    keeper.post(f"{address}undo/")
    worker()
    assert uris(listed) == ["", ""]
    text = keeper.get(address).content.decode()
    assert "Taken back by keeper" in text
    assert "Taken back" in keeper.get("/studio/rights/").content.decode()
    keeper.post(f"{address}undo/")
    assert Job.objects.filter(kind="undo").count() == 1
    decision.refresh_from_db()
    assert decision.undone_by == "keeper"


def test_taking_back_what_has_not_begun_leaves_nothing_to_do(keeper: Client, worker: Callable[[], None]) -> None:
    decision, listed = decided()
    keeper.post(f"/studio/rights/{decision.pk}/undo/")
    worker()
    assert uris(listed) == ["", ""]
    assert set(Job.objects.values_list("kind", "state")) == {("rights", "cancelled"), ("undo", "done")}


def test_those_who_look_see_the_log_and_cannot_take_back(guest: Client) -> None:
    decision, _ = decided(1)
    assert guest.get("/studio/rights/").status_code in (302, 403)
    assert guest.post(f"/studio/rights/{decision.pk}/undo/").status_code in (302, 403)
    decision.refresh_from_db()
    assert decision.undone_at is None
