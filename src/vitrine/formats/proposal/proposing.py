"""A mapping proposed for a file never seen before: from the names of its columns and from what stands in them."""

from itertools import islice
from pathlib import Path

import msgspec

from vitrine.formats.json_feed import open_json
from vitrine.formats.mapping.files import load_mapping
from vitrine.formats.proposal.roles import place
from vitrine.formats.proposal.sample import keyed, sample
from vitrine.formats.proposal.toml import asks_for_public_domain, written
from vitrine.formats.reading import Feed, FeedError, RawRecord, UnreadableRecordError
from vitrine.formats.tables.feed import open_table
from vitrine.records import Record

_SHOWN = 10
"""Records of the preview."""
_TRIED = 200
"""Items from which the preview is taken: a file may begin with some that cannot be read."""


class Proposal(msgspec.Struct, frozen=True):
    """`mapping` is TOML with comments; `remarks` are what the museum should look at; `preview` the first records as the
    mapping reads them."""

    mapping: str
    remarks: tuple[str, ...]
    preview: tuple[Record, ...]


def propose(path: Path, *, feed: str = "new") -> Proposal:
    """Propose a mapping for the table or JSON at `path`. Raises FeedError for what is neither, or holds no records."""
    seen = sample(path)
    if not seen.rows:
        raise FeedError(f"{path} names columns and holds no record: a mapping is proposed from what stands in them.")
    if keys := keyed(seen):
        raise FeedError(
            f"{path} is one object with its records under names of their own ({', '.join(keys[:3])} …): export them as a list."
        )
    placement = place(seen)
    text = written(seen, placement)
    mapping = load_mapping(text)
    opened = (open_table if seen.format == "csv" else open_json)(path, feed=feed, mapping=mapping)
    remarks = [*placement.remarks]
    if seen.passed_over:
        remarks.append(f"Not read: {', '.join(seen.passed_over[:10])}.")
    remarks += [
        f"{column.shown!r} says yes or no and is made no licence of: the mapping holds a statement to be switched on."
        for column, _ in placement.left
        if asks_for_public_domain(column)
    ]
    left = [column.shown for column, _ in placement.left if column.values]
    if left:
        shown = ", ".join(left[:12]) + (" …" if len(left) > 12 else "")
        remarks.append(f"Without a place, and listed at the end of the mapping: {shown}.")
    for field, table in (
        ("title", mapping.titles),
        ("maker", mapping.makers),
        ("date", mapping.events),
        ("statement of rights", mapping.rights),
    ):
        if not table:
            remarks.append(f"No column was found for the {field}.")
    return Proposal(text, tuple(remarks), tuple(preview(opened)))


def preview(feed: Feed) -> list[Record]:
    """Return the first records of a feed that can be read."""
    found: list[Record] = []
    for item in islice(feed.items(), _TRIED):
        if isinstance(item, RawRecord):
            try:
                found.append(feed.read(item).record)
            except UnreadableRecordError:
                continue
        if len(found) == _SHOWN:
            break
    return found
