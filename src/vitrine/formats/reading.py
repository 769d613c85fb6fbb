"""What passes between a file and the record: raw records, readings of them, and what cannot be read."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from vitrine.records import Defect, Record, Repair


class RawRecord(msgspec.Struct, frozen=True):
    """One record as it stands in a file: where (`member#ordinal` or `member:line`), its bytes, and its parsed content."""

    locator: str
    raw: bytes
    content: Any


class Unreadable(msgspec.Struct, frozen=True):
    """Bytes of a file that are no record: where, what they are, and why in one sentence for the museum's staff."""

    locator: str
    raw: bytes
    reason: str


class Reading(msgspec.Struct, frozen=True):
    """A raw record read into the canonical one, with what was repaired on the way and what could only be reported."""

    record: Record
    repairs: tuple[Repair, ...] = ()
    defects: tuple[Defect, ...] = ()


class UnreadableRecordError(ValueError):
    """A raw record has no reading (no identifier, wrong structure): the message is the reason shown in quarantine."""


class FeedError(ValueError):
    """A whole file or mapping cannot be used: the message says what is wrong, where, and what to do."""


class Feed(msgspec.Struct, frozen=True):
    """A file opened for import: `items` streams what is in it in file order, `read` makes a canonical record of one.

    `items` may raise FeedError midway (a truncated archive), after everything before the fault was given out.
    `read` raises UnreadableRecordError. `format` is csv, json, lido or edm; `setting` is the canonical text of the mapping
    and options that steer `read`, so that a changed mapping is known to change readings. `findings`, to be asked when
    `items` has run to its end, yields what is wrong with the file beside its records: rows of related tables that belong
    to none of them, each with its place and content.
    """

    format: str
    items: Callable[[], Iterator[RawRecord | Unreadable]]
    read: Callable[[RawRecord], Reading]
    setting: str = ""
    findings: Callable[[], Iterable[Defect]] = tuple
