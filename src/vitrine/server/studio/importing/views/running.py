"""The last step: the import itself, and its report."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitrine.server.collection.importing.run import LOCAL_MEDIA
from vitrine.server.collection.media.job import media_job
from vitrine.server.collection.models import RightsChange, Source, Work
from vitrine.server.home import BusyError
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import enqueue
from vitrine.server.site.entries import entries
from vitrine.server.studio import access
from vitrine.server.studio.importing import problems
from vitrine.server.studio.importing.files import path_of
from vitrine.server.studio.importing.models import Draft
from vitrine.server.studio.importing.running import NotStartedError, start, under_way, unfinished
from vitrine.server.studio.importing.views.rehearse import job_facts
from vitrine.server.studio.importing.views.steps import page
from vitrine.server.studio.pages import name_of

_SHOWN = 20
_EXAMPLES = 6


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.IMPORT, raise_exception=True)
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the import or its report, or start it, once."""
    draft = get_object_or_404(Draft, pk=pk)
    context = page(draft, "run")
    if request.method == "POST":
        if not context["fault"]:
            try:
                start(draft, name_of(request.user))
            except NotStartedError as error:
                messages.error(request, str(error))
        return redirect("studio-import-run", pk)
    job = Job.objects.filter(pk=draft.job_id).first() if draft.job_id else None
    context |= job_facts(job)
    if job is None:
        context |= {"other": under_way(draft), "unfinished": unfinished(draft)}
    else:
        context |= _report(job)
    context["there"] = path_of(draft).exists()
    return render(request, "studio/importing/run.html", context)


def _report(job: Job) -> dict[str, object]:
    counts = job.counts
    refused = problems.quarantined_by(job).filter(open=True)
    works = Work.objects.filter(source_id=job.arguments["source"], seen_in=job.pk).select_related("source")[:_EXAMPLES]
    return {
        "counts": counts,
        "refused": refused.defer("raw")[:_SHOWN],
        "waiting": RightsChange.objects.filter(job_id=job.pk, state=RightsChange.State.OPEN).count(),
        "works": entries(works) if job.state != Job.State.WAITING else [],
        "local_media": counts.get(LOCAL_MEDIA, 0),
    }


@require_POST
@permission_required(access.IMPORT, raise_exception=True)
def media(request: HttpRequest, pk: int) -> HttpResponse:
    """Start taking in the media files of an import that is done: those beside the data, and from the web where that was asked for."""
    draft = get_object_or_404(Draft, pk=pk)
    job = get_object_or_404(Job, pk=draft.job_id, state=Job.State.DONE)
    source, path = get_object_or_404(Source, pk=job.arguments["source"]), path_of(draft)
    folder = path if path.is_dir() else path.parent
    archive = path if path.is_file() and path.suffix == ".zip" else None
    try:
        taking = media_job(
            source, fetch=request.POST.get("fetch") == "yes", folder=folder if path.exists() else None, archive=archive
        )
    except BusyError as error:
        messages.error(request, str(error))
        return redirect("studio-import-run", pk)
    if taking.state != Job.State.RUNNING:
        enqueue(taking)
    messages.success(request, gettext("The media files are being taken in."))
    return (
        redirect("studio-job", taking.pk)
        if request.user.has_perm(access.SEE_JOBS)
        else redirect("studio-import-run", pk)
    )


@require_safe
@permission_required(access.IMPORT, raise_exception=True)
def run_problems(request: HttpRequest, pk: int) -> StreamingHttpResponse:  # noqa: ARG001
    """Send the problem rows of the import as a table."""
    draft = get_object_or_404(Draft, pk=pk)
    job = get_object_or_404(Job, pk=draft.job_id)
    return StreamingHttpResponse(
        problems.table(job),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{draft.source}-problems.csv"'},
    )


@require_safe
@permission_required(access.IMPORT, raise_exception=True)
def run_raw(request: HttpRequest, pk: int) -> FileResponse:  # noqa: ARG001
    """Send what is in quarantine as it came, packed."""
    draft = get_object_or_404(Draft, pk=pk)
    job = get_object_or_404(Job, pk=draft.job_id)
    return FileResponse(problems.as_they_came(job), as_attachment=True, filename=f"{draft.source}-quarantine.zip")
