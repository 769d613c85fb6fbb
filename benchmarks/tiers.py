"""Tiers of EDM records against lxml parsing alone, on the same bytes in memory."""

import io
import statistics
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.measuring import at_most
from vitrine.formats import Member
from vitrine.formats.edm.elements import rdfs
from vitrine.quality import tiers_of_rdf

BOUND = 3
PAIRS = 15

Documents = list[tuple[str, bytes]]


def measure(shared: Path) -> dict[str, Any]:
    """Return the ratio: both in turn, after one pair that warms up, the median of the pairs' ratios of processor time."""
    with zipfile.ZipFile(shared / "data/edm/test_batch.zip") as archive:
        documents = [(name, archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]
    ratios, ours = [], []
    for _ in range(PAIRS + 1):
        bare = _seconds(_parse, documents)
        ours.append(_seconds(_tiers, documents))
        ratios.append(ours[-1] / bare)
    microseconds = round(min(ours[1:]) / len(documents) * 1e6, 1)
    ratio = round(statistics.median(ratios[1:]), 2)
    return {"EDM tiers / parsing": at_most(ratio, BOUND, records=len(documents), microseconds_per_record=microseconds)}


def _seconds(work: Callable[[Documents], None], documents: Documents) -> float:
    start = time.process_time()
    work(documents)
    return time.process_time() - start


def _parse(documents: Documents) -> None:
    for _, content in documents:
        etree.fromstring(content)


def _tiers(documents: Documents) -> None:
    for name, content in documents:
        for place, rdf in rdfs(Member(name, io.BufferedReader(io.BytesIO(content)))):
            assert not isinstance(rdf, str)
            for one in tiers_of_rdf(rdf, place):
                assert not one.error


if __name__ == "__main__":
    print(measure(Path(__file__).resolve().parents[2] / "shared"))
