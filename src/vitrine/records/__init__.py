"""The record: one canonical, typed account of a work, from which everything else is made.

`work` holds the types, `text` cleans and tags what is written in them, `codec` writes and reads them as JSON,
`layers` keeps source, persons and machines apart and computes the record that is shown, `compare` says what
changed between two versions, `report` holds what an import noticed.
"""

from vitrine.records.agents import Agent
from vitrine.records.codec import RecordFormatError, decode, encode
from vitrine.records.compare import Change, changes
from vitrine.records.layers import Assertion, Shown, shown
from vitrine.records.report import Defect, Repair
from vitrine.records.text import UNDETERMINED, Text, clean_text, is_address, language_tag
from vitrine.records.work import (
    CommunityLabel,
    Date,
    Dimension,
    Entity,
    Event,
    Holder,
    Identifier,
    Linked,
    Maker,
    Origin,
    Place,
    Record,
    Relation,
    Reservation,
    Rights,
    Sensitivity,
    Surrogate,
    Term,
)

__all__ = [
    "UNDETERMINED",
    "Agent",
    "Assertion",
    "Change",
    "CommunityLabel",
    "Date",
    "Defect",
    "Dimension",
    "Entity",
    "Event",
    "Holder",
    "Identifier",
    "Linked",
    "Maker",
    "Origin",
    "Place",
    "Record",
    "RecordFormatError",
    "Relation",
    "Repair",
    "Reservation",
    "Rights",
    "Sensitivity",
    "Shown",
    "Surrogate",
    "Term",
    "Text",
    "changes",
    "clean_text",
    "decode",
    "encode",
    "is_address",
    "language_tag",
    "shown",
]
