"""Whether the museum has answered for the camera of a game: before that, no kiosk of it opens."""

import datetime
from typing import NamedTuple

from vitrine.server.play.models import Assessment


class Answer(NamedTuple):
    """What the museum answers: the outcome, the day, why or where it is filed, and who decided it."""

    outcome: str
    date: datetime.date | None = None
    reason: str = ""
    answerable: str = ""


def standing(game: str) -> Assessment | None:
    """Return the museum's newest answer for a game, None before the first."""
    return Assessment.objects.filter(game=game).first()


def answered(game: str) -> bool:
    """Return whether the assessment for a game was made, or a reason was given why it is not needed."""
    newest = standing(game)
    return newest is not None and newest.outcome != Assessment.Outcome.OPEN


def answer(game: str, said: Answer, by: str) -> Assessment:
    """Write the museum's answer down. Raises ValueError for one made without its date, or not needed without a reason."""
    if said.outcome == Assessment.Outcome.DONE and said.date is None:
        raise ValueError("An assessment that was made has a date.")
    if said.outcome == Assessment.Outcome.NOT_NEEDED and not said.reason.strip():
        raise ValueError("An assessment is left out for a reason.")
    return Assessment.objects.create(game=game, by=by, **said._asdict())
