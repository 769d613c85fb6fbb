"""Challenges in the studio: all of them, one, its figures; made, changed, put in order, tried, deleted."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import F
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitrine.server.poses import ready
from vitrine.server.poses.experience import USE
from vitrine.server.poses.forms import ChallengeForm, FiguresForm
from vitrine.server.poses.models import Challenge
from vitrine.server.poses.playing import Played, of_works, played
from vitrine.server.search.finding import find
from vitrine.server.search.query import query_of
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, name_of, paged
from vitrine.server.uses.gate import is_on

_FOUND = 60
"""Works among which figures are looked for, of those that the words find."""

_ICON = "pick"


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def challenges(request: HttpRequest) -> HttpResponse:
    """Show the museum's own challenges and the ready-made ones."""
    own = paged(request, Challenge.objects.order_by("-pk"))
    context = {
        **frame(gettext("Strike a Pose"), _ICON),
        **own,
        "ready": [(one, len(played(one))) for one in ready.ready_made()],
        "on": is_on(USE),
    }
    return render(request, "poses/studio/challenges.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def new(request: HttpRequest) -> HttpResponse:
    """Make a challenge."""
    form = ChallengeForm(request.POST) if request.method == "POST" else ChallengeForm()
    if form.is_bound and form.is_valid():
        made = Challenge.objects.create(**form.fill(), by=name_of(request.user)[:200])
        messages.success(request, gettext("The challenge is made. Now add works."))
        return redirect("studio-pose-challenge", made.pk)
    context = {**frame(gettext("New challenge"), _ICON, _above()), "form": form}
    return render(request, "poses/studio/challenge.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def challenge(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a challenge with its figures; save its settings."""
    row = get_object_or_404(Challenge, pk=pk)
    form = ChallengeForm(request.POST, instance=row) if request.method == "POST" else ChallengeForm(instance=row)
    if form.is_bound and form.is_valid() and _saved(row, form, form.fill(), request):
        messages.success(request, gettext("The challenge is saved."))
        return redirect("studio-pose-challenge", pk)
    return _show(request, get_object_or_404(Challenge, pk=pk), form, [], 400 if form.errors else 200)


@require_POST
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a figure to a challenge, take one out, or move one."""
    row = get_object_or_404(Challenge, pk=pk)
    asked = [request.POST["add"]] if request.POST.get("add") else []
    playable = {one.identifier for one in played(Challenge(pk=pk, figures=asked, part=row.part))}
    form = FiguresForm(request.POST, figures=[str(one) for one in row.figures], playable=playable)
    if form.is_valid() and _saved(row, form, {"figures": form.figures()}, request):
        return redirect(f"{reverse('studio-pose-challenge', args=[pk])}?{query_of(request.GET).encoded()}#works")
    faults = [fault for faults in form.errors.values() for fault in faults]
    return _show(request, row, ChallengeForm(instance=row), faults, 400)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether a challenge is to be deleted, and delete it. The works and their figures stay."""
    row = get_object_or_404(Challenge, pk=pk)
    if request.method == "POST":
        row.delete()
        messages.success(request, gettext("The challenge is deleted. The works and their figures are still there."))
        return redirect("studio-poses")
    context = {**frame(gettext("Delete the challenge"), _ICON, _above()), "challenge": row}
    return render(request, "poses/studio/delete.html", context)


def _show(request: HttpRequest, row: Challenge, form: ChallengeForm, faults: list[str], status: int) -> HttpResponse:
    shown = {one.identifier: one for one in played(row)}
    query = query_of(request.GET)
    context = {
        **frame(row.title, _ICON, _above()),
        "challenge": row,
        "form": form,
        "faults": faults,
        "figures": [(name, shown.get(name)) for name in row.figures],
        "query": query,
        "found": [one for one in _found(request, row) if one.identifier not in row.figures],
        "on": is_on(USE),
    }
    return render(request, "poses/studio/challenge.html", context, status=status)


def _found(request: HttpRequest, row: Challenge) -> list[Played]:
    """Return figures that can be added: of the works that are looked for, else of those that come first."""
    query = query_of(request.GET)
    if not query.words:
        return played(Challenge(part=row.part))
    return of_works(find(query.with_(image=True), 0, _FOUND).ids, row.part)


def _saved(row: Challenge, form: Form | ChallengeForm, written: dict[str, Any], request: HttpRequest) -> bool:
    """Write what was given, unless somebody changed the challenge since the form was opened: the form then says so."""
    same = Challenge.objects.filter(pk=row.pk, edition=form.cleaned_data["edition"])
    if same.update(edition=F("edition") + 1, by=name_of(request.user)[:200], at=timezone.now(), **written):
        return True
    form.add_error(
        None,
        gettext(
            "Meanwhile somebody else has changed this challenge. Nothing of yours is lost: it stands below. Open this page in a"
            " second window, bring both together there, and save."
        ),
    )
    return False


def _above() -> tuple[str, str]:
    return "studio-poses", gettext("Strike a Pose")
