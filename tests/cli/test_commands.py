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
