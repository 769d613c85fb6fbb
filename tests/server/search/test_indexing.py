import os
from collections.abc import Callable

import pytest

from tests.works import jar, put
from vitrine.records import Text
from vitrine.server.collection.models import Noted, Statement
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import refresh
from vitrine.server.jobs import run as jobs
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import cancel, run
from vitrine.server.search import indexing, place
from vitrine.server.search.finding import find
from vitrine.server.search.indexing import behind, catch_up, index_job
from vitrine.server.search.query import Query


def total(words: str) -> int:
    found = find(Query(words=words))
    assert found.indexed
    return found.total


def test_what_a_person_says_is_found_once_the_notes_are_taken(indexed: Callable[[], None]) -> None:
    work = put(jar())
    indexed()
    Statement.objects.create(
        work=work, path="titles[it]", value={"value": "Anfora", "language": "it"},
        agent_kind="person", agent="Ada", status="asserted",
    )  # fmt: skip
    refresh([work], Profiles())
    assert behind()
    catch_up.func()
    assert not behind()
    assert total("anfora") == 1


def test_a_suggestion_is_not_found_before_it_is_accepted(indexed: Callable[[], None]) -> None:
    work = put(jar())
    said = Statement.objects.create(
        work=work, path="titles[it]", value={"value": "Anfora", "language": "it"},
        agent_kind="software", agent="model", status="suggested",
    )  # fmt: skip
    indexed()
    assert total("anfora") == 0
    said.status, said.accepted_by = "accepted", "Ada"
    said.save()
    refresh([work], Profiles())
    catch_up.func()
    assert total("anfora") == 1


def test_a_work_that_changed_is_found_as_it_is_now_and_one_that_is_gone_no_more(indexed: Callable[[], None]) -> None:
    put(jar("1"))
    gone = put(jar("2", titles=(Text("A vase", "en"),)))
    indexed()
    indexed()
    assert total("jar") == 1
    pk = gone.pk
    gone.versions.all().delete()
    gone.delete()
    Noted.objects.create(works=[pk])
    catch_up.func()
    assert total("vase") == 0


def test_an_index_of_another_format_or_a_broken_one_is_built_anew(
    indexed: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(jar())
    indexed()
    for breaks in (_older, _torn):
        breaks()
        assert not find(Query(words="jar")).indexed
        assert behind()
        catch_up.func()
        assert total("jar") == 1


def _older() -> None:
    (place.folder() / "current").write_text('{"format": 0, "folder": "x"}')


def _torn() -> None:
    where = place.current()
    assert where is not None
    (where / "meta.json").write_text("{")
    os.utime(where / "meta.json", (1, 1))


def test_a_build_goes_on_where_it_was_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        put(jar(str(number)))
    monkeypatch.setattr(indexing, "_COMMIT", 3)
    job = index_job()
    run(job, lambda running: cancel(running) if running.done == 3 else None)
    assert place.current() is None, "an index that is not whole does not answer"
    Job.objects.filter(pk=job.pk).update(state=Job.State.PAUSED, wish="")
    assert run(index_job()).state == Job.State.DONE
    assert total("jar") == 7


def test_a_job_that_ends_asks_for_what_it_changed_to_be_indexed(
    indexed: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(indexing, "soon", lambda: asked.append(1))
    Noted.objects.create(works=[1])
    monkeypatch.setitem(jobs._KINDS, "nothing", lambda _: None)
    run(Job.objects.create(kind="nothing"))
    assert asked
