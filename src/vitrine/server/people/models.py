"""What signing in needs to remember."""

from django.db import models
from django.utils import timezone


class Attempt(models.Model):
    """A try at signing in. What was typed is kept as a keyed digest only: people type passwords into the wrong field."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        indexes = (models.Index(fields=("key", "at"), name="attempt_key_at"),)

    def __str__(self) -> str:
        return f"Attempt of {self.at:%Y-%m-%d %H:%M}"
