"""A work as pages need it: its label and its stored pictures."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q
from django.urls import reverse

from vitrine.records import Shown
from vitrine.server.collection.models import MediaFile, Work
from vitrine.server.collection.showing import current_versions, shown_records
from vitrine.server.site.words.labels import Label, label
from vitrine.server.site.words.pictures import Picture, pictures, stored_files


class Entry(NamedTuple):
    """A work with what a page shows of it. `address` is its page."""

    work: Work
    shown: Shown
    label: Label
    pictures: list[Picture]
    address: str

    @property
    def picture(self) -> Picture | None:
        """The first picture, or None."""
        return self.pictures[0] if self.pictures else None

    @property
    def shown_at_once(self) -> bool:
        """Whether it has a picture that everybody is shown without being asked first."""
        return self.picture is not None and not self.picture.warnings


def entries(works: Iterable[Work]) -> list[Entry]:
    """Return works as pages need them, in their order, with few queries however many there are."""
    listed = list(works)
    files = stored_files(listed)
    shown = shown_records(current_versions(listed))
    return [_entry(work, one, files[work.pk]) for work, one in zip(listed, shown, strict=True)]


def _entry(work: Work, shown: Shown, files: dict[str, MediaFile]) -> Entry:
    words = label(shown.record)
    return Entry(work, shown, words, pictures(shown.record, words, files), work_address(work))


def works_named(identifiers: Iterable[str]) -> list[Work]:
    """Return the works with these identifiers (`source:key`) in their order, each once, with one query; what is not there is left out."""
    # PostgreSQL knows no NUL in texts and does not even look for it.
    listed = list(dict.fromkeys(one.replace("\0", "") for one in identifiers))
    keys: dict[str, set[str]] = defaultdict(set)
    for identifier in listed:
        source, _, key = identifier.partition(":")
        keys[source].add(key)
    wanted = Q(pk=None)
    for source, some in keys.items():
        wanted |= Q(source__name=source, key__in=some)
    found = {work.identifier: work for work in Work.objects.filter(wanted).select_related("source")}
    return [found[one] for one in listed if one in found]


def work_address(work: Work) -> str:
    """Return the address of a work's page."""
    return reverse("work", args=[work.source.name, work.key])
