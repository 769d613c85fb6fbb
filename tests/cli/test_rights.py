"""Deciding about rights in bulk: with evidence, in a log, and so that it can be undone."""

import pytest
from tests.cli.test_import import CC0, INC, MAPPING, ROWS, table

PDM = "http://creativecommons.org/publicdomain/mark/1.0/"


@pytest.fixture
def collection(vitrine_on_each, tmp_path):
    mapping = tmp_path / "ours.toml"
    mapping.write_text(MAPPING)
    vitrine_on_each.run("import", table(tmp_path / "ours.csv", ROWS), "--source", "ours", "--mapping", mapping)
    return vitrine_on_each


def rights_of(vitrine, number):
    return vitrine.json("show", f"ours:{number}")["record"].get("rights_of_object", {}).get("uri", "")


def test_set_covers_what_the_filter_chooses_and_can_be_undone(collection):
    decided = collection.json(
        "rights", "set", PDM, "--source", "ours", "--where", "rights=missing", "--evidence", "old", "--by", "Ada"
    )
    assert decided["works"] == 1
    assert [rights_of(collection, n) for n in (1, 2, 3)] == [CC0, INC, PDM]
    assert collection.json("report")["rights"].get("missing", 0) == 0
    entry = collection.json("rights", "log")[0]
    assert (entry["by"], entry["works"], entry["evidence"], entry["uri"]) == ("Ada", 1, "old", PDM)

    collection.json("rights", "undo", decided["decision"], "--by", "Bo")
    assert rights_of(collection, 3) == ""
    assert collection.json("rights", "log")[0]["undone_by"] == "Bo"
    assert "already undone" in collection.error("rights", "undo", decided["decision"], "--by", "Bo")


def test_the_source_is_covered_not_overwritten(collection):
    collection.json("rights", "set", PDM, "--source", "ours", "--evidence", "checked", "--by", "Ada")
    assert rights_of(collection, 2) == PDM
    assert collection.json("show", "ours:2", "--version", 1)["record"]["rights_of_object"]["uri"] == INC
    layer = collection.json("show", "ours:2")["layers"][0]
    assert (layer["by"], layer["evidence"], layer["path"]) == ("Ada", "checked", "rights_of_object")


def test_undoing_the_later_of_two_brings_back_the_earlier(collection):
    first = collection.json("rights", "set", PDM, "--source", "ours", "--evidence", "one", "--by", "Ada")
    second = collection.json("rights", "set", INC, "--source", "ours", "--evidence", "two", "--by", "Ada")
    collection.json("rights", "undo", second["decision"], "--by", "Ada")
    assert rights_of(collection, 1) == PDM
    collection.json("rights", "undo", first["decision"], "--by", "Ada")
    assert rights_of(collection, 1) == CC0


def test_a_decision_raises_tiers_and_the_gate_follows(collection):
    before = collection.json("show", "ours:2")["decisions"]["transform"]["outcome"]
    collection.json("rights", "set", CC0, "--source", "ours", "--evidence", "gift", "--by", "Ada")
    assert before == "refused"
    assert collection.json("show", "ours:2")["decisions"]["transform"]["outcome"] == "allowed"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("set", "http://example.org/terms", "--source", "ours", "--evidence", "x", "--by", "A"), "no rights statement"),
        (("set", CC0, "--source", "ours", "--evidence", " ", "--by", "A"), "evidence"),
        (("set", CC0, "--source", "ours", "--where", "colour=red", "--evidence", "x", "--by", "A"), "colour=red"),
        (("set", CC0, "--source", "ours", "--where", "year>=soon", "--evidence", "x", "--by", "A"), "soon"),
        (("set", CC0, "--source", "ours", "--where", "title~'x", "--evidence", "x", "--by", "A"), "quotation"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(vitrine, arguments, says):
    assert says in vitrine.error("rights", *arguments, status=2)


def test_a_source_that_is_not_there(vitrine):
    assert "no source" in vitrine.error("rights", "set", CC0, "--source", "nobody", "--evidence", "x", "--by", "A")
