"""The machine looks at what it may, counts the rest, and never touches what people said."""

import pytest
import pyvips

from tests.server.figures.conftest import BODY, old
from tests.works import picture, put
from vitrine.cards import uses
from vitrine.house import works
from vitrine.house.painting import paint
from vitrine.records import Sensitivity
from vitrine.server.collection.media.store import path_of
from vitrine.server.collection.models import MediaFile, Source, Statement, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.jobs import looking_job
from vitrine.server.figures.models import Figure, Kind, Look
from vitrine.server.figures.proposing import propose
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import JobFailedError, run
from vitrine.server.uses.models import Switch

models = pytest.importorskip("vitrine.vision.models")
pytestmark = pytest.mark.skipif(
    not (models.FOLDER / "pose_full.tflite").is_file(), reason="the front end was not built"
)


@pytest.fixture
def switched_on(db: None) -> None:
    card = uses()["key-points"].card
    assert card is not None
    Switch.objects.create(use="key-points", on=True, digest=card.digest, card_version=card.version, by="Ada")


@pytest.fixture(scope="session")
def painted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The house's woman in a red cardigan, half a figure with a face, painted small."""
    path = tmp_path_factory.mktemp("house") / "house-11.jpg"
    paint("house-11", path, 700)
    return path.read_bytes()


def test_nothing_is_looked_at_while_the_use_is_off() -> None:
    put(old(), {"a.jpg": picture()})
    with pytest.raises(JobFailedError, match="switched off"):
        run(looking_job([Kind.POSE]))
    assert not Look.objects.exists()


def test_everything_is_counted_and_nothing_crashes(switched_on: None, painted: bytes) -> None:
    put(old("empty"), {"a.jpg": picture()})
    put(old("none"))
    put(old("secret", sensitivities=(Sensitivity("sacred or secret"),)), {"b.jpg": picture(1)})
    put(old("broken"), {"c.jpg": picture(2)})
    put(old("missing"), {"d.jpg": picture(3)})
    woman = put(old("woman"), {"e.jpg": painted})
    path_of(_file("broken").checksum).write_bytes(b"\xff\xd8\xff no picture")
    path_of(_file("missing").checksum).unlink()
    job = run(looking_job([Kind.POSE, Kind.FACE]))
    assert job.state == Job.State.DONE
    assert job.counts == {"found": 2, "nobody": 2, "refused": 2, "failed": 4, "unchanged": 0, "without": 1}
    assert set(job.errors.values_list("locator", flat=True)) == {"museum:broken", "museum:missing"}
    assert {(one.kind, one.state, one.points) for one in woman.figures.all()} == {
        ("pose", "proposed", None),
        ("face", "proposed", None),
    }
    assert all(one.model and one.version and one.score for one in woman.figures.all())
    assert not Figure.objects.exclude(work=woman).exists()


def _file(key: str) -> MediaFile:
    file = WorkMedia.objects.get(work__key=key).file
    assert file is not None
    return file


def test_proposals_lie_on_the_painted_figure(switched_on: None, painted: bytes) -> None:
    put(old("woman"), {"e.jpg": painted})
    run(looking_job([Kind.POSE]))
    found = Figure.objects.get()
    (known,) = next(one for one in works() if one.id == "house-11").figures
    factor = found.width / next(one for one in works() if one.id == "house-11").size[0]
    shoulders = abs(known.points[11].x - known.points[12].x) * factor
    for joint in (0, 11, 12):
        assert abs(found.shown[joint][0] - known.points[joint].x * factor) < shoulders * 0.2
        assert abs(found.shown[joint][1] - known.points[joint].y * factor) < shoulders * 0.2
    assert found.part == "upper"


def test_a_huge_picture_is_scaled_first_and_its_points_are_its_own(switched_on: None, painted: bytes) -> None:
    large = pyvips.Image.new_from_buffer(painted, "").resize(8).jpegsave_buffer(Q=60)
    put(old("small"), {"e.jpg": painted})
    put(old("large"), {"f.jpg": large})
    run(looking_job([Kind.POSE]))
    small, huge = (Figure.objects.get(work__key=key) for key in ("small", "large"))
    assert huge.width == small.width * 8
    assert abs(huge.shown[0][0] - small.shown[0][0] * 8) < huge.width * 0.03


def test_a_second_run_passes_over_what_is_known_and_goes_on_for_new_pictures(switched_on: None, painted: bytes) -> None:
    work = put(old("woman"), {"e.jpg": painted})
    run(looking_job([Kind.POSE]))
    assert run(looking_job([Kind.POSE])).counts["unchanged"] == 1
    assert run(looking_job([Kind.POSE], anew=True)).counts["found"] == 1
    other = put(old("2"), {"b.jpg": picture(1)})
    WorkMedia.objects.filter(work=work).update(file=_file("2"))
    assert run(looking_job([Kind.POSE])).counts["nobody"] == 2
    assert not Figure.objects.exists()
    assert other.looks.get().outcome == "nobody"


def test_the_machine_never_touches_a_persons_points_or_decisions(switched_on: None, painted: bytes) -> None:
    work = put(old("woman"), {"e.jpg": painted})
    run(looking_job([Kind.POSE]))
    row = Figure.objects.get()
    mine = [[x + 3, y, v] for x, y, v in row.shown]
    deciding.approve(deciding.place(row, mine, "seated", "Ada"), "Ada")
    before = Figure.objects.get()
    run(looking_job([Kind.POSE], anew=True))
    after = Figure.objects.get()
    assert (after.points, after.part, after.state, after.by, after.revision) == (
        mine,
        "seated",
        "approved",
        "Ada",
        before.revision,
    )
    assert after.proposal == row.proposal
    deciding.set_aside(after, "Ada")
    run(looking_job([Kind.POSE], anew=True))
    assert [one.state for one in work.figures.all()] == ["aside"]


def test_a_work_that_must_not_be_looked_at_any_more_loses_its_proposals_only(switched_on: None, painted: bytes) -> None:
    work = put(old("woman"), {"e.jpg": painted})
    run(looking_job([Kind.POSE, Kind.FACE]))
    deciding.approve(Figure.objects.get(kind=Kind.POSE), "Ada")
    value = {"kind": "sacred or secret"}
    Statement.objects.create(
        work=work,
        path="sensitivities[sacred or secret]",
        value=value,
        agent_kind="person",
        agent="Bo",
        status="asserted",
    )
    assert run(looking_job([Kind.POSE, Kind.FACE], anew=True)).counts["refused"] == 2
    assert [one.kind for one in Figure.objects.all()] == ["pose"]


def test_two_figures_are_two_and_one_that_is_gone_is_forgotten(db: None) -> None:
    media = WorkMedia.objects.select_related("file").get(work=put(old(), {"a.jpg": picture()}))
    right = [[x + 300, y, v] for x, y, v in BODY]
    propose(media, Kind.POSE, [(BODY, 0.9), (right, 0.8)], "M", "1")
    assert [one.number for one in Figure.objects.all()] == [1, 2]
    propose(media, Kind.POSE, [(right, 0.7)], "M", "2")
    (left,) = Figure.objects.all()
    assert (left.number, left.score, left.version) == (2, 0.7, "2")


def test_only_a_source_is_looked_at_and_the_same_wish_is_one_job(switched_on: None) -> None:
    put(old("1"), {"a.jpg": picture()})
    put(old("2", source="theirs"), {"b.jpg": picture(9)})
    ours = Source.objects.get(name="museum")
    job = looking_job([Kind.POSE], ours)
    assert looking_job([Kind.POSE], ours) == job
    assert looking_job([Kind.FACE], ours) != job
    run(job)
    assert set(Look.objects.values_list("work__source__name", flat=True)) == {"museum"}
    assert job.total == 1


def test_stopped_it_goes_on_where_it_was_and_counts_nothing_twice(switched_on: None) -> None:
    for number in range(13):
        put(old(str(number)), {f"{number}.jpg": picture(number * 15, width=64, height=64)})
    job = looking_job([Kind.FACE])
    stopped = run(job, lambda one: Job.objects.filter(pk=one.pk).update(wish=Job.Wish.PAUSE))
    assert (stopped.state, stopped.done) == (Job.State.PAUSED, 10)
    assert looking_job([Kind.FACE]) == job
    done = run(job)
    assert (done.state, done.done, done.counts["nobody"]) == (Job.State.DONE, 13, 13)
    assert Look.objects.count() == 13


def test_a_use_that_is_switched_off_meanwhile_stops_at_the_next_batch(switched_on: None) -> None:
    for number in range(13):
        put(old(str(number)), {f"{number}.jpg": picture(number * 15, width=64, height=64)})
    job = looking_job([Kind.FACE])
    with pytest.raises(JobFailedError, match="switched off"):
        run(job, lambda _: Switch.objects.create(use="key-points", on=False, digest="", card_version="1.0", by="Ada"))
    assert Look.objects.count() == 10
