"""The report on a collection: counts over quality profiles, so that a million works cost one grouped count."""

from collections import Counter
from typing import Any

import msgspec
from django.db.models import Count

from vitrine.quality import Fix, fix_list
from vitrine.quality import Profile as QualityProfile
from vitrine.server.collection.models import Profile, Quarantined, Source, SourceFinding, Work


def report(source: str | None = None) -> dict[str, Any]:
    """Return what `vitrine report --json` prints: `works`, `quarantined`, and counts of works by `content_tier`,
    `metadata_tier`, `rights`, `languages`, `problems` and `defects`; what was found beside the records counts by itself."""
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("content_tier", "metadata_tier", "rights", "languages", "problems", "defects")
    }
    works = 0
    for profile, number in profile_counts(source):
        works += number
        counts["content_tier"][str(profile.content)] += number
        counts["metadata_tier"][profile.metadata] += number
        counts["rights"][profile.rights] += number
        for name in ("languages", "problems", "defects"):
            for value in getattr(profile, name):
                counts[name][value] += number
    sources = Source.objects.all() if source is None else Source.objects.filter(name=source)
    for observations in sources.values_list("observations", flat=True):
        counts["problems"].update({code: number for code, number in observations.items() if number})
    beside = SourceFinding.objects.filter(open=True, source__in=sources).order_by().values_list("code")
    counts["defects"].update(dict(beside.annotate(number=Count("id"))))
    quarantined = Quarantined.objects.filter(open=True, source__in=sources).count()
    tables = {name: dict(sorted(counter.items())) for name, counter in counts.items()}
    return {"works": works, "quarantined": quarantined, **tables}


def fixes(source: str | None = None) -> list[Fix]:
    """Return the fix list: each possible mend, how many works would rise to which tier, and the filter that selects them."""
    counted = profile_counts(source)
    return fix_list((QualityProfile.from_key(profile.key), number) for profile, number in counted)


def profile_counts(source: str | None = None) -> list[tuple[Profile, int]]:
    """Return every profile in use and how many works have it."""
    works = Work.objects.all() if source is None else Work.objects.filter(source__name=source)
    numbers = dict(works.order_by().values_list("profile").annotate(number=Count("id")))
    return [(profile, numbers[profile.pk]) for profile in Profile.objects.filter(pk__in=numbers)]


def plain_fixes(listed: list[Fix]) -> list[dict[str, Any]]:
    """Return fixes as plain data for JSON."""
    return [msgspec.to_builtins(fix) for fix in listed]
