"""The first records of a file as they will look, each beside the raw record, with what was mended and what is wrong."""

import json
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.translation import gettext

from vitrine.formats import Feed, FeedError, RawRecord, Reading, Unreadable, UnreadableRecordError, members, open_feed
from vitrine.formats.repairs import RULES
from vitrine.formats.tables.feed import RowContent
from vitrine.quality import content_defects
from vitrine.records import Defect, Repair
from vitrine.records.defects import DEFECTS
from vitrine.server.site.words.fields import field_name
from vitrine.server.site.words.labels import Label, label
from vitrine.server.site.words.rights import RightsLine, rights_of

SHOWN = 10
"""Records that are shown: enough to see whether everything went where it belongs."""

_MOST_CELLS = 60
_LONGEST_CELL = 400
_LONGEST_RAW = 4000
_MOST_NOTICED = 8


class Noticed(NamedTuple):
    """Something mended or wrong: what it is in plain words, in which field, what stood there and what stands now."""

    what: str
    field: str
    before: str
    after: str


class Seen(NamedTuple):
    """A record of the file: where it stands, its raw form (cells by column, or text), and how it reads or why it does not."""

    locator: str
    cells: list[tuple[str, str]]
    more_cells: int
    text: str
    label: Label | None
    rights: list[RightsLine]
    repairs: list[Noticed]
    defects: list[Noticed]
    reason: str


def containers(path: Path) -> list[str]:
    """Return the names of the first files that `path` holds, itself or in an archive or folder. Raises FeedError."""
    return [member.name for member in islice(members(path), 20)]


def first(path: Path, *, feed: str, format: str, mapping: str) -> list[Seen]:
    """Return the first records of a file. A fault of the file stands at the end as a record that cannot be read.

    Raises FeedError where it cannot be opened at all.
    """
    opened = open_feed(path, feed=feed, format=format, mapping=mapping or None)
    found: list[Seen] = []
    try:
        found.extend(_seen(opened, item) for item in islice(opened.items(), SHOWN))
    except FeedError as error:
        if not found:
            raise
        found.append(_unread("", b"", str(error)))
    return found


def _seen(feed: Feed, item: RawRecord | Unreadable) -> Seen:
    if isinstance(item, Unreadable):
        return _unread(item.locator, item.raw, item.reason)
    try:
        reading = feed.read(item)
    except UnreadableRecordError as error:
        return _unread(item.locator, item.raw, str(error))
    return as_seen(item.locator, item.raw, item.content, reading)


def as_seen(locator: str, raw: bytes, content: Any, reading: Reading) -> Seen:
    """Return a record that was read, as a page shows it."""
    cells: list[tuple[str, str]] = []
    more = 0
    if isinstance(content, RowContent):
        filled = [(name, _words(value)) for name, value in content.cells.items() if value not in ("", None, [])]
        cells, more = filled[:_MOST_CELLS], max(0, len(filled) - _MOST_CELLS)
    defects = list(dict.fromkeys([*reading.defects, *content_defects(reading.record)]))
    return Seen(
        locator,
        cells,
        more,
        "" if cells else shown(raw),
        label(reading.record),
        rights_of(reading.record),
        [repaired(one) for one in reading.repairs[:_MOST_NOTICED]],
        [wrong(one) for one in defects[:_MOST_NOTICED]],
        "",
    )


def _unread(locator: str, raw: bytes, reason: str) -> Seen:
    return Seen(locator, [], 0, shown(raw), None, [], [], [], reason)


def repaired(one: Repair) -> Noticed:
    """Return a repair in plain words."""
    return Noticed(gettext(RULES.get(one.rule, one.rule)), _field(one.path), cut(one.before), cut(one.after))


def wrong(one: Defect) -> Noticed:
    """Return a defect in plain words."""
    return Noticed(gettext(DEFECTS.get(one.code, one.code)), _field(one.path), cut(one.detail), "")


def _field(path: str) -> str:
    return field_name(path) if path else ""


def cut(text: str, longest: int = _LONGEST_CELL) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def shown(raw: bytes) -> str:
    """Return the beginning of raw bytes as text; bytes that are none are written out."""
    return cut(raw[: _LONGEST_RAW * 4].decode("utf-8", "backslashreplace").replace("\0", "\\x00"), _LONGEST_RAW)


def _words(value: Any) -> str:
    return cut(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))
