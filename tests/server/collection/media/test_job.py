import os
import zipfile

import pytest

from tests.server.collection.media.files import MARKED, image, sha256
from tests.server.collection.media.web import file, serving, status
from vitrine.records import Record, Surrogate, Text, encode
from vitrine.server.collection.media import job as media_jobs
from vitrine.server.collection.media.job import media_job
from vitrine.server.collection.media.store import path_of
from vitrine.server.collection.models import MediaFile, Source, Version, Work, WorkMedia
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import shown_work
from vitrine.server.collection.summary import summarise
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import JobFailedError, run

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("media_home")]

FRONT, BACK = image(".jpg", 60, 40, xmp=MARKED), image(".png", 30, 20)


@pytest.fixture
def source() -> Source:
    return Source.objects.create(name="ours", format="csv")


@pytest.fixture
def folder(tmp_path):
    """The folder of an export with two pictures."""
    (tmp_path / "front.jpg").write_bytes(FRONT)
    (tmp_path / "back.png").write_bytes(BACK)
    return tmp_path


def work(source: Source, key: str, *surrogates: Surrogate) -> Work:
    """Make a work as an import does."""
    record = Record(id=f"{source.name}:{key}", key=key, titles=(Text(f"Work {key}", "en"),), surrogates=surrogates)
    summary = summarise(record, ())
    made = Work.objects.create(
        source=source, key=key, number=1, digest=b"", seen_in=0,
        profile_id=Profiles().id_of(summary.profile_key), **summary.columns(),
    )  # fmt: skip
    version(made, record)
    return made


def version(work: Work, record: Record) -> None:
    Version.objects.create(
        work=work, number=work.number, data=encode(record), raw=b"", raw_checksum=b"", locator="", findings_data=b"",
        job_id=0, read_at="2026-11-21T00:00:00Z",
    )  # fmt: skip


def local(name: str) -> Surrogate:
    return Surrogate(key=name, path=name)


def remote(url: str) -> Surrogate:
    return Surrogate(key=url, url=url)


def surrogate_of(work: Work, place: int = 0) -> Surrogate:
    work.refresh_from_db()
    return shown_work(work).record.surrogates[place]


def test_local_files_are_stored_and_measured(source, folder):
    one = work(source, "1", local("front.jpg"), local("back.png"))
    job = run(media_job(source, fetch=False, folder=folder))
    assert (job.state, job.counts["stored"], job.counts["failed"]) == (Job.State.DONE, 2, 0)
    shown = surrogate_of(one)
    assert (shown.type, shown.width, shown.height, shown.size) == ("image/jpeg", 60, 40, len(FRONT))
    assert shown.checksum == sha256(FRONT)
    assert shown.source_type.endswith("/negativeFilm")
    assert path_of(sha256(FRONT)).read_bytes() == FRONT


def test_tiers_know_the_pixels(source, tmp_path):
    (tmp_path / "large.jpg").write_bytes(image(".jpg", 1200, 1000))
    one = work(source, "1", local("large.jpg"))
    before = one.profile_id
    run(media_job(source, fetch=False, folder=tmp_path))
    one.refresh_from_db()
    assert one.profile_id != before


def test_doing_it_again_changes_nothing(source, folder):
    work(source, "1", local("front.jpg"))
    run(media_job(source, fetch=False, folder=folder))
    before = list(WorkMedia.objects.values())
    job = run(media_job(source, fetch=False, folder=folder))
    assert (job.counts["unchanged"], job.counts["stored"]) == (1, 0)
    assert list(WorkMedia.objects.values()) == before


def test_a_file_that_changed_is_taken_anew_and_the_former_one_is_kept(source, folder):
    one = work(source, "1", local("front.jpg"))
    run(media_job(source, fetch=False, folder=folder))
    (folder / "front.jpg").write_bytes(BACK)
    run(media_job(source, fetch=False, folder=folder))
    assert surrogate_of(one).checksum == sha256(BACK)
    assert path_of(sha256(FRONT)).exists()


def test_one_file_that_fails_stops_nothing(source, folder):
    (folder / "cut.jpg").write_bytes(FRONT[:-200])
    names = ("missing.jpg", "cut.jpg", "../outside.jpg", "front.jpg")
    works = [work(source, name, local(name)) for name in names]
    job = run(media_job(source, fetch=False, folder=folder))
    assert (job.state, job.counts["stored"], job.counts["failed"]) == (Job.State.DONE, 1, 3)
    said = dict(job.errors.values_list("locator", "message"))
    assert "There is no file missing.jpg" in said["ours:missing.jpg missing.jpg"]
    assert "damaged or cut short" in said["ours:cut.jpg cut.jpg"]
    assert "leads out" in said["ours:../outside.jpg ../outside.jpg"]
    use = WorkMedia.objects.get(work=works[1])
    assert (use.state, use.file) == ("failed", None)
    assert "damaged or cut short" in use.message


def test_a_file_that_failed_is_tried_again(source, folder):
    work(source, "1", local("late.jpg"))
    run(media_job(source, fetch=False, folder=folder))
    (folder / "late.jpg").write_bytes(FRONT)
    job = run(media_job(source, fetch=False, folder=folder))
    assert job.counts["stored"] == 1
    use = WorkMedia.objects.get()
    assert (use.state, use.message) == ("stored", "")


def test_a_picture_that_is_no_longer_beside_the_data_stays(source, folder):
    one = work(source, "1", local("front.jpg"))
    run(media_job(source, fetch=False, folder=folder))
    (folder / "front.jpg").unlink()
    job = run(media_job(source, fetch=False, folder=folder))
    assert job.counts["unchanged"] == 1
    assert surrogate_of(one).checksum == sha256(FRONT)


def test_a_damaged_replacement_does_not_take_the_good_picture_away(source, folder):
    one = work(source, "1", local("front.jpg"))
    run(media_job(source, fetch=False, folder=folder))
    (folder / "front.jpg").write_bytes(FRONT[:-200])
    job = run(media_job(source, fetch=False, folder=folder))
    assert job.counts["failed"] == 1
    assert surrogate_of(one).checksum == sha256(FRONT)


def test_files_in_the_zip_that_was_imported(source, tmp_path):
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("images/front.jpg", FRONT)
    one = work(source, "1", local("images/front.jpg"))
    run(media_job(source, fetch=False, folder=tmp_path, archive=archive))
    assert surrogate_of(one).checksum == sha256(FRONT)


def test_no_request_is_made_unless_the_operator_asks(source, folder, monkeypatch):
    monkeypatch.setenv("VITRINE_MEDIA_PRIVATE_HOSTS", "127.0.0.1")
    monkeypatch.setenv("VITRINE_MEDIA_RATE", "1000")
    with serving() as web:
        web.pages["/a.jpg"] = file(FRONT, TDM_Reservation="1")
        web.pages["/gone.jpg"] = status(410)
        one = work(source, "1", remote(web.url("/a.jpg")), remote(web.url("/gone.jpg")), local("back.png"))
        job = run(media_job(source, fetch=False, folder=folder))
        assert web.asked == []
        assert (job.counts["stored"], job.counts["waiting"]) == (1, 2)
        job = run(media_job(source, fetch=True, folder=folder))
        assert (job.counts["stored"], job.counts["unchanged"], job.counts["failed"]) == (1, 1, 1)
        asked = len(web.asked)
        assert surrogate_of(one).checksum == sha256(FRONT)
        run(media_job(source, fetch=True, folder=folder))
        assert [path for path, _ in web.asked[asked:]] == ["/gone.jpg"], "what is stored is not fetched again"
    use = WorkMedia.objects.get(key=web.url("/a.jpg"))
    assert use.reservation["reserved"] is True
    assert use.reservation["carrier"] == "header"


def test_only_the_current_record_counts(source, folder):
    one = work(source, "1", local("front.jpg"))
    Work.objects.filter(pk=one.pk).update(number=2)
    one.refresh_from_db()
    version(one, Record(id="ours:1", key="1", surrogates=(local("back.png"),)))
    job = run(media_job(source, fetch=False, folder=folder))
    assert [use.key for use in WorkMedia.objects.all()] == ["back.png"]
    assert (job.done, job.total) == (1, 1)


def test_a_job_that_was_killed_goes_on_where_it_was(source, folder, monkeypatch):
    monkeypatch.setattr(media_jobs, "BATCH", 2)
    works = [work(source, str(number), local("front.jpg"), local("back.png")) for number in range(5)]
    monkeypatch.setattr(media_jobs, "_write", _killed_after(2, media_jobs._write))
    with pytest.raises(_Killed):
        run(media_job(source, fetch=False, folder=folder))
    assert WorkMedia.objects.values("work").distinct().count() == 4
    monkeypatch.undo()
    job = media_job(source, fetch=False, folder=folder)
    assert (job.done, job.cursor) == (4, {"after": works[3].pk})
    job = run(job)
    assert (job.state, job.done, job.counts["stored"]) == (Job.State.DONE, 5, 10)
    assert WorkMedia.objects.filter(state="stored").count() == 10
    assert MediaFile.objects.count() == 2


class _Killed(BaseException):
    """What takes a process away between two batches."""


def _killed_after(batches, write):
    left = [batches]

    def killing(*arguments):
        if left[0] == 0:
            raise _Killed
        left[0] -= 1
        write(*arguments)

    return killing


def test_after_another_import_everything_is_looked_at_again(source, folder):
    work(source, "1", local("front.jpg"))
    first = media_job(source, fetch=False, folder=folder)
    assert media_job(source, fetch=False, folder=folder) == first
    Job.objects.create(kind="import", subject="ours")
    second = media_job(source, fetch=False, folder=folder)
    assert second != first
    first.refresh_from_db()
    assert first.state == Job.State.CANCELLED


def test_a_disk_that_is_full_stops_the_job_with_a_clear_sentence(source, folder, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    works = [work(source, "1", local("front.jpg"))]
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JobFailedError, match=r"No space left on device.*Make room"):
        run(media_job(source, fetch=False, folder=folder))
    monkeypatch.undo()
    job = run(media_job(source, fetch=False, folder=folder))
    assert job.counts["stored"] == len(works)


def test_a_setting_that_makes_no_sense_is_named(source, folder, monkeypatch):
    monkeypatch.setenv("VITRINE_MEDIA_RATE", "fast")
    with pytest.raises(JobFailedError, match="VITRINE_MEDIA_RATE is 'fast'"):
        run(media_job(source, fetch=False, folder=folder))


def test_a_folder_that_is_gone_is_named(source, tmp_path):
    job = media_job(source, fetch=False, folder=tmp_path / "gone")
    with pytest.raises(JobFailedError, match="gone, where the media files were"):
        run(job)
