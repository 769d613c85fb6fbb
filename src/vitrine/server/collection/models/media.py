"""Media files, stored once by checksum, and which surrogate of which work each belongs to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vitrine.server.collection.models.works import Work


class MediaFile(models.Model):
    """A file as it came, never altered: SHA-256 (hex), media type found in its content, size in bytes, pixels as shown.

    `source_type` (IPTC) and `reservation` are what its XMP metadata says; `remark` why that could not be read.
    """

    checksum = models.CharField(max_length=64, unique=True)
    type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    width = models.IntegerField(null=True)
    height = models.IntegerField(null=True)
    source_type = models.CharField(max_length=200, blank=True)
    reservation = models.JSONField(null=True)
    remark = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.checksum


class WorkMedia(models.Model):
    """A surrogate that a record names, and the file that was found for it, or why there is none.

    `stamp` tells the local file or address it was taken from, and whether that has changed since; `reservation` is what
    the host it was fetched from says about text and data mining.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Not fetched")
        STORED = "stored", _("Stored")
        FAILED = "failed", _("Failed")

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="media")
    key = models.CharField(max_length=1000)
    file = models.ForeignKey(MediaFile, on_delete=models.PROTECT, null=True, related_name="uses")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    message = models.TextField(blank=True)
    stamp = models.TextField(blank=True)
    reservation = models.JSONField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("work", "key"), name="work_media_key"),)
        ordering = ("work_id", "id")

    def __str__(self) -> str:
        return self.key
