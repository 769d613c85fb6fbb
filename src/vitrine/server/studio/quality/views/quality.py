"""Quality: how the records are, what would help most, and what has changed."""

import csv
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.collection.models import Source
from vitrine.server.collection.problems import HEADER, problem_rows, safe_cell
from vitrine.server.collection.report import fixes, report
from vitrine.server.site.charts import Chart, charts, fix_lines
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame
from vitrine.server.studio.quality import acting
from vitrine.server.studio.quality.change import differences
from vitrine.server.studio.quality.models import Snapshot, remember

_EARLIER = 50
"""Earlier states to choose from."""


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def quality(request: HttpRequest) -> HttpResponse:
    """Show the report on all works or on those of one source, each count with its works, each mend with its action."""
    name = request.GET.get("source", "").replace("\0", "")
    source = get_object_or_404(Source, name=name) if name else None
    found = report(name or None)
    remember(source, found)
    listed = fixes(name or None)
    lines = zip(fix_lines(listed), listed, strict=True)
    return render(
        request,
        "studio_quality/quality.html",
        {
            **frame(gettext("Quality"), "tick-inverse"),
            "source": name,
            "sources": Source.objects.order_by("name"),
            "report": found,
            "charts": [_with_works(chart, name) for chart in charts(found)],
            "fixes": [
                {"line": line, "action": acting.action(fix, name), "at_most": fix.at_most} for line, fix in lines
            ],
            **_since(request, source, found),
        },
    )


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def problems(request: HttpRequest) -> StreamingHttpResponse:
    """Send every problem as a row of a CSV file, as `vitrine report --problems` writes it."""
    name = request.GET.get("source", "").replace("\0", "")
    source = get_object_or_404(Source, name=name) if name else None
    headers = {"Content-Disposition": 'attachment; filename="problems.csv"'}
    return StreamingHttpResponse(_rows(source), content_type="text/csv; charset=utf-8", headers=headers)


class _Line:
    """What a CSV writer writes to: it gives back each line."""

    def write(self, line: str) -> str:
        return line


def _rows(source: Source | None) -> Iterator[bytes]:
    writer = csv.writer(_Line())
    # The byte-order mark tells spreadsheets that the file is UTF-8.
    yield "\ufeff".encode() + writer.writerow(HEADER).encode()
    for row in problem_rows(source.name if source else None):
        yield writer.writerow([safe_cell(cell) for cell in row]).encode("utf-8", "replace")


def _with_works(chart: Chart, source: str) -> dict[str, Any]:
    of_works = acting.countable() if chart.id in ("problems", "defects") else None
    rows = [
        {
            "row": row,
            "address": acting.works_with(chart.id, row.key, source)
            if of_works is None or (chart.id, row.key) in of_works
            else "",
        }
        for row in chart.rows
    ]
    return {"chart": chart, "rows": rows}


def _since(request: HttpRequest, source: Source | None, found: dict[str, Any]) -> dict[str, Any]:
    """Return the earlier states and, where one is chosen, how it differs from now."""
    earlier = list(Snapshot.objects.filter(source=source).order_by("-id")[1 : _EARLIER + 1])
    asked = request.GET.get("since", "")
    chosen = next((one for one in earlier if str(one.pk) == asked), earlier[0] if earlier else None)
    changed = differences(chosen, found) if chosen else []
    return {"earlier": earlier, "since": chosen, "differences": changed}
