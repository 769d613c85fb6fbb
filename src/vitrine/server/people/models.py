"""What people and their ways in leave behind: tries, sessions, recovery codes, and the log of the accounts."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Attempt(models.Model):
    """A try at signing in. What was typed is kept as a keyed digest only: people type passwords into the wrong field."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        indexes = (models.Index(fields=("key", "at"), name="attempt_key_at"),)

    def __str__(self) -> str:
        return f"Attempt of {self.at:%Y-%m-%d %H:%M}"


class Session(AbstractBaseSession):
    """A browser's session, with whose it is, so that its owner can see and end it.

    `handle` names it on pages: the key itself opens it and is shown nowhere.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="browser_sessions")
    handle = models.CharField(max_length=32, blank=True, db_index=True)
    began = models.DateTimeField(null=True)
    seen = models.DateTimeField(null=True)
    browser = models.CharField(max_length=100, blank=True)

    @classmethod
    def get_session_store_class(cls) -> type:
        """Return the store that reads and writes these rows, as Django asks for it."""
        from vitrine.server.people.sessions import SessionStore  # noqa: PLC0415  (the store needs this model)

        return SessionStore


class Invitation(models.Model):
    """A link that does one thing, once: it makes the first account, or one with a role, or sets a new password of `account`.

    Only the digest of its token is kept: who reads the database cannot use it.
    """

    digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    role = models.CharField(max_length=50, blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return f"Invitation of {self.created:%Y-%m-%d %H:%M}"

    @property
    def is_first(self) -> bool:
        """Whether it makes the first account."""
        return not self.role and self.account_id is None


class RecoveryCode(models.Model):
    """A code that stands in once for the second factor. Only its keyed digest is kept; a used one is deleted."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "digest"), name="recovery_code_once"),)

    def __str__(self) -> str:
        return f"Recovery code of account {self.account_id}"


class Deed(models.Model):
    """Something that was done to an account: by whom, to whom, what. Names are kept as they were, accounts may go."""

    class What(models.TextChoices):
        INVITED = "invited", _("was invited")
        JOINED = "joined", _("made the account")
        ROLE = "role", _("was given another role")
        CLOSED = "closed", _("was locked out")
        OPENED = "opened", _("was let in again")
        ENDED = "ended", _("was signed out everywhere")
        LINK = "link", _("got a link for a new password")
        PASSWORD = "password", _("set a new password")
        FACTOR_ON = "factor-on", _("switched the second factor on")
        FACTOR_OFF = "factor-off", _("lost the second factor")
        CODES = "codes", _("made new recovery codes")

    at = models.DateTimeField(default=timezone.now, db_index=True)
    what = models.CharField(max_length=10, choices=What)
    by = models.CharField(max_length=200, blank=True)
    whom = models.CharField(max_length=200)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    role = models.CharField(max_length=50, blank=True)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.whom} {self.what}"
