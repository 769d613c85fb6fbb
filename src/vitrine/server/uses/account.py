"""The public account of the museum's uses of AI, for the page and as data: from their cards and from what runs."""

import logging
from typing import Any

import msgspec
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language

from vitrine.cards import Card, Done
from vitrine.server.museum.models import museum
from vitrine.server.uses.state import State, states

SCHEMA = 1
"""The version of /ai.json: raised when a key goes or changes its meaning. Keys may be added."""

_SECONDS = 60
"""How old the counts may be: a use may have to count a million suggestions. Whether it is on is never old."""

NOT_ADVICE = "What is said here about law is the reading of the authors of the cards, and policy of this museum: not legal advice."


def account() -> dict[str, Any]:
    """Return the account as plain data for JSON. The keys are described in docs/developers/ai-json.md."""
    house = museum()
    return {
        "schema": SCHEMA,
        "at": timezone.now().isoformat(timespec="seconds"),
        "language": get_language(),
        "museum": {
            "name": house.shown_name,
            "email": house.email,
            "responsible_for_ai": house.responsible_ai,
        },
        "note": NOT_ADVICE,
        "uses": [_told(one) for one in told()],
    }


def told() -> list[State]:
    """Return the uses that the public is told of: those with a good card, and those that once ran; what runs comes first."""
    known = [one for one in states() if (one.use is not None and one.use.card is not None) or one.newest is not None]
    return sorted(known, key=lambda one: (not one.on, one.identifier))


def _told(one: State) -> dict[str, Any]:
    card = one.use.card if one.use is not None else None
    return {
        "identifier": one.identifier,
        "on": one.on,
        "standing": one.standing,
        "since": one.newest.at.isoformat(timespec="seconds") if one.newest is not None else None,
        "responsible": one.newest.responsible if one.newest is not None and one.newest.on else "",
        "package": {"name": one.use.package, "version": one.use.package_version} if one.use is not None else None,
        "page": one.use.experience.page if one.use is not None and one.use.experience is not None else "",
        "card": msgspec.to_builtins(card) if card is not None else None,
        "card_digest": card.digest if card is not None else "",
        "done": [done._asdict() for done in done_by(one)],
    }


def done_by(one: State) -> list[Done]:
    """Return what a use says it has done, nothing where it cannot say. May be a minute old."""
    if card_of(one) is None:
        return []
    found: list[Done] = cache.get_or_set(
        f"uses-done-{get_language()}-{one.identifier}", lambda: _counted(one), _SECONDS
    )
    return found


def _counted(one: State) -> list[Done]:
    assert one.use is not None  # noqa: S101
    assert one.use.experience is not None  # noqa: S101
    try:
        return [Done(str(key), str(name), int(number)) for key, name, number in one.use.experience.done()]
    except Exception:
        logging.getLogger(__name__).exception("The use of AI %s could not say what it has done.", one.identifier)
        return []


def card_of(one: State) -> Card | None:
    """Return the card of a use, None where there is no good one."""
    return one.use.card if one.use is not None else None
