"""What happened to a work, in one line of time."""

from datetime import datetime
from typing import NamedTuple

from vitrine.server.collection.models import Statement, Version, Work


class Moment(NamedTuple):
    """A version that came, or a word that somebody said; one of the two is None."""

    at: datetime
    version: Version | None
    statement: Statement | None


def timeline(work: Work) -> list[Moment]:
    """Return versions and statements of `work`, the latest first."""
    versions = work.versions.defer("data", "raw", "findings_data")
    moments = [Moment(one.read_at, one, None) for one in versions]
    moments += [Moment(one.at, None, one) for one in work.statements.all()]
    return sorted(moments, key=lambda moment: moment.at, reverse=True)
