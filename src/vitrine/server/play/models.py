"""What the museum has decided about its games, and how often each work was played: sums, nothing of anybody."""

from django.db import models
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
