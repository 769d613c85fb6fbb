"""Changes of rights that wait for a decision."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.collection.deciding.waiting import waiting
from vitrine.server.studio import access, words
from vitrine.server.studio.pages import frame, paged


@require_safe
@permission_required(access.SEE_CHANGES, raise_exception=True)
def changes(request: HttpRequest) -> HttpResponse:
    """List the waiting changes, alike ones together, those that concern most works first."""
    listed = paged(request, waiting())
    listed["changes"] = [_in_words(change) for change in listed["page_obj"]]
    return render(request, "studio/changes.html", {**frame(gettext("Changes of rights"), "key"), **listed})


def _in_words(change: dict[str, Any]) -> dict[str, Any]:
    """Return a change with its statements by their names, and the address of its example."""
    source, _, key = change["example"].partition(":")
    return {
        **change,
        "before": words.statements(change["before"]),
        "after": words.statements(change["after"]),
        "address": reverse("work", args=[source, key]),
    }
