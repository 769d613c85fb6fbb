"""The uses of AI in the studio: how each stands, its card to read and confirm, its switch and its log."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from vitrine.server.museum.models import museum
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, paged
from vitrine.server.uses.account import card_of
from vitrine.server.uses.models import Switch
from vitrine.server.uses.reading import Reading
from vitrine.server.uses.state import State, state, states
from vitrine.server.uses.switching import RefusedError, switch_off, switch_on

_ICON = "cogs"


class Confirmation(forms.Form):
    """What a person confirms who switches a use on."""

    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    responsible = forms.CharField(
        max_length=200,
        label=gettext_lazy("Who answers for this use"),
        help_text=gettext_lazy("A name or an office. It is shown on the public page about AI."),
    )
    note = forms.CharField(
        max_length=2000,
        required=False,
        label=gettext_lazy("Note for the log"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    read = forms.BooleanField(
        label=gettext_lazy("I have read the card, and it says what this museum wants to do"),
        error_messages={"required": gettext_lazy("Tick this when you have read the card above.")},
    )
    named = forms.BooleanField(
        label=gettext_lazy("The person or office named above knows and agrees"),
        error_messages={"required": gettext_lazy("Ask first, then tick this.")},
    )


class Off(forms.Form):
    """What may be said when a use is switched off."""

    note = forms.CharField(max_length=2000, required=False)


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def overview(request: HttpRequest) -> HttpResponse:
    """List the uses that are installed or once were."""
    listed = [{"state": one, "reading": _reading(one)} for one in states()]
    return render(request, "uses/studio/uses.html", {**frame(gettext("AI uses"), _ICON), "uses": listed})


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def use(request: HttpRequest, identifier: str) -> HttpResponse:
    """Show one use: its card, what is wrong, its switch and its log."""
    return _page(request, _known(identifier), None)


@require_POST
@permission_required(access.SWITCH_USES, raise_exception=True)
def on(request: HttpRequest, identifier: str) -> HttpResponse:
    """Switch a use on, its card confirmed; what is missing is said and nothing that was typed is lost."""
    found = _known(identifier)
    form = Confirmation(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            switch_on(
                found.identifier,
                digest=said["digest"],
                responsible=said["responsible"],
                user=request.user,
                note=said["note"],
            )
        except RefusedError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("It is on. The public page about AI says so."))
            return redirect("studio-ai-use", identifier)
    return _page(request, found, form)


@require_POST
@permission_required(access.SWITCH_USES, raise_exception=True)
def off(request: HttpRequest, identifier: str) -> HttpResponse:
    """Switch a use off, at once and without a question."""
    found = _known(identifier)
    form = Off(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    if switch_off(found.identifier, user=request.user, note=note) is None:
        messages.info(request, gettext("It was off already."))
    else:
        messages.success(request, gettext("It is off."))
    return redirect("studio-ai-use", identifier)


def _known(identifier: str) -> State:
    """Return how a use stands that is installed or has a log."""
    found = state(identifier)
    if found.use is None and found.newest is None:
        raise Http404
    return found


def _reading(one: State) -> Reading | None:
    card = card_of(one)
    return Reading(card) if card is not None else None


def _page(request: HttpRequest, found: State, form: Confirmation | None) -> HttpResponse:
    reading = _reading(found)
    title = reading.title.value if reading is not None else found.identifier
    may = request.user.has_perm(access.SWITCH_USES)
    shown: dict[str, Any] = {
        **frame(title, _ICON, ("studio-ai-uses", gettext("AI uses"))),
        **paged(request, Switch.objects.filter(use=found.identifier)),
        "state": found,
        "reading": reading,
        "may": may,
        "form": _asking(found, form) if may and reading is not None and not found.obstacles else None,
    }
    return render(request, "uses/studio/use.html", shown, status=400 if form is not None else 200)


def _asking(found: State, form: Confirmation | None) -> Confirmation | None:
    """Return the form that switches a use on, with the card's digest as it is now; none where it is on."""
    card = card_of(found)
    if found.on or card is None:
        return None
    if form is None:
        before = found.newest.responsible if found.newest is not None else ""
        return Confirmation(initial={"digest": card.digest, "responsible": before or museum().responsible_ai})
    # The card on the page is the one of now: whoever read another has to say again that it was read.
    form.data = form.data.copy()
    if form.data.get("digest") != card.digest:
        form.data["digest"] = card.digest
        form.data.pop("read", None)
    return form
