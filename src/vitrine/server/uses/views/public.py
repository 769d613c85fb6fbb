"""The public account of the museum's uses of AI, as a page and as JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vitrine.server.museum.models import museum
from vitrine.server.uses.account import account, card_of, done_by, told
from vitrine.server.uses.reading import Reading


@require_safe
def ai(request: HttpRequest) -> HttpResponse:
    """Show every use of AI: whether it runs, what it does, looks at and keeps, who answers for it, how to object."""
    house = museum()
    listed = [
        {"state": one, "reading": Reading(card) if (card := card_of(one)) is not None else None, "done": done_by(one)}
        for one in told()
    ]
    running = sum(1 for one in listed if one["state"].on)
    return render(request, "uses/ai.html", {"uses": listed, "running": running, "house": house})


@require_safe
def ai_json(request: HttpRequest) -> JsonResponse:  # noqa: ARG001  (Django calls it so)
    """Return the same account as data."""
    return JsonResponse(account(), json_dumps_params={"ensure_ascii": False, "indent": 2})
