"""The works that a story shows."""

from collections.abc import Iterable

from vitrine.server.collection.media.public import closed
from vitrine.server.collection.models import Work
from vitrine.server.site.entries import Entry, entries, works_named


def find_work(identifier: str) -> Work | None:
    """Return the work with this identifier (`source:key`), or None."""
    source, colon, key = identifier.replace("\0", "").partition(":")
    return Work.objects.filter(source__name=source, key=key).first() if colon else None


def shown_works(identifiers: Iterable[str]) -> dict[str, Entry]:
    """Return the works with these identifiers that are shown to everybody, with few queries however many there are."""
    found = entries(works_named(identifiers))
    return {one.work.identifier: one for one in found if not closed(one.shown.record)}
