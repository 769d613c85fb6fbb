"""The stored pictures of works: where they are, how large, what they show, and whether a visitor is asked first."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from vitrine.records import Record, Rights, Text
from vitrine.server.collection.media.derivatives import WIDTHS
from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.media.public import closed
from vitrine.server.collection.models import MediaFile, Work, WorkMedia
from vitrine.server.site.words.labels import Label
from vitrine.server.site.words.texts import best, reader

_LARGEST = 1.5
"""Times its own size: how far a small picture is enlarged before it looks poor."""

_PANORAMA = 2.2
"""Width by height from which a picture fills the window's width before its height."""

_SMALL = 480
"""Pixels of height."""

_ASKS_FIRST = {
    "nudity": gettext_lazy("This picture shows nudity."),
    "violence": gettext_lazy("This picture shows violence."),
    "human remains": gettext_lazy("This picture shows human remains."),
}


class Picture(NamedTuple):
    """A picture as a page needs it. `warnings` are said before it is shown.

    `alt` is the record's own where it is `described`, else it says that nobody has done so yet.
    `type` and `size` (bytes) are the original's; `rights` the picture's own, else the work's.
    """

    checksum: str
    width: int
    height: int
    alt: Text
    described: bool
    credit: str
    warnings: tuple[str, ...]
    type: str = ""
    size: int = 0
    rights: Rights | None = None

    @property
    def shape(self) -> str:
        """`portrait`, `square`, `landscape` or `panorama`, by which a page lays it out."""
        ratio = self.width / self.height
        if ratio > _PANORAMA:
            return "panorama"
        return "landscape" if ratio > 1.15 else "portrait" if ratio < 0.87 else "square"

    @property
    def small(self) -> bool:
        """Whether it would look poor if a page enlarged it."""
        return self.height < _SMALL

    @property
    def source(self) -> str:
        """The address of the picture for a browser that cannot choose."""
        return self._at(next((width for width in WIDTHS if width >= 960 and width <= self.width), WIDTHS[0]))

    @property
    def sources(self) -> str:
        """The addresses of all widths that are no larger than the picture itself, for a browser to choose from."""
        widths = [width for width in WIDTHS if width <= self.width] or [WIDTHS[0]]
        return ", ".join(f"{self._at(width)} {min(width, self.width)}w" for width in widths)

    @property
    def largest(self) -> str:
        """The address of the largest picture made of it."""
        return self._at(max((width for width in WIDTHS if width <= self.width), default=WIDTHS[0]))

    @property
    def original(self) -> str:
        """The address of the file as it came."""
        return reverse("media-file", args=[self.checksum])

    @property
    def sizes_on_stage(self) -> str:
        """How wide the picture stands on a work's page: as wide as it may without leaving the window's height."""
        room = {"square": 60, "portrait": 56}.get(self.shape, 92)
        height = 84 if self.shape in ("square", "portrait") else 74
        by_height = round(height * self.width / self.height)
        largest = round(self.width * _LARGEST)
        return f"(min-width: 64rem) min({room}vw, {by_height}vh, {largest}px), min(100vw, {largest}px)"

    def _at(self, width: int) -> str:
        return f"{reverse('media-image', args=[self.checksum])}?w={width}"


def pictures(record: Record, label: Label, files: dict[str, MediaFile]) -> list[Picture]:
    """Return the pictures of a work that are stored; none where the work is closed to the public eye."""
    if closed(record):
        return []
    warnings = tuple(str(_ASKS_FIRST[flag.kind]) for flag in record.sensitivities if flag.kind in _ASKS_FIRST)
    found: dict[str, Picture] = {}
    proper = [one for one in record.surrogates if one.purpose != "thumbnail"]
    for surrogate in proper or record.surrogates:
        file = files.get(surrogate.key)
        if file is not None and file.checksum not in found and file.width and file.height:
            alt = best(surrogate.alt)
            found[file.checksum] = Picture(
                file.checksum,
                file.width,
                file.height,
                alt or _undescribed(label),
                alt is not None,
                surrogate.credit,
                warnings,
                file.type,
                file.size,
                surrogate.rights or record.rights_of_object,
            )
    return list(found.values())


def _undescribed(label: Label) -> Text:
    missing = gettext("{title}. What the picture shows has not been described yet.")
    return Text(missing.format(title=label.plain_title), reader())


def stored_files(works: Iterable[Work]) -> dict[int, dict[str, MediaFile]]:
    """Return the stored files of works that pictures are made of, by work and surrogate, with one query."""
    files: dict[int, dict[str, MediaFile]] = defaultdict(dict)
    uses = WorkMedia.objects.filter(work__in=list(works), state=WorkMedia.State.STORED, file__type__in=LOADERS)
    for use in uses.select_related("file"):
        if use.file is not None:
            files[use.work_id][use.key] = use.file
    return files
