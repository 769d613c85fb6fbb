"""The decision log: all of it, one decision, its file, and taking it back."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from vitrine.server.collection.deciding.evidence import path_of
from vitrine.server.collection.deciding.jobs import undo_job
from vitrine.server.collection.deciding.log import subject_of
from vitrine.server.collection.models import Evidence, RightsDecision
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.site.words.rights import statement_name
from vitrine.server.studio import access, words
from vitrine.server.studio.pages import frame, name_of, paged


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def decisions(request: HttpRequest) -> HttpResponse:
    """List the decisions, newest first."""
    listed = paged(request, RightsDecision.objects.select_related("source", "further_evidence"))
    listed["decisions"] = [{"decision": one, "statement": statement_name(one.uri)} for one in listed["page_obj"]]
    return render(request, "studio_rights/decisions.html", {**frame(gettext("Rights"), "key"), **listed})


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one decision: what, why, by whom, how far it is, and what became of it."""
    found = get_object_or_404(RightsDecision.objects.select_related("source"), pk=pk)
    jobs = Job.objects.filter(subject=subject_of(pk))
    running = jobs.first()
    return render(
        request,
        "studio_rights/decision.html",
        {
            **frame(_title(found), "key", ("studio-rights", gettext("Rights"))),
            "decision": found,
            "statement": statement_name(found.uri),
            "evidence": Evidence.objects.filter(decision=found).first(),
            "job": running,
            "progress": words.progress_words(running) if running else "",
            "works_query": urlencode({"filter": f"decision={pk}"}),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.DECIDE_RIGHTS, raise_exception=True)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and then take the decision back."""
    found = get_object_or_404(RightsDecision, pk=pk)
    if request.method == "POST":
        job = undo_job(found, name_of(request.user))
        if job is None:
            messages.warning(request, gettext("This decision was taken back already."))
        else:
            run.enqueue(job)
        return redirect("studio-decision", pk=pk)
    trail = (("studio-rights", gettext("Rights")),)
    return render(
        request,
        "studio_rights/undo.html",
        {**frame(gettext("Take a decision back"), "undo", *trail), "decision": found, "name": _title(found)},
    )


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def evidence_file(request: HttpRequest, pk: int) -> HttpResponseBase:  # noqa: ARG001
    """Send the file that stands behind a decision, as a download that no browser opens."""
    evidence = get_object_or_404(Evidence.objects.exclude(checksum=""), decision=pk)
    try:
        file = path_of(evidence.checksum).open("rb")
    except FileNotFoundError as error:
        raise Http404(gettext("The file is no longer in the evidence folder of this home.")) from error
    return FileResponse(
        file,
        as_attachment=True,
        filename=evidence.name,
        content_type="application/octet-stream",
        headers={"Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "private, no-store"},
    )


def _title(found: RightsDecision) -> str:
    return gettext("Decision {number}").format(number=found.pk)
