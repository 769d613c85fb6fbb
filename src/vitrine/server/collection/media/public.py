"""Who may see a stored file: one rule for pages, for the files themselves and for whatever is made from them.

To show a picture of its own work on its own site is the museum's act: no rights statement forbids it here, and what AI may
do with the work (`vitrine.rights.decide`) is another question. What closes a file is that the work is sacred or secret, by
a community's label or by the museum's own flag.
"""

from itertools import islice

from django.http import HttpRequest

from vitrine.records import CommunityLabel, Record
from vitrine.rights import treatment
from vitrine.server.collection.models import MediaFile, WorkMedia
from vitrine.server.collection.showing import current_versions, shown_records

SEE_ALL = "collection.view_mediafile"
"""The permission of those who look after the collection to see every file."""

_EVERYBODY = "public, no-cache"
"""Kept by browsers and caches on the way, and asked about each time: a decision to close a work counts from then on."""

_KEEPERS = "private, no-store"

_AT_A_TIME = 50
"""Works looked at together: most files belong to one, a placeholder to thousands."""


def closes(label: CommunityLabel) -> bool:
    """Return whether a community's label closes a work."""
    return treatment(label) == "refuse"


def closed(record: Record) -> bool:
    """Return whether nothing of the work but its description is for everybody's eyes."""
    return any(flag.kind == "sacred or secret" for flag in record.sensitivities) or any(
        map(closes, record.community_labels)
    )


def is_public(file: MediaFile) -> bool:
    """Return whether some work that is not closed shows this file: its record, as it is shown now, names it."""
    uses = WorkMedia.objects.filter(file=file, state=WorkMedia.State.STORED).select_related("work").order_by("pk")
    rows = uses.iterator(_AT_A_TIME)
    return any(map(_any_open, iter(lambda: list(islice(rows, _AT_A_TIME)), [])))


def _any_open(uses: list[WorkMedia]) -> bool:
    works = list({use.work_id: use.work for use in uses}.values())
    named = {
        (work.pk, surrogate.key)
        for work, one in zip(works, shown_records(current_versions(works)), strict=True)
        if not closed(one.record)
        for surrogate in one.record.surrogates
    }
    return any((use.work_id, use.key) in named for use in uses)


def cache_rule(request: HttpRequest, file: MediaFile) -> str | None:
    """Return the Cache-Control under which `file`, or what is made from it, is sent in answer to `request`.

    None says that it is not sent: it is closed, and whoever asks has not signed in with the permission to see all.
    """
    if is_public(file):
        return _EVERYBODY
    user = getattr(request, "user", None)
    return _KEEPERS if user is not None and user.has_perm(SEE_ALL) else None
