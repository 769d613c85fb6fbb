"""Three ways to one answer: the tables read slowly, `vitrine tiers` on the file, and the record that an import makes."""

import zipfile
from pathlib import Path

import pytest

from tests.quality.edm import tiers_of_files
from tests.quality.mutants import mutant
from tests.quality.tables import tables
from vitrine.formats.edm.feed import open_edm
from vitrine.formats.reading import RawRecord
from vitrine.quality import record_facts, tiers

SAMPLES = Path(__file__).parents[1] / "formats" / "samples"
FEED = open_edm(SAMPLES, feed="ours")

Found = tuple[int, str, str, str, str]


def of_file(document: bytes) -> Found:
    (one,) = tiers_of_files([("record.xml", document)])
    assert not one.error
    return one.content, one.metadata, one.language, one.enabling, one.contextual


def of_record(document: bytes) -> Found:
    return tuple(tiers(record_facts(FEED.read(RawRecord("record.xml#1", document, document)).record)))


def disagreeing(documents: list[bytes], seeds: range) -> list[int]:
    """The seeds of the mutants on which the three ways differ."""
    mutants = ((seed, mutant(documents[seed % len(documents)], seed)) for seed in seeds)
    return [seed for seed, one in mutants if not tables(one) == of_file(one) == of_record(one)]


@pytest.mark.parametrize("name", ["edm-external.xml", "edm-internal.xml"])
@pytest.mark.parametrize("start", range(0, 1500, 500))
def test_mutants_of_the_samples(name, start):
    assert disagreeing([(SAMPLES / name).read_bytes()], range(start, start + 500)) == []


def test_mutants_reach_every_tier():
    documents = [(SAMPLES / name).read_bytes() for name in ("edm-external.xml", "edm-internal.xml")]
    found = {tables(mutant(documents[seed % 2], seed)) for seed in range(3000)}
    assert {one[0] for one in found} == {0, 1, 2, 3, 4}
    for place in (1, 2, 3):
        assert {one[place] for one in found} == set("0ABC")
    assert {one[4] for one in found} == set("ABC")


@pytest.mark.reference
def test_europeanas_batch_and_mutants_of_it(reference):
    with zipfile.ZipFile(reference("data/edm/test_batch.zip")) as archive:
        documents = [archive.read(name) for name in archive.namelist()]
    assert len(documents) == 1506
    assert [place for place, one in enumerate(documents) if not tables(one) == of_file(one) == of_record(one)] == []
    assert disagreeing(documents, range(2000)) == []


@pytest.mark.parametrize(
    "typed",
    [
        "<edm:type>IMAGE</edm:type>",
        "<edm:type>IMAGE</edm:type><edm:type>IMAGE</edm:type>",
        "<edm:type>IMAGE</edm:type><edm:type>TEXT</edm:type>",
        "<edm:type>IMAGE</edm:type><edm:type>image</edm:type>",
        "",
    ],
)
@pytest.mark.parametrize("pixels", [(950, 1000), (949, 1000), (420, 1000), (419, 1000), (100, 1000), (99, 1000)])
def test_one_type_and_the_steps_of_size(typed, pixels):
    document = (SAMPLES / "edm-internal.xml").read_text()
    document = document.replace("<edm:type>VIDEO</edm:type>", typed, 1).replace(
        "<edm:type>VIDEO</edm:type>", "<edm:type>IMAGE</edm:type>"
    )
    document = (
        document.replace("video/mp4", "image/jpeg")
        .replace(">1280<", f">{pixels[0]}<")
        .replace(">720<", f">{pixels[1]}<")
    )
    document = document.replace("https://api.europeana.eu/thumbnail/7", "https://museum.example/media/7.mp4")
    expected = tables(document.encode())
    assert of_file(document.encode()) == of_record(document.encode()) == expected
    one_type = "TEXT" not in typed and "image" not in typed
    steps = {950: 4, 949: 2, 420: 2, 419: 1, 100: 1, 99: 0}
    assert expected[0] == (steps[pixels[0]] if one_type else 0)
