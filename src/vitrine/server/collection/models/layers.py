"""What persons and programs state above the source, and decisions about rights."""

import hashlib
from typing import Any

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


class Evidence(models.Model):
    """What stands behind a decision beside its words: a link, a file (`deciding.evidence` keeps it), or both.

    `checksum` is the file's SHA-256 (hex), blank where there is none. `asked` is the number of the form that was sent: a
    form that is sent twice decides once.
    """

    decision = models.OneToOneField(RightsDecision, on_delete=models.PROTECT, related_name="further_evidence")
    link = models.TextField(blank=True)
    name = models.CharField(max_length=200, blank=True)
    checksum = models.CharField(max_length=64, blank=True)
    size = models.BigIntegerField(default=0)
    asked = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return self.name or self.link


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
    `alike` is the same for changes that say the same of different works (`digest_of`): people decide about them together.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Waiting for a decision")
        ACCEPTED = "accepted", _("Accepted")
        KEPT = "kept", _("Former rights kept")

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="rights_changes")
    before = models.JSONField()
    after = models.JSONField()
    number = models.IntegerField()
    alike = models.CharField(max_length=32, blank=True, default="")
    job_id = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, db_index=True)
    decision = models.ForeignKey(RightsDecision, on_delete=models.PROTECT, null=True, related_name="changes")

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("state", "alike"), name="rights_change_alike"),)

    def __str__(self) -> str:
        return f"{self.work_id}: {', '.join(self.before)}"

    def save(self, **options: Any) -> None:
        """Save, with the digest by which alike changes are found."""
        self.alike = alike(self.before, self.after)
        super().save(**options)


def alike(before: dict[str, Any], after: dict[str, Any]) -> str:
    """Return a digest that is the same for changes which say the same, whatever the pictures they say it of are called."""
    return hashlib.blake2b(f"{in_words(before)}\n{in_words(after)}".encode(), digest_size=16).hexdigest()


def in_words(rights: dict[str, Any]) -> str:
    """Return the distinct statements of a change: their URI, else their words, else `none`."""
    said = {(value or {}).get("uri") or (value or {}).get("text") or "none" for value in rights.values()}
    return ", ".join(sorted(said)) if said else "null"
