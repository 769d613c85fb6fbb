"""A job: one piece of long work, what it was asked, how far it is, and what went wrong on the way."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """Long work of one kind. The data it writes and its cursor are saved in one transaction, so that it can be killed
    at any moment and go on from its cursor as if nothing had happened."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        PAUSED = "paused", _("Paused")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")
        CANCELLED = "cancelled", _("Cancelled")

    class Wish(models.TextChoices):
        NONE = "", _("Go on")
        PAUSE = "pause", _("Pause")
        CANCEL = "cancel", _("Cancel")

    UNFINISHED = (State.WAITING, State.RUNNING, State.PAUSED, State.FAILED)
    """Something is left to do, or to decide about."""

    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=200, blank=True)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    wish = models.CharField(max_length=10, choices=Wish.choices, default=Wish.NONE, blank=True)
    cursor = models.JSONField(default=dict)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(null=True)
    counts = models.JSONField(default=dict)
    message = models.TextField(blank=True)
    created = models.DateTimeField(default=timezone.now)
    started = models.DateTimeField(null=True)
    changed = models.DateTimeField(auto_now=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} #{self.pk}"

    @property
    def percent(self) -> int | None:
        """How far the job is, 0 to 100, or None where nobody can know."""
        return min(100, self.done * 100 // self.total) if self.total else None


class JobError(models.Model):
    """One thing that a job could not do, and where; the job went on."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="errors")
    locator = models.CharField(max_length=500)
    message = models.TextField()

    class Meta:
        ordering = ("id",)
