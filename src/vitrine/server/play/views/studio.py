"""How often works are played, in the studio: whether the museum counts, and the sums."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from vitrine.server.play import counts
from vitrine.server.play.models import Tally
from vitrine.server.site.entries import work_address
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, paged


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def sums(request: HttpRequest) -> HttpResponse:
    """Show how often each work was played, where the museum counts, and what is kept for it."""
    kept = counts.settings()
    pages = paged(request, counts.sums() if kept.counting else [])
    context: dict[str, Any] = {
        **frame(gettext("How often works are played"), "list-ul", ("studio-play", gettext("Play"))),
        **pages,
        "counting": kept.counting,
        "since": kept.counting_since,
        "least": counts.LEAST,
        "rows": [_row(one) for one in pages["page_obj"]],
        "totals": [(label, *counts.totals(game)) for game, label in Tally.Game.choices],
    }
    return render(request, "play/studio/counts.html", context)


def _row(one: counts.Sums) -> dict[str, Any]:
    numbers = [
        (gettext("Started"), one.started),
        (gettext("Matched"), one.matched),
        (gettext("Given up"), one.given_up),
    ]
    return {"work": one.work, "address": work_address(one.work), "game": Tally.Game(one.game).label, "numbers": numbers}


@require_POST
@permission_required(access.EDIT_MUSEUM, raise_exception=True)
def decide(request: HttpRequest) -> HttpResponse:
    """Begin to count, or stop and delete what was counted."""
    wished = request.POST.get("counting")
    if wished == "yes":
        counts.decide(True)
        messages.success(request, gettext("From now on it is counted how often each work is played."))
    elif wished == "no":
        counts.decide(False)
        messages.success(request, gettext("Nothing is counted any more, and what was counted is deleted."))
    return redirect("studio-play-counts")
