"""One batch of a feed, read and judged: everything the database needs of it, and nothing of the database."""

import hashlib
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from vitrine.formats import Feed, FeedError, RawRecord, Unreadable, UnreadableRecordError, open_feed
from vitrine.quality import Named, people
from vitrine.records import Defect, encode
from vitrine.server.collection.findings import Findings, write_findings
from vitrine.server.collection.summary import Summary, summarise

SIZE = 500
"""Records per transaction: a kill loses at most this much work, and queries cost little per record."""

MAX_KEY = 400
"""Characters of an identifier that the database keeps."""


class Opening(NamedTuple):
    """What it takes to open a feed, in this process or another."""

    path: str
    feed: str
    format: str
    mapping: str

    def open(self) -> Feed:
        """Open the feed. Raises FeedError."""
        return open_feed(Path(self.path), feed=self.feed, format=self.format, mapping=self.mapping or None)


class Incoming(NamedTuple):
    """A record that was read: where it stands, its bytes, its key, the canonical record as JSON, what was noticed, the
    digests that tell whether it is known, its summary, how many of the files it names lie beside the data, and the people
    it names with an authority's identifier."""

    locator: str
    raw: bytes
    key: str
    data: bytes
    findings: bytes
    repaired: bool
    checksum: bytes
    digest: bytes
    summary: Summary
    local_media: int
    people: tuple[Named, ...] = ()


class Refused(NamedTuple):
    """What goes to quarantine: where it is, its bytes, and why."""

    locator: str
    raw: bytes
    reason: str


class Batch(NamedTuple):
    """So many records in file order: every one is incoming or refused. After all of them come batches of findings: what is
    wrong with the file beside its records."""

    incoming: list[Incoming]
    refused: list[Refused]
    findings: tuple[Defect, ...] = ()


def batches(opening: Opening, skip: int, share: int = 0, of: int = 1) -> Iterator[Batch]:
    """Yield the feed's records from the one numbered `skip` on, in batches; of every `of` batches only number `share`.

    What was found beside the records follows in batches of its own, whatever was skipped: every process that reads goes
    through the whole file and knows it all, and each gives out its share. A fault of the file is raised (FeedError) after
    all that came before it was given out.
    """
    feed = opening.open()
    beside = _beside(Path(opening.path))
    setting = setting_digest(feed)
    items = islice(feed.items(), skip, None)
    turn = 0
    fault: FeedError | None = None
    while fault is None:
        chosen: list[RawRecord | Unreadable] = []
        try:
            for item in islice(items, SIZE):
                chosen.append(item)
        except FeedError as error:
            fault = error
        if not chosen:
            break
        if turn % of == share:
            yield _read(feed, chosen, setting, beside)
        turn += 1
    if fault is not None:
        raise fault
    findings = iter(feed.findings())
    while some := tuple(islice(findings, SIZE)):
        if turn % of == share:
            yield Batch([], [], some)
        turn += 1


def setting_digest(feed: Feed) -> bytes:
    """Return what goes into a record's digest beside its bytes: with another mapping the same bytes may be another record."""
    return hashlib.blake2b(feed.setting.encode(), digest_size=16).digest()


def _beside(feed: Path) -> Callable[[str], bool]:
    """Return a test whether a media file that a record names lies beside the data (in an archive: may lie in it)."""
    if feed.suffix.lower() == ".zip":
        return lambda path: True  # noqa: ARG005
    folder = str(feed if feed.is_dir() else feed.parent)
    # os.path, because it takes hostile names (too long, with a NUL) for what they are: not there.
    return lambda path: os.path.isfile(os.path.join(folder, path.replace("\\", "/")))  # noqa: PTH113, PTH118


def _read(feed: Feed, items: list[RawRecord | Unreadable], setting: bytes, beside: Callable[[str], bool]) -> Batch:
    batch = Batch([], [])
    for item in items:
        if isinstance(item, Unreadable):
            batch.refused.append(Refused(item.locator, item.raw, item.reason))
            continue
        try:
            batch.incoming.append(read_incoming(feed, item, setting, beside))
        except UnreadableRecordError as error:
            batch.refused.append(Refused(item.locator, item.raw, str(error)))
    return batch


def read_incoming(feed: Feed, item: RawRecord, setting: bytes, beside: Callable[[str], bool]) -> Incoming:
    """Read one record. Raises UnreadableRecordError."""
    reading = feed.read(item)
    record = reading.record
    if len(record.key) > MAX_KEY:
        raise UnreadableRecordError(f"Its identifier is longer than {MAX_KEY} characters.")
    if record.origin is not None:
        record = msgspec.structs.replace(record, origin=None)
    checksum = hashlib.sha256(item.raw).digest()
    return Incoming(
        locator=item.locator,
        raw=item.raw,
        key=record.key,
        data=encode(record),
        findings=write_findings(Findings(reading.repairs, reading.defects)),
        repaired=bool(reading.repairs),
        checksum=checksum,
        digest=hashlib.blake2b(checksum + setting, digest_size=16).digest(),
        summary=summarise(record, reading.defects),
        people=tuple(people(record)),
        local_media=sum(1 for surrogate in record.surrogates if surrogate.path and beside(surrogate.path)),
    )
