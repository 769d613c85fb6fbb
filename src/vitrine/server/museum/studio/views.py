"""The museum's settings, and the works chosen for the first page."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from vitrine.server.collection.models import Work
from vitrine.server.museum.models import ONLY, Museum, museum
from vitrine.server.museum.studio.forms import ChosenForm, MuseumForm
from vitrine.server.search.finding import find
from vitrine.server.search.query import Query, query_of
from vitrine.server.site.entries import Entry, entries, works_named
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame

_FOUND = 12
"""Works shown of those that are looked for."""


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.EDIT_MUSEUM, raise_exception=True)
def edit(request: HttpRequest) -> HttpResponse:
    """Show the settings; take them over when they are right."""
    row = museum()
    form = (
        MuseumForm(request.POST, request.FILES, instance=row) if request.method == "POST" else MuseumForm(instance=row)
    )
    if form.is_bound and form.is_valid() and _saved(form, form.fill()):
        messages.success(request, gettext("The settings are saved."))
        return redirect("studio-museum")
    context = {**frame(gettext("Museum"), "home"), "form": form}
    return render(request, "museum/settings.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.CHOOSE_WORKS, raise_exception=True)
def choose(request: HttpRequest) -> HttpResponse:
    """Show the works of the first page and those that are looked for; add one, take one out, put one earlier."""
    row = museum()
    query = query_of(request.GET)
    form = ChosenForm(request.POST, chosen=row.chosen) if request.method == "POST" else None
    if form is not None and form.is_valid() and _saved(form, {"chosen": form.chosen()}):
        return redirect(f"{reverse('studio-chosen')}?{query.encoded()}")
    context = {
        **frame(gettext("Works of the first page"), "pick"),
        "faults": [fault for faults in form.errors.values() for fault in faults] if form else [],
        "edition": row.edition,
        "chosen": entries(works_named(row.chosen)),
        "query": query,
        "found": [one for one in _found(query) if one.work.identifier not in row.chosen],
    }
    return render(request, "museum/chosen.html", context, status=400 if form is not None else 200)


def _found(query: Query) -> list[Entry]:
    """Return some works that are looked for, those alone that can stand on the first page."""
    if not query.words:
        return []
    ids = find(query.with_(image=True), 0, _FOUND).ids
    works = Work.objects.select_related("source").in_bulk(ids)
    return [one for one in entries(works[pk] for pk in ids if pk in works) if one.shown_at_once]


def _saved(form: forms.BaseForm, written: dict[str, Any]) -> bool:
    """Write what was given, unless somebody changed the settings since the form was opened: the form then says so."""
    with transaction.atomic():
        Museum.objects.get_or_create(pk=ONLY)
        same = Museum.objects.filter(pk=ONLY, edition=form.cleaned_data["edition"])
        if same.update(edition=F("edition") + 1, **written):
            return True
    form.add_error(
        None,
        gettext(
            "Meanwhile somebody else has changed these settings. Nothing of yours is lost: it stands below. Open"
            " this page in a second window, bring both together there, and save."
        ),
    )
    return False
