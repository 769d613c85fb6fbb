"""Assigning a statement to all the works that a filter chooses, with evidence."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from vitrine.server.collection.deciding.evidence import EvidenceError
from vitrine.server.collection.filters import FilterError, works
from vitrine.server.collection.models import RightsDecision, Source, Work
from vitrine.server.site.words.rights import rights_label
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame
from vitrine.server.studio.rights.deciding import decide
from vitrine.server.studio.rights.forms import AssignForm

_EXAMPLES = 8
"""Works shown of those chosen: enough to see a wrong filter."""


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.DECIDE_RIGHTS, raise_exception=True)
def assign(request: HttpRequest) -> HttpResponse:
    """Show the works that the filter chooses and the form; when it is sent and right, decide."""
    given = request.POST if request.method == "POST" else request.GET
    filter_, name = given.get("filter", "").replace("\0", ""), given.get("source", "").replace("\0", "")
    source = Source.objects.filter(name=name).first()
    context: dict[str, Any] = {
        **frame(gettext("Assign a rights statement"), "key", ("studio-rights", gettext("Rights"))),
        "filter": filter_,
        "source": name,
        "sources": Source.objects.order_by("name"),
    }
    try:
        chosen = works(filter_, source.name if source else None)
    except FilterError as error:
        return render(request, "studio_rights/assign.html", {**context, "fault": str(error)}, status=400)
    number = chosen.count()
    form = (
        AssignForm(request.POST, request.FILES) if "asked" in request.POST else AssignForm(initial={"number": number})
    )
    if form.is_bound and form.is_valid():
        answer = _decided(request, form, filter_, source, number)
        if answer is not None:
            return answer
    if form.is_bound:
        form.data = {**form.data.dict(), "number": number}
    context |= {"form": form, "number": number, "examples": _examples(chosen), "now": _now(chosen, number)}
    return render(request, "studio_rights/assign.html", context, status=400 if form.errors else 200)


def _decided(
    request: HttpRequest, form: AssignForm, filter_: str, source: Source | None, number: int
) -> HttpResponse | None:
    """Decide and go to the decision's page; None where something stands against it, which the form then says."""
    if not number:
        form.add_error(None, gettext("The filter chooses no works: there is nothing to decide about."))
        return None
    if form.cleaned_data["number"] != number:
        form.add_error(
            None,
            gettext("Meanwhile the filter chooses another number of works. Look at them, and send the form once more."),
        )
        return None
    try:
        decision = decide(request, RightsDecision.Kind.SET, filter_, source, form.cleaned_data)
    except EvidenceError as error:
        form.add_error("file", str(error))
        return None
    return redirect("studio-decision", pk=decision.pk)


def _examples(chosen: QuerySet[Work]) -> list[Work]:
    return list(chosen.select_related("source").order_by("pk")[:_EXAMPLES])


def _now(chosen: QuerySet[Work], number: int) -> list[tuple[str, int]]:
    """Return what the works say of their rights now, most first."""
    if not number:
        return []
    counted = chosen.order_by().values_list("profile__rights").annotate(works=Count("pk"))
    return [(rights_label(label)[0], works) for label, works in sorted(counted, key=lambda row: -row[1])]
