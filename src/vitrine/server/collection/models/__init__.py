"""What the database remembers of the collection."""

from vitrine.server.collection.models.layers import Evidence, RightsChange, RightsDecision, Statement
from vitrine.server.collection.models.media import MediaFile, WorkMedia
from vitrine.server.collection.models.noted import Noted
from vitrine.server.collection.models.works import (
    Profile,
    Quarantined,
    Source,
    SourceFinding,
    SourcePerson,
    Version,
    Work,
)

__all__ = [
    "Evidence",
    "MediaFile",
    "Noted",
    "Profile",
    "Quarantined",
    "RightsChange",
    "RightsDecision",
    "Source",
    "SourceFinding",
    "SourcePerson",
    "Statement",
    "Version",
    "Work",
    "WorkMedia",
]
