"""Challenges: works whose poses are struck one after the other."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

THRESHOLDS = {"easy": 58, "medium": 68, "hard": 80}
"""The score (0 to 100) at which a pose counts as struck. Measured (`python -m benchmarks score`): nineteen of twenty people who
strike the pose have more than 90, nineteen of twenty who strike another have less than 57."""

LONGEST_TITLE = 120


class Challenge(models.Model):
    """What curators put together: figures of works in their order, and how strictly their poses are compared.

    `titles` by language. `figures` are identifiers `source:key#number`: one that is no longer approved, or whose work may no
    longer enter a game, is left out when the challenge is played, and is there again when it may. `edition` counts changes, so that
    nobody writes over what somebody else has done meanwhile.
    """

    class Part(models.TextChoices):
        FULL = "full", _("The whole figure")
        SEATED = "seated", _("From the hips up, sitting or standing")
        UPPER = "upper", _("Head and arms")

    class Difficulty(models.TextChoices):
        EASY = "easy", _("Easy: roughly the pose")
        MEDIUM = "medium", _("Medium")
        HARD = "hard", _("Hard: every limb counts")

    slug = models.SlugField(max_length=80, unique=True)
    titles = models.JSONField(default=dict)
    figures = models.JSONField(default=list)
    part = models.CharField(max_length=6, choices=Part.choices, default=Part.FULL)
    mirrored = models.BooleanField(default=True)
    hold = models.PositiveSmallIntegerField(default=3)
    difficulty = models.CharField(max_length=6, choices=Difficulty.choices, default=Difficulty.EASY)
    published = models.BooleanField(default=False)
    edition = models.PositiveIntegerField(default=0)
    by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.slug

    @property
    def ready_made(self) -> bool:
        """Whether it is one that Vitrine puts together itself: then it is in no table."""
        return self.pk is None

    @property
    def threshold(self) -> int:
        """The score at which a pose counts as struck."""
        return THRESHOLDS[self.difficulty]

    @property
    def title(self) -> str:
        """The title in the reader's language, else in the first that has one."""
        titles: dict[str, Any] = self.titles
        return str(titles.get(get_language() or "en") or titles.get("en") or next(iter(titles.values()), self.slug))
