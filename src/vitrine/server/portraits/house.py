"""The portraits of the house collection, prepared and let into the game in the name of the house."""

from vitrine.server.collection.models import Source, Work
from vitrine.server.figures.approved import approved_faces
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import prepare, turn

BY = "The house collection"
"""In whose name."""


def open_house(source: Source) -> int:
    """Prepare the approved faces of the house collection in `source` and let in what can be matched; return how many.

    A portrait that somebody has decided about is left alone.
    """
    opened = 0
    for face in approved_faces(Work.objects.filter(source=source)):
        portrait = prepare(face)
        if not portrait.reason and not portrait.turns.exists():
            opened += turn(portrait, Portrait.State.OPEN, BY)
    return opened
