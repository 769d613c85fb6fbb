"""Which works changed since somebody who keeps something derived from them last looked."""

from django.db import models


class Noted(models.Model):
    """Works whose shown record changed, noted in the transaction that changed them: one row for a batch."""

    works = models.JSONField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{len(self.works)} works"
