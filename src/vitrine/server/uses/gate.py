"""What every AI operation passes: the use is switched on, and the rights gate allows what its card says it does.

A job asks `require` when it begins and between its batches, so that switching off works at once, and `allowed` for each work.
"""

from vitrine.cards import Card, Use, uses
from vitrine.records import Record
from vitrine.rights import Decision, Purpose, decide
from vitrine.server.jobs.run import JobFailedError
from vitrine.server.uses.state import state

_STRICTNESS = {"allowed": 0, "needs a person": 1, "refused": 2}

_WHY = {
    "off": "It is switched off.",
    "changed": "Its card says something else than what was confirmed: somebody has to read and confirm it again.",
    "broken": "It cannot run.",
    "removed": "It is not installed.",
}


class UseOffError(JobFailedError):
    """A use of AI does not run; the message says why and what to do."""


def is_on(identifier: str) -> bool:
    """Return whether a use runs: switched on by a person who confirmed the card as it is now. Costs one small read."""
    return state(identifier).on


def require(identifier: str) -> Use:
    """Return a use that runs. Raises UseOffError for one that does not, with the reason."""
    found = state(identifier)
    if not found.on or found.use is None:
        why = " ".join([_WHY[found.standing], *found.obstacles])
        raise UseOffError(f"The use of AI {identifier!r} does not run. {why} See AI uses in the studio.")
    return found.use


def allowed(identifier: str, record: Record, purpose: Purpose | None = None) -> Decision:
    """Return what the rights gate says of all that a use does with a work: the strictest answer, with its rule and reason.

    The operations and the material are the card's. Asks no database; whether the use is on is `require`'s question.
    A surrogate with rights of its own is asked for beside the record. Raises UseOffError for a use without a good card,
    and for one whose card names no operation on works.
    """
    use = uses().get(identifier)
    card = use.card if use is not None else None
    if card is None or not card.operations:
        raise UseOffError(f"The use of AI {identifier!r} has no card that says what it does with works.")
    answers = _answers(card, record, purpose or Purpose())
    return max(answers, key=lambda answer: _STRICTNESS[answer.outcome])


def _answers(card: Card, record: Record, purpose: Purpose) -> list[Decision]:
    answers = []
    for operation in card.operations:
        if "metadata" in card.material:
            answers.append(decide(record, operation, purpose, material="metadata"))
        if "media" in card.material:
            answers.append(decide(record, operation, purpose))
            answers += [decide(one, operation, purpose, record=record) for one in record.surrogates]
    return answers
