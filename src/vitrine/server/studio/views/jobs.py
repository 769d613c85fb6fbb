"""Jobs: what runs, how far it is, what went wrong, and steering it."""

from collections.abc import Callable

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.studio import access, words
from vitrine.server.studio.pages import frame, paged

_ERRORS = 100
"""Errors that a job's page shows; beyond that nobody reads, and the count says how many there are."""

_STEERING: dict[str, tuple[Callable[[Job], None], tuple[str, ...]]] = {
    "pause": (run.pause, (Job.State.WAITING, Job.State.RUNNING)),
    "resume": (run.resume, (Job.State.PAUSED, Job.State.FAILED)),
    "cancel": (run.cancel, (Job.State.WAITING, Job.State.RUNNING, Job.State.PAUSED, Job.State.FAILED)),
}
"""What a person may ask of a job, and in which states."""


@require_safe
@permission_required(access.SEE_JOBS, raise_exception=True)
def jobs(request: HttpRequest) -> HttpResponse:
    """List the jobs, newest first."""
    listed = paged(request, Job.objects.all())
    listed["jobs"] = [{"job": one, **_facts(one)} for one in listed["page_obj"]]
    return render(request, "studio/jobs.html", {**frame(gettext("Jobs"), "tasks"), **listed})


@require_safe
@permission_required(access.SEE_JOBS, raise_exception=True)
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one job."""
    found = get_object_or_404(Job, pk=pk)
    facts = _facts(found)
    return render(
        request,
        "studio/job.html",
        {
            **frame(facts["name"], "tasks", ("studio-jobs", gettext("Jobs"))),
            **facts,
            "job": found,
            "counted": words.counted(found),
            "silent": words.silent(found),
            "errors": found.errors.all()[:_ERRORS],
            "error_count": found.errors.count(),
            "steering": _steering(found) if request.user.has_perm(access.STEER_JOBS) else [],
        },
    )


@require_safe
@never_cache
@permission_required(access.SEE_JOBS, raise_exception=True)
def progress(request: HttpRequest, pk: int) -> JsonResponse:  # noqa: ARG001
    """Tell a page that is open how far the job is."""
    found = get_object_or_404(Job, pk=pk)
    facts = _facts(found)
    return JsonResponse(
        {"state": found.state, "percent": found.percent, **{k: facts[k] for k in ("progress", "label")}}
    )


@require_POST
@permission_required(access.STEER_JOBS, raise_exception=True)
def steer(request: HttpRequest, pk: int, wish: str) -> HttpResponse:  # noqa: ARG001
    """Pause, resume or cancel a job; a wish that no longer fits its state changes nothing."""
    found = get_object_or_404(Job, pk=pk)
    if wish in _steering(found):
        _STEERING[wish][0](found)
    return redirect("studio-job", pk=pk)


def _facts(found: Job) -> dict[str, str]:
    return {
        "name": words.job_name(found),
        "label": found.get_state_display(),
        "status": words.STATES[Job.State(found.state)],
        "progress": words.progress_words(found),
    }


def _steering(found: Job) -> list[str]:
    fits = [wish for wish, (_, states) in _STEERING.items() if found.state in states]
    return ["resume", *fits] if words.silent(found) else fits
