"""The fourth step: the dry run and its report."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from vitrine.formats.repairs import RULES
from vitrine.records.defects import DEFECTS
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import enqueue
from vitrine.server.site.words import tiers
from vitrine.server.site.words.fields import field_name
from vitrine.server.site.words.rights import rights_label
from vitrine.server.studio import access
from vitrine.server.studio.importing.models import Draft
from vitrine.server.studio.importing.rehearsal import problems_of, rehearsal_job
from vitrine.server.studio.importing.views.steps import page
from vitrine.server.studio.words import progress_words, silent


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.IMPORT, raise_exception=True)
def rehearsal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the dry run, or start one."""
    draft = get_object_or_404(Draft, pk=pk)
    context = page(draft, "rehearsal")
    if request.method == "POST":
        if not context["fault"] and draft.job_id is None:
            _start(draft)
        return redirect("studio-import-rehearsal", pk)
    job = Job.objects.filter(pk=draft.rehearsal_id).first() if draft.rehearsal_id else None
    context |= job_facts(job)
    if job is not None and job.state == Job.State.DONE and draft.report:
        context["report"] = _in_words(draft.report)
        context["outdated"] = job.arguments["mapping"] != draft.mapping
        context["problems"] = problems_of(draft).exists()
    return render(request, "studio/importing/rehearsal.html", context)


def job_facts(job: Job | None) -> dict[str, Any]:
    """Return what a page that follows a job needs."""
    if job is None:
        return {"job": None}
    moving = job.state in (Job.State.WAITING, Job.State.RUNNING)
    return {"job": job, "moving": moving, "progress": progress_words(job), "silent": silent(job)}


def _start(draft: Draft) -> None:
    """Start a dry run, unless one with this mapping is under way."""
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        before = Job.objects.filter(pk=locked.rehearsal_id, state__in=(Job.State.WAITING, Job.State.RUNNING)).first()
        if before is not None and before.arguments["mapping"] == locked.mapping and not silent(before):
            return
        job = rehearsal_job(locked)
        Draft.objects.filter(pk=locked.pk).update(rehearsal_id=job.pk, report={})
    enqueue(job)


@require_safe
@permission_required(access.IMPORT, raise_exception=True)
def rehearsal_problems(request: HttpRequest, pk: int) -> FileResponse:  # noqa: ARG001
    """Send the problem rows of the dry run."""
    draft = get_object_or_404(Draft, pk=pk)
    if not problems_of(draft).exists():
        raise Http404
    return FileResponse(
        problems_of(draft).open("rb"),
        as_attachment=True,
        filename=f"{draft.source}-dry-run.csv",
        content_type="text/csv",
    )


def _in_words(report: dict[str, Any]) -> dict[str, Any]:
    counts = report["counts"]
    return {
        "counts": [
            (gettext("Read"), counts["read"]),
            (gettext("New"), counts["new"]),
            (gettext("Changed"), counts["changed"]),
            (gettext("Unchanged"), counts["unchanged"]),
            (gettext("In quarantine"), counts["quarantined"]),
        ],
        "repaired": counts["repaired"],
        "content": [(tier, tiers.CONTENT.get(tier, ""), number) for tier, number in report["content"].items()],
        "metadata": [(tier, tiers.METADATA.get(tier, ""), number) for tier, number in report["metadata"].items()],
        "rights": [(rights_label(name)[0], number) for name, number in report["rights"].items()],
        "repairs": [_noticed(one, RULES) for one in report["noticed"] if one["kind"] == "repair"],
        "defects": [_noticed(one, DEFECTS) for one in report["noticed"] if one["kind"] == "defect"],
        "reasons": report["reasons"],
        "more_reasons": counts["quarantined"] - len(report["reasons"]),
    }


def _noticed(one: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    examples = [
        {"locator": locator, "field": field_name(path) if path else "", "before": before, "after": after}
        for locator, path, before, after in one["examples"]
    ]
    return {"what": gettext(names.get(one["code"], one["code"])), "count": one["count"], "examples": examples}
