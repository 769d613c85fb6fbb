"""What a machine suggests, and what people said to it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vitrine.server.collection.models import Source, Statement, Work


class Round(models.Model):
    """Many suggestions accepted together, by a filter, unseen one by one: who, when, which, how many, and whether undone."""

    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    filter = models.JSONField()
    suggestions = models.IntegerField(default=0)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"#{self.pk} {self.by}"


class Suggestion(models.Model):
    """One value that a program suggests for one path of a work (`vitrine.records.layers`).

    Nothing of it is part of the record: accepting it makes a Statement of the program, accepted by the person; correcting
    it one of the person. `text` is what the program looked at, `explanation` what it found there (plain data, by kind).
    A suggestion is outdated once the source's text is another. `round` is null where a person looked at this very one.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        ACCEPTED = "accepted", _("Accepted")
        CORRECTED = "corrected", _("Corrected")
        REJECTED = "rejected", _("Rejected")
        OUTDATED = "outdated", _("Outdated")

    kind = models.CharField(max_length=40)
    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="suggestions")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, db_index=False)
    path = models.CharField(max_length=400)
    text = models.TextField()
    value = models.CharField(max_length=40)
    confidence = models.FloatField()
    model = models.CharField(max_length=80)
    version = models.CharField(max_length=80)
    explanation = models.JSONField(default=dict)
    made = models.DateTimeField(default=timezone.now)
    job_id = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    decided_by = models.CharField(max_length=200, blank=True)
    decided = models.DateTimeField(null=True)
    corrected = models.CharField(max_length=40, blank=True)
    statement = models.ForeignKey(Statement, on_delete=models.SET_NULL, null=True, related_name="suggested_by")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, null=True, related_name="accepted")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("work", "kind", "path"), name="suggestion_work_kind_path"),)
        indexes = (
            models.Index(fields=("state", "id"), name="suggestion_queue"),
            models.Index(fields=("state", "source", "id"), name="suggestion_queue_source"),
            models.Index(fields=("state", "value", "confidence"), name="suggestion_agreement"),
        )

    def __str__(self) -> str:
        return f"{self.path} = {self.value!r} ({self.model}, {self.confidence:.2f})"
