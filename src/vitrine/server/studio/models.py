"""What the studio itself remembers."""

from django.db import models
from django.utils import timezone


class Invitation(models.Model):
    """A link that makes the first account, once. Only the digest of its token is kept: who reads the database cannot use it."""

    digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"Invitation of {self.created:%Y-%m-%d %H:%M}"
