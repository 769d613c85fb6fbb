"""Changes of rights that wait for a decision: listed, accepted, or answered with the former rights."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from vitrine.server.collection.deciding.evidence import EvidenceError
from vitrine.server.collection.deciding.waiting import waiting
from vitrine.server.collection.models import Evidence, RightsDecision
from vitrine.server.studio import access, words
from vitrine.server.studio.pages import frame, paged
from vitrine.server.studio.rights.deciding import decide
from vitrine.server.studio.rights.forms import EvidenceForm

_KINDS = {"accept": RightsDecision.Kind.ACCEPT, "keep": RightsDecision.Kind.KEEP}


@require_safe
@permission_required(access.SEE_CHANGES, raise_exception=True)
def changes(request: HttpRequest) -> HttpResponse:
    """List the waiting changes, alike ones together, those that concern most works first."""
    listed = paged(request, waiting())
    listed["changes"] = [_in_words(change) for change in listed["page_obj"]]
    return render(request, "studio_rights/changes.html", {**frame(gettext("Changes of rights"), "key"), **listed})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.DECIDE_RIGHTS, raise_exception=True)
def settle(request: HttpRequest, alike: str) -> HttpResponse:
    """Decide about all changes that are alike: take over what the source says, or keep the former rights."""
    sent = request.POST.get("asked", "")
    form = EvidenceForm(request.POST, request.FILES) if request.method == "POST" else EvidenceForm()
    kind = _KINDS.get(request.POST.get("decision", ""))
    if form.is_bound and kind is None:
        form.add_error(None, gettext("Choose whether the source's new rights or the former ones hold."))
    if form.is_bound and form.is_valid() and kind is not None:
        try:
            decision = decide(request, kind, f"change={alike}", None, form.cleaned_data)
        except EvidenceError as error:
            form.add_error("file", str(error))
        else:
            return redirect("studio-decision", pk=decision.pk)
    change = next((one for one in waiting() if one["alike"] == alike), None)
    if change is None:
        known = Evidence.objects.filter(asked=sent).first() if form.is_bound and form.is_valid() else None
        return redirect("studio-decision", pk=known.decision_id) if known else redirect("studio-changes")
    return render(
        request,
        "studio_rights/settle.html",
        {
            **frame(
                gettext("Decide about a change of rights"), "key", ("studio-changes", gettext("Changes of rights"))
            ),
            "form": form,
            "change": _in_words(change),
        },
        status=400 if form.errors else 200,
    )


def _in_words(change: dict[str, Any]) -> dict[str, Any]:
    """Return a change with its statements by their names, and the address of its example."""
    source, _, key = change["example"].partition(":")
    return {
        **change,
        "before": words.statements(change["before"]),
        "after": words.statements(change["after"]),
        "address": reverse("work", args=[source, key]),
    }
