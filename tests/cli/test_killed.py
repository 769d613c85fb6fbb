"""Commands that are killed at any moment go on, and end as if nobody had disturbed them."""

import json
import os
import shutil
import sqlite3
import tarfile
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.test_import import CC0, INC, JSON_MAPPING
from tests.commands import Vitrine
from tests.database import kill_when, query, state

from vitrine.server.collection.importing.processes import WORTH_IT

NUMBER = 3000
DECIDED = 1500
"""Records of an import and works of a decision: six and three batches."""


def record(number: object, title: str, rights: str, padding: str) -> str:
    return json.dumps({"id": str(number), "name": f"{title} {padding}", "rights": rights})


def first_feed(file: Path, padding: str) -> None:
    """Write records of which the second feed changes some."""
    rows = (record(n, f"Work {n}", CC0 if n % 3 else INC, padding) for n in range(DECIDED))
    file.write_text("\n".join(rows) + "\n")


def second_feed(file: Path, padding: str) -> None:
    """Write new, unchanged and changed records, with rights changed, and some that belong into quarantine."""
    with file.open("w") as out:
        for n in range(NUMBER):
            if n % 97 == 0:
                row = f'{{"id": "{n}", broken'
            elif n % 89 == 0:
                row = record("", f"Nameless {n}", CC0, padding)
            elif n % 7 == 0:
                row = record(n, f"Changed {n}", CC0, padding)
            elif n % 500 == 5:
                row = record(n - 3, "Another", CC0, padding)  # an identifier that is taken
            else:
                row = record(n, f"Work {n}", CC0 if n % 3 else INC, padding)
            out.write(row + "\n")


@pytest.mark.parametrize("size", ["read by one process", "read by several"])
def test_an_import_goes_on_and_ends_as_an_undisturbed_one(vitrine_on_each, tmp_path, size, request):
    padding = "pad " * (900 if size == "read by several" else 5)
    (tmp_path / "m.toml").write_text(JSON_MAPPING)
    feed, second = tmp_path / "feed.ndjson", tmp_path / "second.ndjson"
    line = ("import", feed, "--source", "ours", "--mapping", tmp_path / "m.toml")
    first_feed(feed, padding)
    vitrine_on_each.run(*line)
    second_feed(second, padding)
    assert (second.stat().st_size > WORTH_IT) == (size == "read by several")
    shutil.copy(second, feed)
    undisturbed = twin(vitrine_on_each, tmp_path / "twin", request)
    counts = undisturbed.json(*line)
    assert counts["read"] == counts["stored"] + counts["unchanged"] + counts["quarantined"] == NUMBER
    assert min(counts["stored"], counts["unchanged"], counts["quarantined"], counts["flagged"]) > 0

    reached = -1
    for _ in range(2):
        reached = kill_when(vitrine_on_each, vitrine_on_each.start(*line), "import", max(reached, 0))
    assert 0 < reached < NUMBER
    assert vitrine_on_each.json(*line) == counts
    assert state(vitrine_on_each) == state(undisturbed)


def twin(vitrine: Vitrine, home: Path, request: pytest.FixtureRequest) -> Vitrine:
    """Return a copy of a home, with a copy of its database."""
    shutil.copytree(vitrine.home, home)
    url = vitrine.environment["DATABASE_URL"]
    if url:
        server = request.getfixturevalue("postgresql")
        name = url.rpartition("/")[2]
        url = server.create(f"{name}_twin", name)
        request.addfinalizer(lambda: server.drop(f"{name}_twin"))
    return Vitrine(home, url)


@pytest.fixture
def many(vitrine, tmp_path) -> Vitrine:
    """A home with enough works that a decision about them takes several batches."""
    first_feed(tmp_path / "feed.ndjson", "")
    (tmp_path / "m.toml").write_text(JSON_MAPPING)
    vitrine.run("import", tmp_path / "feed.ndjson", "--source", "ours", "--mapping", tmp_path / "m.toml")
    return vitrine


def test_a_decision_goes_on_with_the_same_command_and_is_one_entry_of_the_log(many):
    line = ("rights", "set", CC0, "--source", "ours", "--evidence", "gift", "--by", "Ada")
    reached = kill_when(many, many.start(*line), "rights", 0)
    assert 0 < reached < DECIDED
    decided = many.json(*line)
    assert decided == {"decision": 1, "works": DECIDED}
    ((statements, works),) = query(many, "SELECT count(*), count(DISTINCT work_id) FROM collection_statement")
    assert (statements, works) == (DECIDED, DECIDED), "each work has the person's word once"
    assert [entry["works"] for entry in many.json("rights", "log")] == [DECIDED]
    assert many.json("rights", *line[1:])["decision"] == 2, "what was finished is not gone on with"


def test_a_decision_that_stopped_halfway_can_be_undone_and_stays_undone(many):
    line = ("rights", "set", CC0, "--source", "ours", "--evidence", "gift", "--by", "Ada")
    before = many.json("report")["rights"]
    reached = kill_when(many, many.start(*line), "rights", 0)
    assert many.json("rights", "undo", 1, "--by", "Ada") == {"decision": 1, "works": reached}
    assert many.json("report")["rights"] == before
    assert query(many, "SELECT state FROM jobs_job WHERE kind = 'rights'") == [("cancelled",)]


def is_written(vitrine: Vitrine) -> bool:
    """Return whether another process is in the middle of writing."""
    with closing(sqlite3.connect(vitrine.home / "vitrine.sqlite3", timeout=0)) as database:
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
    return False


def test_an_undoing_that_is_killed_has_undone_all_or_nothing(many):
    many.run("rights", "set", CC0, "--source", "ours", "--evidence", "gift", "--by", "Ada")
    decided = many.json("report")["rights"]
    process = many.start("rights", "undo", 1, "--by", "Ada")
    # It writes one transaction, which shows outside only in that nobody else may write.
    while process.poll() is None and not is_written(many):
        time.sleep(0.002)
    process.kill()
    assert process.wait() == -9
    assert not many.json("rights", "log")[0]["undone_at"]
    assert many.json("report")["rights"] == decided
    assert many.json("rights", "undo", 1, "--by", "Ada")["works"] == DECIDED


def test_a_killed_back_up_leaves_nothing_under_its_name(many, tmp_path):
    (many.home / "uploads").mkdir(exist_ok=True)
    with (many.home / "uploads" / "large").open("wb") as large:
        large.truncate(2_000_000_000)
    file = tmp_path / "made.tar"
    process = many.start("backup", file)
    partial = tmp_path / "made.tar.partial"
    while process.poll() is None and (not partial.exists() or partial.stat().st_size < 1_000_000):
        time.sleep(0.002)
    process.kill()
    assert process.wait() == -9
    assert not file.exists()
    os.truncate(many.home / "uploads" / "large", 1000)
    many.run("backup", file)
    with tarfile.open(file) as tar:
        assert "manifest.json" in tar.getnames()
    assert [path.name for path in tmp_path.glob("made.tar*")] == ["made.tar"]
