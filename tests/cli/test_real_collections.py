"""The real collections import with the right counts."""

import pytest

pytestmark = pytest.mark.reference


def counts(read, stored=None, flagged=0):
    stored = read if stored is None else stored
    return {"read": read, "stored": stored, "unchanged": read - stored, "quarantined": 0, "flagged": flagged}


def imported(vitrine, *arguments):
    result = vitrine.json("import", *arguments)
    del result["repaired"]
    return result


def test_tate(vitrine, reference):
    feed = reference("data/tate/artworks.ndjson.gz")
    assert imported(vitrine, feed, "--source", "tate", "--mapping", "tate") == counts(69_202)
    assert vitrine.json("report")["rights"] == {"missing": 69_202}


def test_npg(vitrine, reference):
    feed = reference("data/npg")
    assert imported(vitrine, feed, "--source", "npg", "--mapping", "npg") == counts(16_846)
    assert imported(vitrine, feed, "--source", "npg") == counts(16_846, stored=0)


def test_nationalmuseum_changes_its_mind_about_rights(vitrine, reference):
    folder = reference("data/nationalmuseum")
    line = ("--source", "nm", "--mapping", "nationalmuseum")
    assert imported(vitrine, folder / "1618.tgz", *line) == counts(5_309)
    assert imported(vitrine, folder / "1677.tgz", *line) == counts(5_309, flagged=5_309)
    last = imported(vitrine, folder / "1821.tgz", *line)
    assert (last["read"], last["flagged"]) == (3_247, 0)
    report = vitrine.json("report")
    assert report["works"] == 5_334
    assert report["rights"]["cc-by-sa"] == 5_309, "nothing changes before somebody decides"
    assert sum(group["works"] for group in vitrine.json("rights", "changes")) == 5_309


def test_edm_and_its_tiers(vitrine, reference):
    feed = reference("data/edm/test_batch.zip")
    assert imported(vitrine, feed, "--source", "edm") == counts(1_506)
    computed = vitrine.json("tiers", feed)
    assert len(computed) == 1_506
    report = vitrine.json("report")
    of_the_file = {tier: sum(str(one["content"]) == tier for one in computed) for tier in report["content_tier"]}
    assert report["content_tier"] == of_the_file
    of_the_file = {tier: sum(one["metadata"] == tier for one in computed) for tier in report["metadata_tier"]}
    assert report["metadata_tier"] == of_the_file
