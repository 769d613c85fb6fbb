"""Portraits for Face-Fit: how each face is held, whether a visitor can match it, and whether it is in the game."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vitrine.server.collection.models import Work, WorkMedia


class Portrait(models.Model):
    """One approved face, prepared: measured by `vitrine.vision.expression`, bound to the points it was measured on (`digest`).

    `reason` says why no visitor can match it, blank where one can: then it never opens. It is in the game while it is open,
    its points are still those approved, and its work may enter (`portraits.playing`).
    """

    class State(models.TextChoices):
        CLOSED = "closed", _("Not in the game")
        OPEN = "open", _("In the game")

    class Reason(models.TextChoices):
        TURNED = "turned", _("The head is turned too far aside: a camera would see half of a visitor’s face only.")
        RAISED = "raised", _("The head looks too far up or down for a camera to follow.")
        TILTED = "tilted", _("The head is tilted further than a visitor can hold it.")
        MOUTH = "mouth", _("The mouth is open or drawn further than a human one.")
        EYES = "eyes", _("The eyes are open wider than human ones.")
        BROWS = "brows", _("The brows stand higher or lower than human ones.")
        UNSURE = "unsure", _("The points do not make a face: some of them lie wrong. Correct them first.")
        SMALL = "small", _("The face is too small in this picture: fewer than 32 pixels lie between the eyes.")

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="portraits")
    media = models.ForeignKey(WorkMedia, on_delete=models.CASCADE, related_name="portraits")
    number = models.IntegerField()
    digest = models.CharField(max_length=32)
    expression = models.JSONField(default=dict)
    reason = models.CharField(max_length=8, choices=Reason.choices, blank=True)
    prepared = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=6, choices=State.choices, default=State.CLOSED)
    by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("media", "number"), name="portrait_of_face"),
            models.CheckConstraint(
                condition=models.Q(state="closed") | models.Q(reason=""), name="portrait_open_matchable"
            ),
        )
        indexes = (models.Index(fields=("state", "id"), name="portrait_state"),)

    def __str__(self) -> str:
        return f"{self.work_id}: {self.number} ({self.state})"


class Turn(models.Model):
    """That a person let a portrait into the game or took it out. Never changed."""

    portrait = models.ForeignKey(Portrait, on_delete=models.CASCADE, related_name="turns")
    state = models.CharField(max_length=6, choices=Portrait.State.choices)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.portrait_id}: {self.state} ({self.by})"

    def save(self, **options: Any) -> None:
        """Write it down. Raises TypeError for one that was written before."""
        if self.pk is not None:
            raise TypeError("What was done to a portrait is added to and never changed.")
        super().save(**options)
