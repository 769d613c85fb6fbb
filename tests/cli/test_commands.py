"""Every command explains itself, and errors are one sentence."""

import json
import subprocess

import pytest
from tests.commands import VITRINE

from vitrine.cli.main import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command):
    said = subprocess.run([VITRINE, command, "--help"], capture_output=True, text=True, check=True).stdout
    assert "Example" in said
    assert f"vitrine {command}" in said.replace("--home ./home ", "")


def test_date_prints_edtf_and_years():
    said = subprocess.run([VITRINE, "date", "c.1837–41"], capture_output=True, text=True, check=True).stdout
    assert "1837" in said
    assert "1841" in said


def test_date_that_cannot_be_read_is_an_error():
    done = subprocess.run([VITRINE, "date", "blue"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "blue" in done.stderr


def test_date_adds_columns_to_every_row_of_a_table(tmp_path):
    file = tmp_path / "dates.tsv"
    file.write_text("id\ttext\na\tc. 1900\nb\t\nc\tnonsense\nd\n")
    done = subprocess.run([VITRINE, "date", "--tsv", file, "--circa", "5"], capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert rows[0] == ["id", "text", "edtf", "earliest", "latest"]
    assert [row[0] for row in rows[1:]] == ["a", "b", "c", "d"]
    assert rows[1][3:] == ["1895", "1905"]
    assert rows[2][2:] == ["", "", ""]


def test_date_table_without_the_column_says_so(tmp_path):
    file = tmp_path / "dates.tsv"
    file.write_text("when\n1900\n")
    done = subprocess.run([VITRINE, "date", "--tsv", file], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "`text`" in done.stderr


def test_show_of_what_is_not_there(vitrine):
    assert "SOURCE:KEY" in vitrine.error("show", "nothing")


def test_report_of_an_empty_home(vitrine):
    report = vitrine.json("report")
    assert (report["works"], report["quarantined"]) == (0, 0)
    names = {"works", "quarantined", "content_tier", "metadata_tier", "rights", "languages", "problems", "defects"}
    assert set(report) == names
    json.dumps(report)


def test_a_home_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    done = subprocess.run(
        [VITRINE, "--home", tmp_path / "file" / "home", "report"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("vitrine: The home")
    assert "Traceback" not in done.stderr
