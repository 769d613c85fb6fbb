"""Fills a home up to half a million works for the search: those that are there repeated with changes, no two alike.

python -m benchmarks.search_works HOME
"""

import os
import sys
from itertools import count
from pathlib import Path
from random import Random

import msgspec

from vitrine.server.start import open_home

HALF_A_MILLION = 500_000
_AT_ONCE = 2000

_FIRST = [
    "Alma",
    "Bruno",
    "Clara",
    "Dario",
    "Edda",
    "Felix",
    "Greta",
    "Hugo",
    "Irma",
    "Jonas",
    "Karin",
    "Ludvig",
    "Marta",
    "Nils",
    "Olga",
    "Pietro",
    "Rosa",
    "Sven",
    "Tilda",
    "Ugo",
]
_LAST = [
    "Alder",
    "Berg",
    "Corti",
    "Dahl",
    "Ekman",
    "Falk",
    "Grimaldi",
    "Holm",
    "Ivers",
    "Jansson",
    "Keller",
    "Lind",
    "Moretti",
    "Nyström",
    "Orsini",
    "Palm",
    "Quint",
    "Rossi",
]
_WORDS = [
    "harbour",
    "winter",
    "river",
    "mother",
    "garden",
    "storm",
    "bridge",
    "night",
    "study",
    "evening",
    "market",
    "orchard",
    "chapel",
    "ruins",
    "soldier",
    "dancer",
    "lemon",
    "violin",
    "horse",
    "shepherd",
    "mountain",
    "window",
    "letter",
    "mirror",
    "ship",
    "valley",
    "forest",
    "queen",
    "saint",
    "child",
    "hand",
    "sleeping",
    "red",
    "blue",
]


def fill() -> None:
    """Repeat the works of the opened home until there are half a million."""
    from vitrine.server.collection.models import Work

    originals = list(Work.objects.order_by("pk").values_list("pk", flat=True))
    missing = HALF_A_MILLION - len(originals)
    for turn in count(1):
        for start in range(0, len(originals), _AT_ONCE):
            ids = originals[start : min(start + _AT_ONCE, len(originals), start + missing)]
            _repeat(ids, turn)
            missing -= len(ids)
            if not missing:
                return


def _repeat(ids: list[int], turn: int) -> None:
    """Write the works `ids` once more, as an import writes works, with words, makers and years of their own."""
    from django.db import transaction
    from django.utils import timezone

    from vitrine.records import decode, encode
    from vitrine.server.collection.bulk import insert, new_ids, timestamp
    from vitrine.server.collection.models import Version, Work
    from vitrine.server.collection.summary import maker_line

    now = timestamp(timezone.now())
    works, versions = [], []
    found = Version.objects.filter(work__in=ids).defer("raw").select_related("work")
    with transaction.atomic():
        new = new_ids(Work, len(ids))
        # The last version of each work, if it has several.
        latest = {version.work_id: version for version in found.order_by("number")}
        for pk, version in zip(new, latest.values(), strict=True):
            work, random = version.work, Random(pk)
            by = random.randrange(-60, 60)
            record = _changed(decode(bytes(version.data)), f"{work.key}-{turn}", random, by)
            title = record.titles[0].value if record.titles else ""
            maker = "; ".join(maker_line(one) for one in record.makers if not one.anonymous)
            years = [None if year is None else year + by for year in (work.earliest, work.latest)]
            known = (pk, work.source_id, record.key, 1, bytes(work.digest), 0, work.profile_id)
            works.append((*known, title, maker, work.type, *years, work.has_image))
            versions.append((pk, 1, encode(record), b"{}", bytes(32), version.locator, b"", 0, now))
        columns = ("title", "maker", "type", "earliest", "latest", "has_image")
        insert(Work, ("id", "source", "key", "number", "digest", "seen_in", "profile", *columns), works)
        kept = ("data", "raw", "raw_checksum", "locator", "findings_data", "job_id", "read_at")
        insert(Version, ("work", "number", *kept), versions)


def _changed(record, key: str, random: Random, by: int):
    """Return the record with another key, two more words in its title, years `by` later, and now and then another maker."""
    replace = msgspec.structs.replace
    titles = [replace(one, value=f"{one.value} {' '.join(random.sample(_WORDS, 2))}") for one in record.titles]
    makers = record.makers
    if makers and random.random() < 0.5:
        makers = (replace(makers[0], name=f"{random.choice(_FIRST)} {random.choice(_LAST)}"), *makers[1:])
    events = [
        one if one.date is None or one.date.earliest is None or one.date.latest is None
        else replace(one, date=replace(one.date, earliest=one.date.earliest + by, latest=one.date.latest + by))
        for one in record.events
    ]  # fmt: skip
    named = f"{record.id.partition(':')[0]}:{key}"
    return replace(record, id=named, key=key, titles=tuple(titles), makers=makers, events=tuple(events))


if __name__ == "__main__":
    os.environ["DATABASE_URL"] = ""
    open_home(Path(sys.argv[1]))
    fill()
