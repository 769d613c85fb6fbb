"""The museum's settings, and the works chosen for the first page."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from vitrine.server.museum.models import ONLY, Museum, museum
from vitrine.server.museum.studio.forms import ChosenForm, MuseumForm
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame


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
    return _shown(request, form, gettext("Museum"))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.CHOOSE_WORKS, raise_exception=True)
def choose(request: HttpRequest) -> HttpResponse:
    """Show the works of the first page; take others over when they are there."""
    row = museum()
    initial = {"chosen": "\n".join(row.chosen), "edition": row.edition}
    form = ChosenForm(request.POST) if request.method == "POST" else ChosenForm(initial=initial)
    if form.is_bound and form.is_valid() and _saved(form, {"chosen": form.cleaned_data["chosen"]}):
        messages.success(request, gettext("The works are chosen."))
        return redirect("studio-chosen")
    return _shown(request, form, gettext("Works of the first page"))


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


def _shown(request: HttpRequest, form: forms.BaseForm, title: str) -> HttpResponse:
    context = {**frame(title, "home"), "form": form}
    return render(request, "museum/settings.html", context, status=400 if form.errors else 200)
