"""The citation of a work as a file for programs that keep references."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.site.entries import entries
from vitrine.server.site.views.works import cited, found_work

_TYPES = {"bibtex": ("application/x-bibtex", "bib"), "ris": ("application/x-research-info-systems", "ris")}


@require_safe
def cite(request: HttpRequest, style: str, source: str, key: str) -> HttpResponse:  # noqa: ARG001
    """Send the citation of a work in one of the two styles."""
    if style not in _TYPES:
        raise Http404(gettext("There is no such citation."))
    citation = cited(entries([found_work(source, key)])[0])
    type_, suffix = _TYPES[style]
    text = citation.bibtex() if style == "bibtex" else citation.ris()
    headers = {"Content-Disposition": f'attachment; filename="{citation.name}.{suffix}"'}
    return HttpResponse(text, content_type=f"{type_}; charset=utf-8", headers=headers)
