"""The few facts of a record that lists and filters need, kept as columns of the work."""

from typing import Any, NamedTuple

from vitrine.quality import assess
from vitrine.records import Defect, Maker, Record

_MAX_TYPE = 200
_IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".gif", ".avif", ".jp2")


class Summary(NamedTuple):
    """The columns that a work takes from the record that is shown, and the key of its quality profile."""

    title: str
    maker: str
    type: str
    earliest: int | None
    latest: int | None
    has_image: bool
    profile_key: str

    COLUMNS = ("title", "maker", "type", "earliest", "latest", "has_image")
    """The fields that are columns of the work."""

    def columns(self) -> dict[str, Any]:
        """Return the columns by name, without the profile."""
        return dict(zip(self.COLUMNS, self, strict=False))

    def values(self) -> tuple[Any, ...]:
        """Return the columns in the order of `COLUMNS`."""
        return self[: len(self.COLUMNS)]


def summarise(record: Record, defects: tuple[Defect, ...]) -> Summary:
    """Return the summary of `record`; `defects` are those noticed while it was read."""
    production = record.production
    date = production.date if production else None
    term = record.object_types[0] if record.object_types else None
    return Summary(
        title=record.titles[0].value if record.titles else "",
        maker="; ".join(maker_line(maker) for maker in record.makers if not maker.anonymous),
        type=(term.labels[0].value if term and term.labels else "")[:_MAX_TYPE],
        earliest=date.earliest if date else None,
        latest=date.latest if date else None,
        has_image=any(
            s.type.startswith("image/") or (s.path or s.url or s.key).lower().endswith(_IMAGE_SUFFIXES)
            for s in record.surrogates
        ),
        profile_key=assess(record, defects).profile_key,
    )


def maker_line(maker: Maker) -> str:
    """Return a maker's name with the qualifier before it, as labels have it."""
    return f"{maker.qualifier} {maker.name}" if maker.qualifier else maker.name
