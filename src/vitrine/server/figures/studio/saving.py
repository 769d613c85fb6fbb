"""Taking in what the editor sends: every figure looked at before anything of it is kept."""

from typing import Any

from django.utils.translation import gettext

from vitrine.server.collection.models import WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Figure, Kind
from vitrine.server.figures.points import cleaned

MOST = 40
"""Figures on one picture: nobody prepares a crowd."""

_ACTS = {"approve": deciding.approve, "aside": deciding.set_aside, "reopen": deciding.reopen}


class RefusedError(ValueError):
    """What was sent cannot be kept; the message says what to do."""


def keep(media: WorkMedia, kind: Kind, sent: Any, by: str) -> None:
    """Keep figures as the editor sent them. Belongs inside a transaction: all or none.

    Raises RefusedError, and MeanwhileError where somebody else was there before.
    """
    if not isinstance(sent, list) or len(sent) > MOST or not all(isinstance(one, dict) for one in sent):
        raise RefusedError(gettext("What was sent is no list of figures. Load the page anew and try again."))
    for one in sent:
        figure = _placed(media, kind, one, by)
        act = _ACTS.get(str(one.get("act", "")))
        if act is not None and figure is not None:
            act(figure, by)


def _placed(media: WorkMedia, kind: Kind, one: dict[str, Any], by: str) -> Figure | None:
    """Return the figure, with its new points kept if there are any."""
    part = str(one.get("part", ""))
    if part not in Figure.Part.values:
        part = Figure.Part.FULL.value
    figure = _known(media, kind, one)
    if "points" not in one:
        return figure
    file = media.file
    points = cleaned(one["points"], kind, (file.width or 0) if file else 0, (file.height or 0) if file else 0)
    if points is None:
        raise RefusedError(gettext("These points make no figure: some are missing, or are no places in the picture."))
    return deciding.add(media, kind, points, part, by) if figure is None else deciding.place(figure, points, part, by)


def _known(media: WorkMedia, kind: Kind, one: dict[str, Any]) -> Figure | None:
    """Return the figure that is meant, in the revision that the editor knew; None for a new one."""
    pk, revision = one.get("id"), one.get("revision")
    if pk is None:
        return None
    if not _is_number(pk) or not _is_number(revision):
        raise RefusedError(gettext("What was sent is no list of figures. Load the page anew and try again."))
    figure = Figure.objects.filter(pk=pk, media=media, kind=kind).first()
    if figure is None:
        raise RefusedError(gettext("This figure is no longer there. Load the page anew."))
    figure.revision = revision
    return figure


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63
