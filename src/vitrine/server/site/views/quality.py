"""The state of the records, in public: tiers, rights, languages, problems, and what would help most."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from vitrine.server.collection.models import Source
from vitrine.server.collection.report import fixes, report
from vitrine.server.site.charts import charts, fix_lines
from vitrine.server.site.counts import counts

_SECONDS = 60
"""How old the report may be: on a million works it takes a second or two."""

_FIXES = 8
"""Mends that are shown: those that help most."""


@require_safe
def quality(request: HttpRequest) -> HttpResponse:
    """Show the report on all works, or on those of one source."""
    name = request.GET.get("source", "").replace("\0", "")
    source = get_object_or_404(Source, name=name) if name else None
    found = cache.get_or_set(f"site-quality-{source.pk if source else 0}", lambda: _reported(source), _SECONDS)
    return render(
        request,
        "site/quality.html",
        {
            "source": source,
            "counts": counts(),
            "report": found["report"],
            "charts": charts(found["report"]),
            "fixes": fix_lines(found["fixes"]),
        },
    )


def _reported(source: Source | None) -> dict[str, Any]:
    name = source.name if source else None
    return {"report": report(name), "fixes": fixes(name)[:_FIXES]}
