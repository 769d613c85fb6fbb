"""One-time links: for the first account, for a colleague with a role, for a new password.

Vitrine sends no mail and there is no default password: whoever started the server, or looks after the accounts, hands a link on.
"""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from vitrine.server.people.models import Invitation

VALID = timedelta(days=1)
"""Long enough to start the server in the evening and make the account in the morning, or to be told a new password is due."""

VALID_FOR_COLLEAGUES = timedelta(days=7)
"""Colleagues are not there every day."""

_TOKEN_BYTES = 32


class SpentError(RuntimeError):
    """An invitation can no longer be used: it was used, it is too old, a newer one was made, or it has no purpose any more."""


def account_missing() -> bool:
    """Return whether nobody can sign in to look after everything."""
    return not get_user_model().objects.filter(is_superuser=True, is_active=True).exists()


def first_link(site_url: str) -> str:
    """Return a link that makes the first account. Links made before and not used end: only the newest one works."""
    with transaction.atomic():
        Invitation.objects.filter(used=None, role="", account=None).delete()
        return _link(site_url, VALID)


def colleague_link(site_url: str, role: str) -> str:
    """Return a link that makes one account with a role (the name of its group). Several may be open at once."""
    return _link(site_url, VALID_FOR_COLLEAGUES, role=role)


def password_link(site_url: str, account: Any) -> str:
    """Return a link with which the owner of `account` sets a new password. Only the newest one works."""
    with transaction.atomic():
        Invitation.objects.filter(used=None, account=account).delete()
        return _link(site_url, VALID, account=account)


def invitation_of(token: str) -> Invitation:
    """Return the invitation that a token stands for. Raises SpentError."""
    return _usable(Invitation.objects.filter(digest=_digest(token)).first())


def invitation_with(pk: int | None) -> Invitation:
    """Return the invitation with this id. Raises SpentError."""
    return _usable(Invitation.objects.filter(pk=pk).first())


def redeem(invitation: Invitation, form: Any) -> Any:
    """Use the invitation up and return the account that a valid `form` makes or changes, both or neither. Raises SpentError.

    Of several who try at the same moment one succeeds: the row is claimed before anything is made.
    """
    with transaction.atomic():
        unused = Invitation.objects.filter(pk=invitation.pk, used=None, expires__gt=timezone.now())
        if not unused.update(used=timezone.now()) or not _has_purpose(invitation):
            raise SpentError
        user = form.save(commit=False)
        if invitation.is_first:
            user.is_superuser = user.is_staff = True
        user.save()
        if invitation.role:
            user.groups.add(Group.objects.get(name=invitation.role))
    return user


def _link(site_url: str, valid: timedelta, **purpose: Any) -> str:
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    Invitation.objects.create(digest=_digest(token), expires=timezone.now() + valid, **purpose)
    return site_url.rstrip("/") + reverse("welcome-link", args=[token])


def _usable(invitation: Invitation | None) -> Invitation:
    if invitation is None or invitation.used or invitation.expires <= timezone.now() or not _has_purpose(invitation):
        raise SpentError
    return invitation


def _has_purpose(invitation: Invitation) -> bool:
    if invitation.is_first:
        return account_missing()
    return (
        invitation.account is None or get_user_model().objects.filter(pk=invitation.account_id, is_active=True).exists()
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
