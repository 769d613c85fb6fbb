"""The log of switching uses of AI on and off."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class Switch(models.Model):
    """One entry: who switched which use on or off, when, and, if on, which card was confirmed and who answers for the use.

    Entries are added and never changed. The newest of a use says how it stands; `package` and its version say what ran.
    """

    use = models.CharField(max_length=200)
    on = models.BooleanField()
    digest = models.CharField(max_length=64, blank=True)
    card_version = models.CharField(max_length=100, blank=True)
    package = models.CharField(max_length=200, blank=True)
    package_version = models.CharField(max_length=100, blank=True)
    responsible = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=200)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=["use", "-id"], name="uses_switch_newest"),)

    def __str__(self) -> str:
        return f"{self.use} {'on' if self.on else 'off'}, {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry. Raises TypeError for one that is there: a log is not rewritten."""
        if self.pk is not None:
            raise TypeError("An entry of the log is never changed: add another.")
        super().save(*args, **kwargs)
