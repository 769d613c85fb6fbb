"""Before and after: how the counts of two times differ."""

from typing import Any, NamedTuple

from vitrine.server.site.charts import label
from vitrine.server.studio.quality.models import Snapshot

_COMPARED = ("content_tier", "metadata_tier", "rights", "problems", "defects")


class Difference(NamedTuple):
    """What is counted, how many works it was, how many it is, and by how many that is more (negative: fewer)."""

    chart: str
    name: str
    before: int
    after: int
    more: int


def differences(before: Snapshot, report: dict[str, Any]) -> list[Difference]:
    """Return every count that is another than it was, in the order of the report."""
    found = []
    for chart in _COMPARED:
        old, new = before.counts.get(chart, {}), report[chart]
        for key in sorted({*old, *new}):
            was, now = old.get(key, 0), new.get(key, 0)
            if was != now:
                found.append(Difference(chart, label(chart, key), was, now, now - was))
    return found
