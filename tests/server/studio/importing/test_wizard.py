"""The wizard as a curator uses it: upload, look, mapping, dry run, import, report; and a record mended in quarantine."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from vitrine.server.collection.models import Quarantined, Source, Work
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import run
from vitrine.server.options import home
from vitrine.server.studio.importing.models import Draft

ROWS = (
    "Inv. No.,Work title,Artist,Dated,Technique,Odd <b>column</b> 🦊\r\n"
    "A1,A jar on a table,Ada Brown,1840,oil on canvas,=1+1\r\n"
    "A2,Two jars,Ada Brown,1840,oil on canvas,=1+1\r\n"
    "A3,Three jars,Bert Green,1840,oil on canvas,=1+1\r\n"
    ",Four jars,Bert Green,1840,oil on canvas,=1+1\r\n"
)


def begin(keeper: Client, content: bytes = ROWS.encode(), name: str = "export.csv", source: str = "ours") -> Draft:
    """Upload a file as a new source."""
    response = keeper.post("/studio/import/", {"file": SimpleUploadedFile(name, content), "name": source})
    assert response.status_code == 302, response.content.decode()
    return Draft.objects.latest("id")


def imported(keeper: Client) -> Draft:
    """Take the file through the import."""
    draft = begin(keeper)
    keeper.post(f"/studio/import/{draft.pk}/run/")
    draft.refresh_from_db()
    run(Job.objects.get(pk=draft.job_id))
    return draft


def test_a_file_goes_through_all_steps(keeper: Client) -> None:
    draft = begin(keeper)
    look = keeper.get(f"/studio/import/{draft.pk}/").content.decode()
    assert "A jar on a table" in look
    assert "Odd &lt;b&gt;column&lt;/b&gt; 🦊" in look
    assert "<b>column</b>" not in look
    mapping = keeper.get(f"/studio/import/{draft.pk}/mapping/").content.decode()
    assert "Work title" in mapping
    keeper.post(f"/studio/import/{draft.pk}/dry-run/")
    draft.refresh_from_db()
    run(Job.objects.get(pk=draft.rehearsal_id))
    assert not Work.objects.exists()
    assert not Quarantined.objects.exists()
    draft.refresh_from_db()
    assert draft.report["counts"] == {
        "read": 4, "new": 3, "changed": 0, "unchanged": 0, "quarantined": 1, "repaired": 0,
    }  # fmt: skip
    assert keeper.get(f"/studio/import/{draft.pk}/dry-run/").status_code == 200
    keeper.post(f"/studio/import/{draft.pk}/run/")
    draft.refresh_from_db()
    job = run(Job.objects.get(pk=draft.job_id))
    assert job.counts["read"] == job.counts["stored"] + job.counts["unchanged"] + job.counts["quarantined"] == 4
    assert "Read 4 = stored 3" in keeper.get(f"/studio/import/{draft.pk}/run/").content.decode()
    assert keeper.get("/studio/import/").status_code == 200
    assert "A jar on a table" in keeper.get(reverse("work", args=["ours", "A1"])).content.decode()


def test_the_button_pressed_again_starts_no_second_import(keeper: Client) -> None:
    draft = imported(keeper)
    keeper.post(f"/studio/import/{draft.pk}/run/")
    assert Job.objects.filter(kind="import").count() == 1


def test_problem_rows_are_safe_for_a_spreadsheet_and_raw_ones_are_as_they_came(keeper: Client) -> None:
    draft = imported(keeper)
    table = b"".join(keeper.get(f"/studio/import/{draft.pk}/run/problems/").streaming_content).decode()
    assert ",Four jars" in table
    packed = b"".join(keeper.get(f"/studio/import/{draft.pk}/run/raw/").streaming_content)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        (name,) = archive.namelist()
        assert archive.read(name).startswith(b",Four jars")


def test_the_form_and_the_text_say_the_same(keeper: Client) -> None:
    draft = begin(keeper)
    number = next(n for n, one in enumerate(draft.columns["columns"]) if one["shown"] == "Technique")
    sent = {"revision": 1, "action": "form", "language": "en", "circa": "5", f"part-{number}": "note"}
    assert keeper.post(f"/studio/import/{draft.pk}/mapping/", sent).status_code == 302
    draft.refresh_from_db()
    assert "circa = 5" in draft.mapping
    assert 'kind = "note"' in draft.mapping
    response = keeper.post(
        f"/studio/import/{draft.pk}/mapping/", {"revision": 2, "action": "text", "text": "[record]\nidd = 'Inv. No.'"}
    )
    assert response.status_code == 422
    assert "line" in response.content.decode()


def test_two_people_lose_nothing(keeper: Client) -> None:
    draft = begin(keeper)
    address = f"/studio/import/{draft.pk}/mapping/"
    mine, yours = '[record]\nid = "Inv. No."\n# mine', '[record]\nid = "Inv. No."\n# yours'
    assert keeper.post(address, {"revision": 1, "action": "text", "text": mine}).status_code == 302
    response = keeper.post(address, {"revision": 1, "action": "text", "text": yours})
    assert response.status_code == 409
    text = response.content.decode()
    assert "# mine" in text
    assert "# yours" in text


@pytest.mark.parametrize("name", ["empty.csv", "x" * 400 + ".csv", "../../etc/passwd.csv"])
def test_an_empty_file_is_refused_whatever_it_is_called(keeper: Client, name: str) -> None:
    sent = {"file": SimpleUploadedFile(name, b""), "name": "ours"}
    assert keeper.post("/studio/import/", sent).status_code == 422
    assert not Draft.objects.exists()


def test_a_file_too_large_is_refused_with_its_limit(keeper: Client) -> None:
    response = keeper.post(
        "/studio/import/", b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(5 * 10**9)
    )
    assert response.status_code == 413
    assert "larger than" in response.content.decode()


def test_a_name_that_is_taken_or_too_long_is_said(keeper: Client) -> None:
    Source.objects.create(name="ours", format="csv")
    for name in ("ours", "n" * 400, "no spaces"):
        sent = {"file": SimpleUploadedFile("a.csv", ROWS.encode()), "name": name}
        assert keeper.post("/studio/import/", sent).status_code == 422
    assert not Draft.objects.exists()


def test_only_what_lies_in_the_folder_can_be_picked(keeper: Client) -> None:
    (home() / "imports" / "laid.csv").write_text(ROWS)
    assert keeper.post("/studio/import/", {"picked": "../vitrine.sqlite3", "name": "ours"}).status_code == 422
    assert keeper.post("/studio/import/", {"picked": "laid.csv", "name": "ours"}).status_code == 302
    draft = Draft.objects.get()
    (home() / "imports" / "laid.csv").unlink()
    assert "no longer there" in keeper.get(f"/studio/import/{draft.pk}/").content.decode()
    keeper.post(f"/studio/import/{draft.pk}/run/")
    assert not Job.objects.exists()


def test_a_draft_is_discarded_with_its_file(keeper: Client) -> None:
    draft = begin(keeper)
    assert (home() / draft.path).exists()
    keeper.post(f"/studio/import/{draft.pk}/discard/")
    assert not (home() / draft.path).exists()
    assert not Draft.objects.exists()


def test_a_mended_record_becomes_a_work_and_stays_mended(keeper: Client) -> None:
    draft = imported(keeper)
    row = Quarantined.objects.get()
    address = f"/studio/quarantine/{row.pk}/"
    assert "Send it" in keeper.get(address).content.decode()
    assert keeper.post(address, {"action": "send", "text": ",Four jars,Bert Green,1861,ink,z"}).status_code == 422
    taken = {"action": "send", "text": "A3,Four jars,Bert Green,1861,ink,z"}
    assert "already used by another record" in keeper.post(address, taken).content.decode()
    mended = {"text": "A4,Four jars,Bert Green,1861,ink on paper,z"}
    assert "Now it reads as" in keeper.post(address, {"action": "read", **mended}).content.decode()
    assert not Work.objects.filter(key="A4").exists()
    assert keeper.post(address, {"action": "send", **mended}).status_code == 302
    work = Work.objects.get(key="A4")
    assert "mended by keeper" in work.version().locator
    row.refresh_from_db()
    assert not row.open
    assert bytes(row.raw).startswith(b",Four jars")
    assert "Mended by keeper" in keeper.get(address).content.decode()
    again = begin_again(keeper)
    assert not Quarantined.objects.filter(open=True).exists()
    assert Work.objects.get(key="A4").number == 1
    assert again.pk != draft.pk


def begin_again(keeper: Client) -> Draft:
    """Import the same file once more, as the source that exists."""
    keeper.post("/studio/import/", {"file": SimpleUploadedFile("export.csv", ROWS.encode()), "known": "ours"})
    draft = Draft.objects.latest("id")
    keeper.post(f"/studio/import/{draft.pk}/run/")
    draft.refresh_from_db()
    run(Job.objects.get(pk=draft.job_id))
    return draft


def test_it_is_not_for_everybody(guest: Client, keeper: Client) -> None:
    draft = begin(keeper)
    for path in ("", f"{draft.pk}/", f"{draft.pk}/mapping/", f"{draft.pk}/dry-run/", f"{draft.pk}/run/"):
        assert guest.get(f"/studio/import/{path}").status_code in (302, 403)
