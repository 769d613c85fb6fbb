"""The one-time link that makes the first account. There is no default password: whoever started the server has the link."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from vitrine.server.studio.models import Invitation

VALID = timedelta(days=1)
"""Long enough to start the server in the evening and make the account in the morning."""

_TOKEN_BYTES = 32


class SpentError(RuntimeError):
    """An invitation can no longer be used: it was used, it is too old, a newer one was made, or an account exists already."""


def account_missing() -> bool:
    """Return whether nobody can sign in to look after everything."""
    return not get_user_model().objects.filter(is_superuser=True, is_active=True).exists()


def invitation_link(site_url: str) -> str:
    """Make an invitation and return its link. Links made before and not used end: only the newest one works."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with transaction.atomic():
        Invitation.objects.filter(used=None).delete()
        Invitation.objects.create(digest=_digest(token), expires=timezone.now() + VALID)
    return site_url.rstrip("/") + reverse("welcome-link", args=[token])


def invitation_of(token: str) -> Invitation:
    """Return the invitation that a token stands for. Raises SpentError."""
    return _usable(Invitation.objects.filter(digest=_digest(token)).first())


def invitation_with(pk: int | None) -> Invitation:
    """Return the invitation with this id. Raises SpentError."""
    return _usable(Invitation.objects.filter(pk=pk).first())


def redeem(invitation: Invitation, form: Any) -> Any:
    """Use the invitation up and return the account that a valid `form` makes, both or neither. Raises SpentError.

    Of several who try at the same moment one succeeds: the row is claimed before the account is made.
    """
    with transaction.atomic():
        unused = Invitation.objects.filter(pk=invitation.pk, used=None, expires__gt=timezone.now())
        if not unused.update(used=timezone.now()) or not account_missing():
            raise SpentError
        user = form.save(commit=False)
        user.is_superuser = user.is_staff = True
        user.save()
    return user


def _usable(invitation: Invitation | None) -> Invitation:
    if invitation is None or invitation.used or invitation.expires <= timezone.now() or not account_missing():
        raise SpentError
    return invitation


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
