"""The machine looks once more, inside a box that a person drew: helps where it found nobody in the whole picture."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from vitrine.server.collection.models import WorkMedia
from vitrine.server.collection.showing import shown_work
from vitrine.server.figures import machine
from vitrine.server.figures.entering import assurances, bars
from vitrine.server.figures.models import Kind
from vitrine.server.figures.proposing import Found
from vitrine.server.figures.studio.saving import RefusedError
from vitrine.server.uses.gate import UseOffError, allowed, require

_MARGIN = 0.15
"""Times the box's size that is looked at beyond it: the machine wants to see some ground round a figure."""


def inside(media: WorkMedia, kind: Kind, box: Any) -> list[Found]:
    """Return what the machine finds in a box (left, top, width, height in pixels). Raises RefusedError with the reason."""
    if (
        not isinstance(box, list)
        or len(box) != 4
        or not all(isinstance(one, int | float) and abs(one) < 1e6 for one in box)
    ):
        raise RefusedError(gettext("Draw the box anew: it does not lie on the picture."))
    record = shown_work(media.work).record
    reason = bars(record, assurances([media.work])[media.work_id], timezone.localdate())
    try:
        require(machine.USE)
        decision = allowed(machine.USE, record)
    except UseOffError as error:
        raise RefusedError(str(error)) from error
    if reason is None and decision.outcome != "allowed":
        reason = gettext(decision.reason)
    if reason is not None or media.file is None:
        raise RefusedError(reason or gettext("There is no picture."))
    left, top, width, height = (float(one) for one in box)
    wider = (left - width * _MARGIN, top - height * _MARGIN, width * (1 + 2 * _MARGIN), height * (1 + 2 * _MARGIN))
    try:
        return machine.look(media.file, kind, wider)
    except (machine.UnreadableError, RuntimeError) as error:
        raise RefusedError(str(error)) from error
