"""What the collection was like at a time: counts to hold against those of today."""

from typing import Any

from django.db import models
from django.utils import timezone

from vitrine.server.collection.models import Source

COUNTED = ("content_tier", "metadata_tier", "rights", "languages", "problems", "defects")
"""What a report counts, and a snapshot keeps."""


class Snapshot(models.Model):
    """A report as it was: of one source, or of all where that is null. One is kept whenever the counts are others than before."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, null=True)
    at = models.DateTimeField(default=timezone.now)
    works = models.BigIntegerField()
    counts = models.JSONField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.source or 'all'} {self.at:%Y-%m-%d %H:%M}"


def remember(source: Source | None, report: dict[str, Any]) -> None:
    """Keep the counts of `report` where they differ from those kept last."""
    counts = {name: report[name] for name in COUNTED}
    last = Snapshot.objects.filter(source=source).first()
    if last is None or (last.works, last.counts) != (report["works"], counts):
        Snapshot.objects.create(source=source, works=report["works"], counts=counts)
