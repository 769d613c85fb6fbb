"""A mend promises tiers. Here it is really made, on the record, and the promise must hold for every single one."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.quality.edm import CC0
from tests.quality.mutants import mutant
from vitrine.formats import RawRecord, load_mapping, open_feed
from vitrine.formats.edm.feed import open_edm
from vitrine.formats.mapping import files
from vitrine.formats.mapping.model import Source
from vitrine.quality import record_facts, tiers
from vitrine.quality.mends import BY_ID
from vitrine.records import Record, Rights

SAMPLES = Path(__file__).parents[1] / "formats" / "samples"
Pair = tuple[Record, Record]
"""A record whose words have no language but where stated, and the same read in a language of the whole source."""


def mutants(number: int) -> Iterator[Pair]:
    plain, tagged = (open_edm(SAMPLES, feed="ours", source=Source(language=tag)) for tag in ("und", "en"))
    documents = [(SAMPLES / name).read_bytes() for name in ("edm-external.xml", "edm-internal.xml")]
    for seed in range(number):
        content = mutant(documents[seed % 2], seed)
        raw = RawRecord(str(seed), content, content)
        yield plain.read(raw).record, tagged.read(raw).record


def read(path: Path, mapping: Path) -> Iterator[Record]:
    feed = open_feed(path, feed="ours", mapping=load_mapping(mapping))
    return (feed.read(item).record for item in feed.items() if isinstance(item, RawRecord))


def with_statement(record: Record) -> Record:
    """The record with a statement that lets everybody use the work and all its media."""
    files_ = tuple(replace(one, rights=Rights(CC0)) if one.rights else one for one in record.surrogates)
    return replace(record, rights_of_object=replace(record.rights_of_object or Rights(), uri=CC0), surrogates=files_)


def kept(pairs: Iterator[Pair]) -> tuple[int, int]:
    """Check every promise; return how many records rose by a statement, and by a language."""
    freed = tagged = 0
    for plain, in_language in pairs:
        facts = record_facts(plain)
        before = tiers(facts)
        made = {"state-open-rights": with_statement(plain), "tag-texts": in_language}
        if plain.linked is None:  # in linked data, titles may be the labels of something else
            made["tag-titles"] = replace(plain, titles=in_language.titles)
            made["tag-descriptions"] = replace(plain, descriptions=in_language.descriptions)
        for mend, after in made.items():
            promised, real = tiers(BY_ID[mend].apply(facts)), tiers(record_facts(after))
            assert promised == real, (plain.id, mend)
            freed += mend == "state-open-rights" and real.content > before.content
            tagged += mend == "tag-texts" and real.language > before.language
    return freed, tagged


def test_on_edm_changed_at_random():
    freed, tagged = kept(mutants(1500))
    assert freed > 30
    assert tagged > 300


@pytest.mark.reference
def test_on_the_portrait_gallery(reference, tmp_path):
    shipped = Path(files.__file__).with_name("shipped") / "npg.toml"
    mapping = tmp_path / "npg.toml"
    mapping.write_text(shipped.read_text().replace('language = "en"\n', "", 1))
    gallery = reference("data/npg")
    pairs = zip(read(gallery, mapping), read(gallery, shipped), strict=True)
    _, tagged = kept(islice(pairs, 2000))
    assert tagged > 1000
