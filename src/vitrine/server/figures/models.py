"""Figures and faces on the pictures of works: what a machine proposes, what a person says, and what was decided when."""

from typing import Any

from django.db import models
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vitrine.server.collection.models import Work, WorkMedia


class Kind(models.TextChoices):
    """What the key points are of."""

    POSE = "pose", _("Figure")
    FACE = "face", _("Face")


class FigureSet(models.QuerySet["Figure"]):
    """Figures, chosen by the picture they lie on."""

    def on_today(self) -> "QuerySet[Figure]":
        """Return those that lie on the picture as it is now: a new picture asks for approval again."""
        return self.filter(checksum=F("media__file__checksum"))


class Figure(models.Model):
    """One figure or face on one picture, bound to the picture's file by `checksum` (SHA-256) and its size in pixels.

    `proposal` is the machine's (`model`, `version`, `score`, when), `points` the person's: each is kept apart and none
    overwrites the other. Both are lists in pixels of the file: [x, y, visibility] of the 33 points of a body, or
    [x, y, z] of the 468 of a face. Approved are always a person's points. `revision` counts what people did: a page
    that was opened before somebody else's change is not saved over it.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("To do")
        APPROVED = "approved", _("Approved")
        ASIDE = "aside", _("Set aside")

    class Part(models.TextChoices):
        FULL = "full", _("Full figure")
        UPPER = "upper", _("Upper body")
        SEATED = "seated", _("Seated")

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="figures")
    media = models.ForeignKey(WorkMedia, on_delete=models.CASCADE, related_name="figures")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    number = models.IntegerField()
    checksum = models.CharField(max_length=64)
    width = models.IntegerField()
    height = models.IntegerField()
    proposal = models.JSONField(null=True)
    model = models.CharField(max_length=80, blank=True)
    version = models.CharField(max_length=80, blank=True)
    score = models.FloatField(null=True)
    proposed = models.DateTimeField(null=True)
    points = models.JSONField(null=True)
    part = models.CharField(max_length=6, choices=Part.choices, default=Part.FULL)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PROPOSED)
    revision = models.IntegerField(default=0)
    by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(null=True)

    objects = FigureSet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("media", "kind", "checksum", "number"), name="figure_on_picture"),
            models.CheckConstraint(
                condition=~models.Q(state="approved") | models.Q(points__isnull=False), name="figure_approved_by_person"
            ),
        )
        indexes = (models.Index(fields=("kind", "state", "work"), name="figure_queue"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}, {self.media_id}"

    @property
    def shown(self) -> list[list[float]]:
        """The points that count: the person's, else the machine's proposal."""
        found: list[list[float]] = self.points or self.proposal or []
        return found

    @property
    def on_today(self) -> bool:
        """Whether the picture is still the one the points were placed on."""
        return self.media.file is not None and self.media.file.checksum == self.checksum


class Step(models.Model):
    """One thing a person did to a figure. Never changed: `points` are the person's as they were left then."""

    class Act(models.TextChoices):
        PLACED = "placed", _("Points placed")
        APPROVED = "approved", _("Approved")
        ASIDE = "aside", _("Set aside")
        REOPENED = "reopened", _("Taken back")

    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="steps")
    act = models.CharField(max_length=8, choices=Act.choices)
    points = models.JSONField(null=True)
    part = models.CharField(max_length=6, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.figure_id}: {self.act} ({self.by})"

    def save(self, **options: Any) -> None:
        """Write the step down. Raises TypeError for one that was written before."""
        if self.pk is not None:
            raise TypeError("The history of a figure is added to and never changed.")
        super().save(**options)


class Look(models.Model):
    """That a machine looked for figures or faces on a picture, with which file and model, and what came of it."""

    class Outcome(models.TextChoices):
        FOUND = "found", _("Found")
        NOBODY = "nobody", _("Nobody found")
        REFUSED = "refused", _("Refused")
        FAILED = "failed", _("Failed")

    media = models.ForeignKey(WorkMedia, on_delete=models.CASCADE, related_name="looks")
    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="looks")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    checksum = models.CharField(max_length=64, blank=True)
    version = models.CharField(max_length=80, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    message = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("media", "kind"), name="look_on_picture"),)
        indexes = (models.Index(fields=("kind", "outcome"), name="look_outcome"),)

    def __str__(self) -> str:
        return f"{self.media_id}: {self.outcome}"


class Assurance(models.Model):
    """A person's word, with the reason, on something that the record leaves open and that keeps a work out of the games.

    It opens that question and no other. Taken back, it stays as history (`ended`).
    """

    class About(models.TextChoices):
        NOBODY_LIVING = "living", _("Nobody who is shown is living")
        NOTHING_DELICATE = "delicate", _("Nothing nude, sexual or violent is shown")

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="assurances")
    about = models.CharField(max_length=8, choices=About.choices)
    reason = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("work", "about"), name="assurance_of_work"),)

    def __str__(self) -> str:
        return f"{self.work_id}: {self.about} ({self.by})"
