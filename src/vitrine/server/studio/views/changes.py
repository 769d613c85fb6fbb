"""Changes of rights that wait for a decision."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.collection.deciding.waiting import waiting
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, paged


@require_safe
@permission_required(access.SEE_CHANGES, raise_exception=True)
def changes(request: HttpRequest) -> HttpResponse:
    """List the waiting changes, alike ones together, those that concern most works first."""
    return render(
        request, "studio/changes.html", {**frame(gettext("Changes of rights"), "key"), **paged(request, waiting())}
    )
