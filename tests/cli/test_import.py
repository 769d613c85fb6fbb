"""What a digital officer relies on when importing: nothing dropped, repeatable, safe to kill."""

import csv
import json
from pathlib import Path

import pytest
from tests.database import kill_when

from vitrine.server.collection.importing.processes import WORTH_IT
from vitrine.server.home import held

MAPPING = """
[source]
format = "csv"
language = "en"

[record]
id = "number"

[[titles]]
path = "title"

[[makers]]
name = "artist"

[[events]]
kind = "production"
text = "date"

[[rights]]
of = "object"
statement = "rights"
"""

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
INC = "http://rightsstatements.org/vocab/InC/1.0/"


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "ours.toml"
    path.write_text(MAPPING)
    return path


def table(path: Path, rows: list[tuple[str, ...]]) -> Path:
    lines = ["number,title,artist,date,rights", *(",".join(f'"{cell}"' for cell in row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


ROWS = [
    ("1", "A Dance", "Rossi, Ada", "c.1837-41", CC0),
    ("2", "Still Life", "Unknown", "1900", INC),
    ("3", "Harbour", "Bo Ek", "date not known", ""),
]


def test_what_is_read_is_stored(vitrine_on_each, mapping, tmp_path):
    feed = table(tmp_path / "ours.csv", ROWS)
    counts = vitrine_on_each.json("import", feed, "--source", "ours", "--mapping", mapping)
    assert set(counts) == {"read", "stored", "unchanged", "quarantined", "repaired", "flagged"}
    assert (counts["read"], counts["stored"]) == (3, 3)
    record = vitrine_on_each.json("show", "ours:1")["record"]
    assert record["titles"][0]["value"] == "A Dance"
    date = record["events"][0]["date"]
    assert (date["text"], date["earliest"], date["latest"]) == ("c.1837-41", 1837, 1841)


def test_importing_twice_changes_nothing(vitrine_on_each, mapping, tmp_path):
    feed = table(tmp_path / "ours.csv", ROWS)
    vitrine_on_each.json("import", feed, "--source", "ours", "--mapping", mapping)
    before = vitrine_on_each.json("report")
    counts = vitrine_on_each.json("import", feed, "--source", "ours", "--mapping", mapping)
    assert counts == {"read": 3, "stored": 0, "unchanged": 3, "quarantined": 0, "repaired": 0, "flagged": 0}
    assert vitrine_on_each.json("report") == before
    assert vitrine_on_each.json("show", "ours:1")["versions"] == 1


def test_only_what_changed_gets_a_new_version(vitrine, mapping, tmp_path):
    vitrine.run("import", table(tmp_path / "one.csv", ROWS), "--source", "ours", "--mapping", mapping)
    changed = [("1", "A Lively Dance", *ROWS[0][2:]), *ROWS[1:]]
    counts = vitrine.json("import", table(tmp_path / "two.csv", changed), "--source", "ours")
    assert (counts["stored"], counts["unchanged"]) == (1, 2)
    account = vitrine.json("show", "ours:1")
    assert account["versions"] == 2
    assert [(c["path"], c["before"], c["after"]) for c in account["changes"]] == [
        ("titles[0].value", "A Dance", "A Lively Dance")
    ]
    assert vitrine.json("show", "ours:1", "--version", 1)["record"]["titles"][0]["value"] == "A Dance"


def test_a_change_of_rights_waits_for_a_decision(vitrine_on_each, mapping, tmp_path):
    vitrine = vitrine_on_each
    vitrine.run("import", table(tmp_path / "one.csv", ROWS), "--source", "ours", "--mapping", mapping)
    changed = [(*ROWS[0][:4], INC), *ROWS[1:]]
    counts = vitrine.json("import", table(tmp_path / "two.csv", changed), "--source", "ours")
    assert counts["flagged"] == 1
    account = vitrine.json("show", "ours:1")
    assert account["record"]["rights_of_object"]["uri"] == CC0, "what is public keeps its rights until somebody decides"
    assert vitrine.json("rights", "changes")[0]["works"] == 1

    decided = vitrine.json("rights", "accept", "--source", "ours", "--evidence", "letter", "--by", "Ada")
    assert decided["works"] == 1
    assert vitrine.json("show", "ours:1")["record"]["rights_of_object"]["uri"] == INC

    vitrine.json("rights", "undo", decided["decision"], "--by", "Ada")
    assert vitrine.json("show", "ours:1")["record"]["rights_of_object"]["uri"] == CC0
    vitrine.json("rights", "keep", "--source", "ours", "--evidence", "contract", "--by", "Ada")
    assert vitrine.json("show", "ours:1")["record"]["rights_of_object"]["uri"] == CC0
    assert vitrine.json("rights", "changes") == []


def test_one_identifier_used_twice_is_quarantined_not_lost(vitrine, mapping, tmp_path):
    feed = table(tmp_path / "ours.csv", [*ROWS, ("1", "Another", "X", "1901", "")])
    for stored, unchanged in ((3, 0), (0, 3)):
        counts = vitrine.json("import", feed, "--source", "ours", "--mapping", mapping)
        assert (counts["read"], counts["stored"], counts["unchanged"], counts["quarantined"]) == (
            4,
            stored,
            unchanged,
            1,
        )
    assert vitrine.json("report")["quarantined"] == 1


def test_a_record_without_an_identifier_is_quarantined_with_its_bytes(vitrine, mapping, tmp_path):
    feed = table(tmp_path / "ours.csv", [*ROWS, ("", "Nameless", "X", "1901", "")])
    counts = vitrine.json("import", feed, "--source", "ours", "--mapping", mapping)
    assert (counts["stored"], counts["quarantined"]) == (3, 1)
    problems = tmp_path / "problems.csv"
    vitrine.run("report", "--problems", problems)
    assert "Nameless" in problems.read_text("utf-8-sig")

    mended = table(tmp_path / "ours.csv", [*ROWS, ("4", "Nameless", "X", "1901", "")])
    vitrine.run("import", mended, "--source", "ours", "--mapping", mapping)
    assert vitrine.json("report")["quarantined"] == 0


def test_a_dry_run_counts_and_writes_nothing(vitrine, mapping, tmp_path):
    feed = table(tmp_path / "ours.csv", ROWS)
    counts = vitrine.json("import", feed, "--source", "ours", "--mapping", mapping, "--dry-run")
    assert (counts["read"], counts["stored"]) == (3, 3)
    assert vitrine.json("report")["works"] == 0


def test_the_raw_record_is_kept_byte_for_byte(vitrine, tmp_path):
    line = '{"id": "7",   "name": "Caf\\u00e9"}'
    feed = tmp_path / "ours.ndjson"
    feed.write_text(line + "\n")
    mapping = tmp_path / "m.toml"
    mapping.write_text('[source]\nformat = "json"\n[record]\nid = "id"\n[[titles]]\npath = "name"\n')
    vitrine.run("import", feed, "--source", "ours", "--mapping", mapping)
    assert vitrine.run("show", "ours:7", "--raw").stdout.strip() == line


JSON_MAPPING = '[source]\nformat = "json"\n[record]\nid = "id"\n[[titles]]\npath = "name"\n[[rights]]\nof = "object"\nstatement = "rights"\n'


def test_two_imports_of_one_source_at_once(vitrine, mapping, tmp_path):
    feed = table(tmp_path / "ours.csv", ROWS)
    line = ("import", feed, "--source", "ours", "--mapping", mapping)
    with held(vitrine.home, "import-ours", ""):
        said = vitrine.error(*line)
    assert "'ours' is running" in said
    assert vitrine.json("report")["works"] == 0
    assert vitrine.json(*line)["stored"] == 3


@pytest.mark.parametrize("source", ["", "../up", "a b", "x" * 81])
def test_source_names_that_could_not_be_used(vitrine, tmp_path, source):
    assert "source name" in vitrine.error("import", table(tmp_path / "o.csv", ROWS), "--source", source, status=2)


def test_a_file_that_is_not_there(vitrine):
    assert "does not exist" in vitrine.error("import", "nowhere.csv", "--source", "ours", status=2)


def test_a_mapping_that_is_not_there(vitrine, tmp_path):
    assert "no mapping" in vitrine.error(
        "import", table(tmp_path / "o.csv", ROWS), "--source", "ours", "--mapping", "nothing", status=2
    )


def test_hostile_cells_are_text_and_problem_rows_are_no_formulas(vitrine, mapping, tmp_path):
    hostile = [
        ("=1+1", "<script>alert(1)</script>", "@SUM(A1)", "-2+3", "=cmd|' /C calc'!A0"),
        ("../../etc/passwd", "'; DROP TABLE works; --", "x", "1900", ""),
    ]
    counts = vitrine.json("import", table(tmp_path / "o.csv", hostile), "--source", "ours", "--mapping", mapping)
    assert counts["read"] == counts["stored"] + counts["quarantined"] == 2
    problems = tmp_path / "problems.csv"
    vitrine.run("report", "--problems", problems)
    for line in problems.read_text("utf-8-sig").splitlines()[1:]:
        for cell in line.split(","):
            assert not cell.strip('"').startswith(("=", "@", "+"))
    assert vitrine.json("show", "ours:../../etc/passwd")["record"]["titles"][0]["value"] == "'; DROP TABLE works; --"


JOINED = """
[source]
format = "csv"
file = "works.csv"
language = "en"

[tables.titles]
file = "titles.csv"
column = "work"
refers_to = "number"

[record]
id = "number"

[[titles]]
each = "titles"
path = "title"
"""


def joined(folder: Path, number: int, strays: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "works.csv").write_text("number,note\n" + "".join(f"{n},{'x' * 400}\n" for n in range(number)))
    titles = [f"{n},Work {n}" for n in range(number)] + strays
    (folder / "titles.csv").write_text("work,title\n" + "\n".join(titles) + "\n")
    return folder


def test_rows_of_related_tables_that_belong_to_no_record_are_kept_and_shown(vitrine_on_each, tmp_path):
    vitrine = vitrine_on_each
    mapping = tmp_path / "m.toml"
    mapping.write_text(JOINED)
    feed = joined(tmp_path / "feed", 3, ["99,A stray title", "=98,Another"])
    line = ("import", feed, "--source", "ours", "--mapping", mapping)
    for stored in (3, 0):
        counts = vitrine.json(*line)
        assert (counts["read"], counts["stored"], counts["quarantined"]) == (3, stored, 0)
        assert vitrine.json("report")["defects"]["reference-dangling"] == 2
    assert "2 findings about the file" in vitrine.run(*line).stderr
    problems = tmp_path / "problems.csv"
    vitrine.run("report", "--source", "ours", "--problems", problems)
    with problems.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["code"] == "reference-dangling"]
    assert [row["locator"] for row in rows] == ["titles.csv:5", "titles.csv:6"]
    assert json.loads(rows[0]["before"]) == {"work": "99", "title": "A stray title"}

    joined(feed, 3, ["2,A second title"])
    vitrine.run(*line)
    assert "reference-dangling" not in vitrine.json("report")["defects"], "a mended file has none any more"


def test_several_readers_report_a_stray_row_once_also_after_a_kill(vitrine, tmp_path):
    number, strays = 30_000, [f"x{n},Stray {n}" for n in range(1200)]
    mapping = tmp_path / "m.toml"
    mapping.write_text(JOINED)
    feed = joined(tmp_path / "feed", number, strays)
    assert sum(file.stat().st_size for file in feed.iterdir()) > WORTH_IT, "too small for several readers"
    line = ("import", feed, "--source", "ours", "--mapping", mapping)
    assert 0 < kill_when(vitrine, vitrine.start(*line), "import", 0) < number
    counts = vitrine.json(*line)
    assert (counts["read"], counts["stored"]) == (number, number)
    assert vitrine.json("report")["defects"]["reference-dangling"] == len(strays)
