"""Imports that are being prepared in the studio: everything a person chose on the way, kept here and nowhere in the browser."""

from django.db import models
from django.utils import timezone


class Draft(models.Model):
    """A file on its way into the collection. `path` is below the home; `job_id` the import that was started, once.

    `mapping` is what the import will use, `written` what the form last made of `choices`: where they differ, somebody wrote
    by hand. `columns` is what was seen of the file, `revision` grows with every change, so that nobody's is lost unseen.
    """

    name = models.CharField(max_length=255)
    path = models.CharField(max_length=600)
    uploaded = models.BooleanField()
    size = models.BigIntegerField()
    source = models.SlugField(max_length=80)
    format = models.CharField(max_length=10, blank=True)
    fault = models.TextField(blank=True)
    mapping = models.TextField(blank=True)
    written = models.TextField(blank=True)
    choices = models.JSONField(default=dict)
    columns = models.JSONField(default=dict)
    revision = models.IntegerField(default=1)
    by = models.CharField(max_length=200)
    changed_by = models.CharField(max_length=200, blank=True)
    created = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(auto_now=True)
    rehearsal_id = models.BigIntegerField(null=True)
    report = models.JSONField(default=dict)
    job_id = models.BigIntegerField(null=True)
    started_by = models.CharField(max_length=200, blank=True)
    removed = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.name} ({self.source})"

    @property
    def needs_mapping(self) -> bool:
        """Whether a mapping has to say what the file means: LIDO and EDM say it themselves."""
        return self.format in ("csv", "json")
