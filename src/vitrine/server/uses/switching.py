"""Switching a use of AI on and off: on by a person who has confirmed its card, off at once by whoever may."""

from typing import Any

from django.utils.translation import gettext

from vitrine.server.studio.pages import name_of
from vitrine.server.uses.models import Switch
from vitrine.server.uses.state import state


class RefusedError(ValueError):
    """The use cannot be switched on now; the message says why and what to do."""


def switch_on(identifier: str, *, digest: str, responsible: str, user: Any, note: str = "") -> Switch:
    """Write down that `user` confirmed the card with this digest and named who answers for the use. Returns the entry.

    `user` is an account, or a name where none does it (the demo's set-up).

    One that is already on with this card and this person stays as it is. Raises RefusedError for a use that cannot run, and for a card that is
    no longer the one that was read.
    """
    found = state(identifier)
    if found.use is None or found.use.card is None or found.obstacles:
        raise RefusedError(gettext("This use cannot be switched on. The reasons are named above."))
    card = found.use.card
    if digest != card.digest:
        raise RefusedError(
            gettext(
                "The card is no longer the one that you read. Nothing was switched: read it again, then confirm it."
            )
        )
    if found.on and found.newest is not None and found.newest.responsible == responsible:
        return found.newest
    return Switch.objects.create(
        use=identifier,
        on=True,
        digest=digest,
        card_version=card.version[:100],
        package=found.use.package[:200],
        package_version=found.use.package_version[:100],
        responsible=responsible,
        by=(user if isinstance(user, str) else name_of(user))[:200],
        user=None if isinstance(user, str) else user,
        note=note,
    )


def switch_off(identifier: str, *, user: Any, note: str = "") -> Switch | None:
    """Write down that a use is off from now on. Returns the entry, None where it was never on or is off already."""
    newest = Switch.objects.filter(use=identifier).first()
    if newest is None or not newest.on:
        return None
    return Switch.objects.create(use=identifier, on=False, by=name_of(user)[:200], user=user, note=note)
