"""Making a draft of a file, and keeping what people change in it."""

from typing import Any

from django.db import transaction

from vitrine.formats import FeedError, sniff
from vitrine.server.collection.models import Source
from vitrine.server.studio.importing.columns import look
from vitrine.server.studio.importing.files import path_of
from vitrine.server.studio.importing.models import Draft


def recognise(draft: Draft) -> None:
    """Look into the draft's file: its format, its columns, and the mapping to begin with. A fault of the file is kept as its words."""
    known = Source.objects.filter(name=draft.source).first()
    path = path_of(draft)
    try:
        draft.format = sniff(path)
        if known and known.mapping and known.format == draft.format:
            draft.mapping = known.mapping
        if draft.needs_mapping:
            draft.columns, draft.written = look(path)
            draft.mapping = draft.mapping or draft.written
    except FeedError as error:
        draft.fault = str(error).replace(str(path), draft.name)
    draft.save()


def change(draft: Draft, revision: int, by: str, **fields: Any) -> bool:
    """Keep changes of a draft that nobody has changed since `revision`, and whose import has not begun; return whether."""
    with transaction.atomic():
        same = Draft.objects.filter(pk=draft.pk, revision=revision, job_id=None)
        return bool(same.update(revision=revision + 1, changed_by=by, **fields))
