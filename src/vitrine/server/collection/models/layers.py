"""What persons and programs state above the source, and decisions about rights."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vitrine.records import Agent, Assertion
from vitrine.server.collection.models.works import Source, Work


class RightsDecision(models.Model):
    """One entry of the decision log: who decided what about which works, when, why, how many, and whether it was undone."""

    class Kind(models.TextChoices):
        SET = "set", _("Statement assigned")
        ACCEPT = "accept", _("Change by the source accepted")
        KEEP = "keep", _("Change by the source refused, former statement kept")

    class Scope(models.TextChoices):
        OBJECT = "object", _("the object")
        MEDIA = "media", _("the media files")
        METADATA = "metadata", _("the metadata")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    scope = models.CharField(max_length=10, choices=Scope.choices, blank=True)
    uri = models.CharField(max_length=300, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True)
    filter = models.TextField(blank=True)
    evidence = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    works = models.IntegerField(default=0)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind} {self.uri}"


class Statement(models.Model):
    """A value stated by a person or a program for one path of a record (`vitrine.records.layers`). Never overwritten:
    it is withdrawn, and another is made."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="statements")
    path = models.CharField(max_length=400)
    value = models.JSONField(null=True)
    agent_kind = models.CharField(max_length=10, choices=[("person", _("person")), ("software", _("software"))])
    agent = models.CharField(max_length=200)
    agent_version = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(default=timezone.now)
    confidence = models.FloatField(null=True)
    status = models.CharField(max_length=10)
    evidence = models.TextField(blank=True)
    accepted_by = models.CharField(max_length=200, blank=True)
    decision = models.ForeignKey(RightsDecision, on_delete=models.PROTECT, null=True, related_name="statements")

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.path} = {self.value!r} ({self.agent})"

    def assertion(self) -> Assertion:
        """Return the statement as the library floor knows it."""
        return Assertion(
            id=str(self.pk),
            path=self.path,
            value=self.value,
            by=Agent(kind=self.agent_kind, name=self.agent, version=self.agent_version),  # type: ignore[arg-type]
            at=self.at.isoformat(),
            status=self.status,  # type: ignore[arg-type]
            confidence=self.confidence,
            evidence=self.evidence,
            accepted_by=self.accepted_by,
        )


class RightsChange(models.Model):
    """A source said other rights than before. While it waits, the record that is shown keeps the rights it had.

    `before` maps each changed path to what it was, `after` to what the source now says (plain JSON, null for none).
    """

    class State(models.TextChoices):
        OPEN = "open", _("Waiting for a decision")
        ACCEPTED = "accepted", _("Accepted")
        KEPT = "kept", _("Former rights kept")

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="rights_changes")
    before = models.JSONField()
    after = models.JSONField()
    number = models.IntegerField()
    job_id = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, db_index=True)
    decision = models.ForeignKey(RightsDecision, on_delete=models.PROTECT, null=True, related_name="changes")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.work_id}: {', '.join(self.before)}"
