"""The stored media of a work that are no pictures: sound, film, texts, models."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from vitrine.records import Record
from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.media.public import closed
from vitrine.server.collection.models import Work, WorkMedia

_KINDS = {
    "audio": gettext_lazy("Sound"),
    "video": gettext_lazy("Film"),
    "text": gettext_lazy("Text"),
    "model": gettext_lazy("Model in three dimensions"),
    "image": gettext_lazy("Picture"),
}


class File(NamedTuple):
    """A stored file: what it is in a word, its media type, its size in bytes and its address."""

    kind: str
    type: str
    size: int
    address: str


def other_files(work: Work, record: Record) -> list[File]:
    """Return the stored files that the record of `work` names and that are not shown as pictures; none of a closed work."""
    if closed(record):
        return []
    named = {surrogate.key for surrogate in record.surrogates}
    uses = WorkMedia.objects.filter(work=work, state=WorkMedia.State.STORED).exclude(file__type__in=LOADERS)
    stored = {use.file for use in uses.select_related("file") if use.file is not None and use.key in named}
    return [
        File(_kind(file.type), file.type, file.size, reverse("media-file", args=[file.checksum]))
        for file in sorted(stored, key=lambda file: file.pk)
    ]


def _kind(type_: str) -> str:
    if type_ == "application/pdf":
        return gettext("Text")
    return str(_KINDS.get(type_.partition("/")[0], gettext("File")))
