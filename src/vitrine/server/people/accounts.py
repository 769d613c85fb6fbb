"""What may be done to an account, by whom, and the log of it.

Nobody acts on oneself here, and only the holder of the first account acts on such an account: so no one can make himself more,
and a museum cannot lock itself out.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from vitrine.server.people import second_factor, sessions
from vitrine.server.people.models import Deed
from vitrine.server.people.roles import ROLES, Role
from vitrine.server.studio import access
from vitrine.server.studio.pages import name_of

_LONGEST_NAME = 200


def may_act_on(actor: Any, account: Any) -> bool:
    """Return whether `actor` may give `account` another role, lock it out, and so on."""
    return bool(
        actor.has_perm(access.KEEP_PEOPLE)
        and actor.pk != account.pk
        and (actor.is_superuser or not account.is_superuser)
    )


def role_of(account: Any) -> Role | None:
    """Return the highest role of an account."""
    groups = {group.name for group in account.groups.all()}
    return next((role for role in reversed(ROLES) if role.group in groups), None)


@transaction.atomic
def give_role(by: Any, account: Any, role: str) -> None:
    """Give an account the role whose group is named `role`, instead of the one that it has."""
    account.groups.remove(*Group.objects.filter(name__in=[one.group for one in ROLES]))
    account.groups.add(Group.objects.get(name=role))
    note(Deed.What.ROLE, account, by=by, role=role)


@transaction.atomic
def close(by: Any, account: Any) -> None:
    """Lock an account out, at once and everywhere. Nothing it has written is lost."""
    get_user_model().objects.filter(pk=account.pk).update(is_active=False)
    sessions.end(account)
    note(Deed.What.CLOSED, account, by=by)


@transaction.atomic
def reopen(by: Any, account: Any) -> None:
    """Let an account in again."""
    get_user_model().objects.filter(pk=account.pk).update(is_active=True)
    note(Deed.What.OPENED, account, by=by)


@transaction.atomic
def sign_out(by: Any, account: Any) -> None:
    """End all sessions of an account."""
    sessions.end(account)
    note(Deed.What.ENDED, account, by=by)


@transaction.atomic
def take_factor(by: Any, account: Any) -> None:
    """Take the second factor away, from somebody who has lost phone and recovery codes."""
    if second_factor.switch_off(account):
        note(Deed.What.FACTOR_OFF, account, by=by)


DEEDS: dict[str, Callable[[Any, Any], None]] = {
    "close": close,
    "reopen": reopen,
    "sign-out": sign_out,
    "take-factor": take_factor,
}
"""What a button on a person's page does, by its address."""


def note(what: Deed.What, account: Any, *, by: Any = None, role: str = "") -> None:
    """Write into the log what was done to `account`; `by` is nobody where its owner did it, or the command line."""
    Deed.objects.create(what=what, account=account, whom=_name(account), by=_name(by) if by else "", role=role)


def note_invited(by: Any, whom: str, role: str) -> None:
    """Write into the log that somebody who has no account yet was invited."""
    Deed.objects.create(what=Deed.What.INVITED, whom=whom, by=_name(by), role=role)


def _name(account: Any) -> str:
    return name_of(account)[:_LONGEST_NAME]
