"""The works that a story shows."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from vitrine.server.collection.media.public import closed
from vitrine.server.collection.models import Work
from vitrine.server.site.entries import Entry, entries


def find_work(identifier: str) -> Work | None:
    """Return the work with this identifier (`source:key`), or None."""
    source, colon, key = identifier.replace("\0", "").partition(":")
    return Work.objects.filter(source__name=source, key=key).first() if colon else None


def shown_works(identifiers: Iterable[str]) -> dict[str, Entry]:
    """Return the works with these identifiers that are shown to everybody, with few queries however many there are."""
    keys: dict[str, set[str]] = defaultdict(set)
    for identifier in identifiers:
        source, _, key = identifier.replace("\0", "").partition(":")
        keys[source].add(key)
    wanted = Q(pk=None)
    for source, some in keys.items():
        wanted |= Q(source__name=source, key__in=some)
    found = entries(Work.objects.filter(wanted).select_related("source"))
    return {one.work.identifier: one for one in found if not closed(one.shown.record)}
