"""What people have mended."""

from django.db import models
from django.utils import timezone

from vitrine.server.collection.models import Quarantined, Source, Work


class Mend(models.Model):
    """A record in quarantine as a person mended it: the bytes that came stay in its row, these stand beside them.

    `content` tells the bytes that came, wherever they stand: a later import of the same fault knows that it was mended.
    `number` is the version of `work` that it became.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="mends")
    content = models.BinaryField(max_length=16)
    quarantined = models.OneToOneField(Quarantined, on_delete=models.PROTECT, related_name="mend")
    raw = models.BinaryField()
    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="mends")
    number = models.IntegerField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=("source", "content"), name="mend_source_content"),)
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.quarantined_id} by {self.by}"
