"""Problem rows say where in a record something is wrong, and what stands there."""

import csv
import io

import pytest

from tests.works import jar, put
from vitrine.records import Rights, Surrogate, Text
from vitrine.server.collection.problems import HEADER, safe_cell, write_problems

pytestmark = pytest.mark.django_db


def rows() -> list[dict[str, str]]:
    file = io.StringIO()
    number = write_problems(file)
    found = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert len(found) == number
    return found


def test_defects_of_the_content_have_their_path_and_what_stands_there():
    put(
        jar(
            "1",
            titles=(Text("[Untitled]", "en"),),
            descriptions=(Text("A jar that nobody has tagged."),),
            rights_of_object=Rights(text="Ask us"),
            surrogates=(Surrogate("a", url="http://museum.org/a.jpg"), Surrogate("b", url="b.jpg")),
        )
    )
    found = {(row["code"], row["path"], row["before"]) for row in rows() if row["kind"] == "defect"}
    assert found == {
        ("title-untitled", "titles[en]", "[Untitled]"),
        ("language-missing", "descriptions[und]", ""),
        ("rights-free-text", "rights_of_object", "Ask us"),
        ("link-plain-http", "surrogates[a].url", "http://museum.org/a.jpg"),
        ("link-file-name", "surrogates[b].url", "b.jpg"),
    }


def test_every_defect_that_a_report_counts_has_a_row():
    work = put(jar("1"))
    assert {row["code"] for row in rows() if row["kind"] == "defect"} == set(work.profile.defects)
    assert {row["code"] for row in rows() if row["kind"] == "problem"} == set(work.profile.problems)


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", '"=1+1"', "\u00a0=1", "＝1+1"]
)
def test_what_a_spreadsheet_would_run_is_text(formula):
    assert safe_cell(formula) == "'" + formula


@pytest.mark.parametrize("words", ["1888", "A jar", "c. 1850 - 1860", "", "'s-Hertogenbosch"])
def test_ordinary_words_stay_as_they_are(words):
    assert safe_cell(words) == words


def test_no_cell_is_a_formula():
    put(jar("1", titles=(Text("=HYPERLINK(1)"),)))
    file = io.StringIO()
    write_problems(file)
    assert file.getvalue().startswith(",".join(HEADER))
    assert ",=" not in file.getvalue()
