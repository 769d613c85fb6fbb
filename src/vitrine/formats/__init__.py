"""Formats: what museums export, read into records. Nothing is dropped: what is no record is given out as unreadable.

`containers` takes files out of folders and archives, `feeds` opens any of them as a feed; tables and JSON are read by a
`mapping`, LIDO and EDM say themselves what they mean; `repairs` mends text the same way for all.
"""

from typing import TYPE_CHECKING, Any

from vitrine.formats.containers import Member, members
from vitrine.formats.feeds import FORMATS, open_feed, sniff
from vitrine.formats.mapping.files import load_mapping, shipped_mapping, shipped_mappings
from vitrine.formats.mapping.model import Mapping
from vitrine.formats.reading import (
    Feed,
    FeedError,
    RawRecord,
    Reading,
    Unreadable,
    UnreadableRecordError,
)

if TYPE_CHECKING:
    from vitrine.formats.proposal.proposing import Proposal, propose

__all__ = [
    "FORMATS",
    "Feed",
    "FeedError",
    "Mapping",
    "Member",
    "Proposal",
    "RawRecord",
    "Reading",
    "Unreadable",
    "UnreadableRecordError",
    "load_mapping",
    "members",
    "open_feed",
    "propose",
    "shipped_mapping",
    "shipped_mappings",
    "sniff",
]


def __getattr__(name: str) -> Any:
    """Load what proposes mappings when it is asked for: few programs need it, and it takes its time."""
    if name not in ("Proposal", "propose"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from vitrine.formats.proposal import proposing  # noqa: PLC0415

    return getattr(proposing, name)
