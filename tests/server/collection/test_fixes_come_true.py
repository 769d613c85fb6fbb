"""The fix list, made: its filter chooses exactly the works it counts, and exactly those rise to the tier it says."""

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.quality.mutants import mutant
from tests.works import put
from vitrine.formats import RawRecord
from vitrine.formats.edm.feed import open_edm
from vitrine.formats.mapping.model import Source as Setting
from vitrine.quality import Fix
from vitrine.records import Record, Rights, Surrogate, Text
from vitrine.server.collection.deciding.log import assign
from vitrine.server.collection.filters import works
from vitrine.server.collection.models import RightsDecision, Source, Version, Work
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.report import fixes

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parents[2] / "formats" / "samples"
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
WORKS = 120

Tiers = dict[str, tuple[str, ...]]


def records(language: str) -> list[Record]:
    """Works as an import of EDM leaves them, no two alike, and a few as tables leave them."""
    feed = open_edm(SAMPLES, feed="museum", source=Setting(language=language))
    found = []
    for seed in range(WORKS):
        content = mutant((SAMPLES / ("edm-external.xml", "edm-internal.xml")[seed % 2]).read_bytes(), seed)
        found.append(feed.read(RawRecord(str(seed), content, content)).record)
    found += [
        Record(
            "museum:x",
            "x",
            titles=(Text("Vase", language),),
            media_kind="IMAGE",
            rights_of_object=Rights(text="Free", language=language) if number % 2 else None,
            surrogates=(Surrogate("a", "https://m.example/a.jpg", type="image/jpeg", width=900 * number, height=1000),),
        )
        for number in range(4)
    ]
    return [replace(one, id=f"museum:{number}", key=str(number)) for number, one in enumerate(found)]


def stored(language: str = "und") -> None:
    Version.objects.all().delete()
    Work.objects.all().delete()
    for one in records(language):
        put(one)


def now() -> Tiers:
    columns = ("content", "metadata", "language", "enabling", "contextual")
    rows = Work.objects.values_list("key", *(f"profile__{name}" for name in columns))
    return {key: tuple(map(str, tiers)) for key, *tiers in rows}


def fix(name: str) -> Fix:
    (found,) = (one for one in fixes() if one.id == name)
    return found


def check(promised: Fix, chosen: set[str], before: Tiers, *dimensions: str) -> None:
    """The works that rose are those that were chosen, and so many to each tier as was said."""
    after = now()
    rose: Counter[tuple[str, str, str]] = Counter()
    for place, dimension in enumerate(("content", "metadata", "language", "enabling", "contextual")):
        if dimension in dimensions:
            for key, old in before.items():
                if after[key][place] != old[place]:
                    assert key in chosen
                    rose[dimension, old[place], after[key][place]] += 1
    assert rose == {
        (rise.dimension, rise.before, rise.after): rise.works for rise in promised.rises if rise.dimension in dimensions
    }
    assert rose


def test_the_filter_of_every_fix_chooses_the_works_it_counts():
    stored()
    listed = fixes()
    assert len(listed) > 10
    assert {one.id: works(one.filter).count() for one in listed} == {one.id: one.works for one in listed}


def test_rights_that_are_set_raise_the_works_that_were_counted():
    stored()
    promised, before = fix("state-open-rights"), now()
    chosen = set(works(promised.filter).values_list("key", flat=True))
    assert len(chosen) == promised.works
    unstated = {
        key for key in chosen if Work.objects.get(key=key).profile.rights in ("missing", "free-text", "not-a-statement")
    }
    assert len(unstated) == sum(rise.works for rise in promised.rises if rise.dimension == "rights")
    for scope in (RightsDecision.Scope.OBJECT, RightsDecision.Scope.MEDIA):
        decision = RightsDecision.objects.create(
            kind=RightsDecision.Kind.SET, scope=scope, uri=CC0, source=Source.objects.get(), evidence="Ours", by="Ada"
        )
        assign(decision, list(works(promised.filter)), Profiles())
    check(promised, chosen, before, "content")
    assert works(promised.filter).count() == 0
    assert works("rights=CC0").filter(key__in=unstated).count() == len(unstated)


def test_a_language_for_the_source_raises_the_works_that_were_counted():
    stored()
    promised, before = fix("tag-texts"), now()
    chosen = set(works(promised.filter).values_list("key", flat=True))
    assert len(chosen) == promised.works
    stored("en")
    check(promised, chosen, before, "metadata", "language", "enabling", "contextual")
    assert not {one.id for one in fixes()} & {"tag-texts", "tag-titles", "tag-descriptions"}
