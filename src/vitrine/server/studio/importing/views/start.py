"""Where an import begins: a file is uploaded or picked; and the imports that were begun."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from vitrine.server.jobs.models import Job
from vitrine.server.options import home
from vitrine.server.studio import access
from vitrine.server.studio.importing import drafting, files
from vitrine.server.studio.importing.forms import BeginForm
from vitrine.server.studio.importing.models import Draft
from vitrine.server.studio.pages import frame, name_of, paged

_AROUND = 1_000_000
"""Bytes of a form around its file."""


# The size is looked at before anything of the body is: the check of the token would read all of it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.IMPORT, raise_exception=True)
def start(request: HttpRequest) -> HttpResponse:
    """List what was begun; take a file."""
    if request.method == "POST" and _length(request) > files.largest_upload() + _AROUND:
        request.upload_handlers = []
        return _page(request, BeginForm(), too_large(), status=413)
    request.upload_handlers = [TemporaryFileUploadHandler(request)]
    return _start(request)


@csrf_protect
def _start(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        files.tidy()
        return _page(request, BeginForm(), "")
    form = BeginForm(request.POST)
    fault = _fault(request)
    if not form.is_valid() or fault:
        return _page(request, form, fault, status=422)
    draft = _taken(request, form.source)
    drafting.recognise(draft)
    return redirect("studio-import-look", draft.pk)


def too_large() -> str:
    """Say that a file is too large and what to do."""
    return gettext(
        "The file is larger than {size}, the most that can be uploaded here. Pack it as .zip or .gz, or have it laid into the"
        " folder imports on the server and pick it there."
    ).format(size=filesizeformat(files.largest_upload()))


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _fault(request: HttpRequest) -> str:
    """Return what is wrong with the file that was sent or picked, blank for nothing."""
    picked, upload = request.POST.get("picked", ""), request.FILES.get("file")
    if upload is None and not picked:
        return gettext("Choose a file to upload, or pick one that lies on the server.")
    if upload is not None:
        if not upload.size:
            return gettext("The file {name} is empty. Export it again.").format(name=upload.name)
        return too_large() if upload.size > files.largest_upload() else ""
    # Only what was offered can be picked: no path of anybody's own.
    if picked not in {one.name for one in files.offered()}:
        return gettext("This file no longer lies on the server. Load the page again.")
    return ""


def _taken(request: HttpRequest, source: str) -> Draft:
    upload = request.FILES.get("file")
    by = name_of(request.user)
    if upload is None:
        picked = next(one for one in files.offered() if one.name == request.POST["picked"])
        return Draft.objects.create(
            name=picked.name[:255], path=f"imports/{picked.name}", uploaded=False, size=picked.size or 0, source=source, by=by
        )  # fmt: skip
    name = files.safe_name(upload.name or "")
    with transaction.atomic():
        draft = Draft.objects.create(name=name, path="", uploaded=True, size=upload.size, source=source, by=by)
        draft.path = f"drafts/{draft.pk}/{name}"
        files.take(draft, upload)
        draft.save(update_fields=["path"])
    return draft


def _page(request: HttpRequest, form: BeginForm, fault: str, status: int = 200) -> HttpResponse:
    listed = paged(request, Draft.objects.defer("mapping", "written", "columns", "report", "choices"))
    jobs = {job.pk: job for job in Job.objects.filter(pk__in=[one.job_id for one in listed["page_obj"] if one.job_id])}
    context: dict[str, Any] = {
        "drafts": [{"draft": one, "job": jobs.get(one.job_id or 0)} for one in listed["page_obj"]],
        "form": form,
        "fault": fault,
        "offered": files.offered(),
        "folder": home() / "imports",
        "largest": files.largest_upload(),
    }
    return render(
        request,
        "studio/importing/start.html",
        {**frame(gettext("Import"), "upload"), **listed, **context},
        status=status,
    )


@require_POST
@permission_required(access.IMPORT, raise_exception=True)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Discard a draft with its file; of one whose import was started only the file goes, and not while it is needed."""
    draft = get_object_or_404(Draft, pk=pk)
    job = Job.objects.filter(pk=draft.job_id).first() if draft.job_id else None
    if job is not None and job.state in Job.UNFINISHED:
        messages.error(request, gettext("The import is not finished: it needs its file. Cancel the import first."))
        return redirect("studio-import-run", pk)
    files.clear(draft)
    if draft.job_id:
        messages.success(
            request, gettext("The uploaded file was removed. Every record's bytes are kept with its work.")
        )
        return redirect("studio-import-run", pk)
    draft.delete()
    messages.success(request, gettext("The draft was discarded. Nothing of it was imported."))
    return redirect("studio-import")
