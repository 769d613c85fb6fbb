import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.works import jar, put
from vitrine.records import Rights
from vitrine.server.collection.deciding.evidence import LARGEST
from vitrine.server.collection.models import RightsDecision, Work
from vitrine.server.collection.showing import shown_work
from vitrine.server.jobs.models import Job

PDM = "http://creativecommons.org/publicdomain/mark/1.0/"
INC = "http://rightsstatements.org/vocab/InC/1.0/"
ADDRESS = "/studio/rights/assign/"


def sent(number: int, /, **fields: Any) -> dict[str, Any]:
    plain = {
        "filter": "rights=missing", "source": "", "uri": PDM, "other": "", "scope": "object", "link": "",
        "evidence": "The maker died in 1852.", "asked": str(uuid.uuid4()), "number": number,
    }  # fmt: skip
    return {**plain, **fields}


@pytest.fixture
def three(db: None) -> list[Work]:
    """Two works without rights and one in copyright."""
    return [put(jar("1")), put(jar("2")), put(jar("3", rights_of_object=Rights(INC)))]


def test_the_form_says_which_works_are_meant_and_what_they_say_now(keeper: Client, three: list[Work]) -> None:
    text = keeper.get(ADDRESS, {"filter": "rights=missing"}).content.decode()
    assert "2 works chosen" in text
    assert "not recorded (2)" in text
    assert "Assign it to 2 works" in text
    assert "All works: 3 works" in keeper.get(ADDRESS).content.decode()


def test_exactly_the_chosen_works_get_the_statement_with_name_and_evidence(
    keeper: Client, three: list[Work], worker: Callable[[], None], django_capture_on_commit_callbacks: Any
) -> None:
    letter = SimpleUploadedFile("letter <b>.html", b"<script>alert(1)</script>", "text/html")
    answer = keeper.post(ADDRESS, sent(2, link="https://example.org/who", file=letter))
    assert answer.status_code == 302
    worker()
    rights = [shown_work(work).record.rights_of_object for work in three]
    assert [one.uri if one else "" for one in rights] == [PDM, PDM, INC]
    decision = RightsDecision.objects.get()
    assert (decision.by, decision.evidence, decision.works) == ("keeper", "The maker died in 1852.", 2)
    page = keeper.get(answer["Location"]).content.decode()
    assert 'href="https://example.org/who"' in page
    assert "<b>.html" not in page
    file = keeper.get(f"{answer['Location']}file/")
    assert b"".join(file.streaming_content) == b"<script>alert(1)</script>"
    assert file["Content-Type"] == "application/octet-stream"
    assert file["Content-Disposition"].startswith("attachment")
    assert file["X-Content-Type-Options"] == "nosniff"


def test_a_form_that_is_sent_twice_decides_once(keeper: Client, three: list[Work], worker: Callable[[], None]) -> None:
    form = sent(2)
    first = keeper.post(ADDRESS, form)
    worker()
    # The works have rights by now; the same form again, as the back button sends it, finds none of them.
    again = keeper.post(ADDRESS, form)
    assert RightsDecision.objects.count() == 1
    assert first["Location"] in (again.headers.get("Location"), first["Location"])


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"evidence": " "}, "required"),
        ({"uri": ""}, "required"),
        ({"uri": "other", "other": "https://example.org/mine"}, "no rights statement"),
        ({"link": "javascript:alert(1)"}, "https://"),
        ({"number": 5}, "another number of works"),
        ({"file": SimpleUploadedFile("empty.pdf", b"")}, "empty"),
        ({"filter": "colour=red"}, "not understood"),
        ({"filter": "maker='"}, "quotation mark"),
        ({"filter": "title=nothing"}, "No works chosen"),
        ({"asked": "x"}, "Nothing has been decided"),
        ({"evidence": "x" * 5001}, "at most 5000"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_decided(
    keeper: Client, three: list[Work], fields: dict[str, Any], says: str
) -> None:
    answer = keeper.post(ADDRESS, sent(2, **fields))
    assert answer.status_code in (200, 400)
    assert says in answer.content.decode()
    assert not RightsDecision.objects.exists()
    assert not Job.objects.exists()


def test_a_statement_by_its_address_is_taken_in_its_issuers_form(
    keeper: Client, three: list[Work], worker: Callable[[], None]
) -> None:
    keeper.post(ADDRESS, sent(2, uri="other", other="https://www.creativecommons.org/licenses/by/3.0/de/deed.de"))
    assert RightsDecision.objects.get().uri == "http://creativecommons.org/licenses/by/3.0/de/"


def test_evidence_too_large_is_refused(keeper: Client, three: list[Work]) -> None:
    large = SimpleUploadedFile("film.mp4", bytes(LARGEST + 1))
    assert "larger than" in keeper.post(ADDRESS, sent(2, file=large)).content.decode()
    assert not RightsDecision.objects.exists()


def test_hostile_words_are_words(keeper: Client, three: list[Work], worker: Callable[[], None]) -> None:
    words = "<script>alert(1)</script> \u202eevil 🏺"
    answer = keeper.post(ADDRESS, sent(2, evidence=words))
    worker()
    page = keeper.get(answer["Location"]).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "Null characters" in keeper.post(ADDRESS, sent(0, filter="", evidence="a\0b")).content.decode()


def test_who_may_not_decide_does_not_see_the_form(guest: Client, three: list[Work]) -> None:
    assert guest.get(ADDRESS).status_code in (302, 403)
    assert guest.post(ADDRESS, sent(2)).status_code in (302, 403)
    assert not RightsDecision.objects.exists()
