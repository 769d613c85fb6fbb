"""What the museum has decided about its games and kiosks, and how often each work was played: sums, nothing of anybody."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vitrine.server.collection.models import Work


class PlaySettings(models.Model):
    """The museum's decisions about all games, in one row. Nothing is counted before a person has wished it."""

    counting = models.BooleanField(default=False)
    counting_since = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return "counting" if self.counting else "not counting"


class Tally(models.Model):
    """How often something happened with a work in a game since counting began."""

    class What(models.TextChoices):
        STARTED = "started", _("Started")
        MATCHED = "matched", _("Matched")
        GIVEN_UP = "given-up", _("Given up")

    class Game(models.TextChoices):
        POSES = "poses", _("Strike a Pose")
        FACES = "faces", _("Face-Fit")

    game = models.CharField(max_length=10, choices=Game.choices)
    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="tallies")
    what = models.CharField(max_length=10, choices=What.choices)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("game", "work", "what"), name="tally_once"),)

    def __str__(self) -> str:
        return f"{self.game} {self.work_id} {self.what}: {self.number}"


IDLE = (20, 600)
"""Seconds without a touch after which a kiosk goes back to its start: fewer interrupts readers, more keeps the next visitor waiting."""


def _all() -> list[str]:
    return []


class Kiosk(models.Model):
    """A screen of the museum's own in a room, on which one place of the games is open (`place`, see `play.places`).

    `languages` are those that it offers; none means all of the museum's. `edition` counts changes: a form that was opened
    before somebody else's change is not saved over it. One that is retired keeps its address and says that it is closed.
    """

    name = models.CharField(max_length=120)
    code = models.CharField(max_length=12, unique=True)
    place = models.CharField(max_length=100)
    idle = models.PositiveSmallIntegerField(
        default=60, validators=[MinValueValidator(IDLE[0]), MaxValueValidator(IDLE[1])]
    )
    seated = models.BooleanField(default=True)
    child = models.BooleanField(default=False)
    languages = models.JSONField(default=_all)
    retired = models.BooleanField(default=False)
    edition = models.PositiveIntegerField(default=0)
    by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("retired", "name", "id")

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """Where it starts, below the site's address."""
        return reverse("kiosk", args=[self.code])

    @property
    def game(self) -> str:
        """The game of its place, one of `Tally.Game`."""
        return self.place.partition("/")[0]


class Assessment(models.Model):
    """How the museum answered whether a game's camera needs a data-protection impact assessment. The newest counts; never changed."""

    class Outcome(models.TextChoices):
        DONE = "done", _("It was made")
        NOT_NEEDED = "not-needed", _("It is not needed")
        OPEN = "open", _("Open again")

    game = models.CharField(max_length=10, choices=Tally.Game.choices)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    date = models.DateField(null=True)
    reason = models.TextField(blank=True)
    answerable = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.game}: {self.outcome}"

    def save(self, **options: Any) -> None:
        """Write it down. Raises TypeError for one that was written before."""
        if self.pk is not None:
            raise TypeError("How an assessment was answered is added to and never changed.")
        super().save(**options)
