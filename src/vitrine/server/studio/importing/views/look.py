"""The second step: what the file is, and its first records as they will look."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from vitrine.formats import FeedError
from vitrine.server.studio import access
from vitrine.server.studio.importing import looking
from vitrine.server.studio.importing.files import path_of
from vitrine.server.studio.importing.models import Draft
from vitrine.server.studio.importing.views.steps import page

FORMATS = {"csv": "CSV", "json": "JSON", "lido": "LIDO", "edm": "EDM"}


@require_safe
@permission_required(access.IMPORT, raise_exception=True)
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the file was recognised as and its first records."""
    draft = get_object_or_404(Draft, pk=pk)
    context = page(draft, "look")
    if not context["fault"] and path_of(draft).exists():
        context |= records(draft, draft.mapping)
        context["members"] = looking.containers(path_of(draft)) if not context["records_fault"] else []
    context["format"] = FORMATS.get(draft.format, draft.format)
    return render(request, "studio/importing/look.html", context)


def records(draft: Draft, mapping: str) -> dict[str, object]:
    """Return the first records as they read with a mapping, or why they do not."""
    try:
        found = looking.first(path_of(draft), feed=draft.source, format=draft.format, mapping=mapping)
    except FeedError as error:
        return {"records": [], "records_fault": str(error).replace(str(path_of(draft)), draft.name)}
    return {"records": found, "records_fault": ""}
