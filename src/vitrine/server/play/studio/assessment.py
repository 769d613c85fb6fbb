"""The museum's answer about the data-protection impact assessment of each camera game, and the text to begin it with."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from vitrine.server.museum.models import museum
from vitrine.server.play import assessing
from vitrine.server.play.assessment_text import text
from vitrine.server.play.models import Assessment, Tally
from vitrine.server.play.studio.forms import AnswerForm
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, name_of

_ICON = "clipboard-list"
_NEWEST = 20
_FORMS = ("html", "txt")


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def assessment(request: HttpRequest) -> HttpResponse:
    """Show how the assessment of each game stands, the text to begin with, and what was answered before."""
    return _page(request, {})


@require_POST
@permission_required(access.EDIT_MUSEUM, raise_exception=True)
def answer(request: HttpRequest, game: str) -> HttpResponse:
    """Write the museum's answer down, or open the question again."""
    if game not in Tally.Game.values:
        raise Http404
    by = name_of(request.user)[:200]
    if request.POST.get("outcome") == Assessment.Outcome.OPEN:
        assessing.answer(game, assessing.Answer(Assessment.Outcome.OPEN), by)
        messages.success(request, gettext("The question is open again: the kiosks of this game are closed."))
        return redirect("studio-assessment")
    form = AnswerForm(request.POST, prefix=game)
    if not form.is_valid():
        return _page(request, {game: form})
    assessing.answer(game, assessing.Answer(**form.cleaned_data), by)
    messages.success(request, gettext("It is written down. Kiosks of this game may open."))
    return redirect("studio-assessment")


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def download(request: HttpRequest, game: str, form: str) -> HttpResponse:
    """Hand over the text to begin an assessment with, as HTML or as plain text."""
    if game not in Tally.Game.values or form not in _FORMS:
        raise Http404
    name = Tally.Game(game).label
    shown = {
        "title": gettext("Data-protection impact assessment: {game}").format(game=name),
        "note": gettext("Written by the program from what it does. A text to begin with, no legal advice."),
        "museum": museum(),
        "today": timezone.localdate(),
        "parts": text(game, museum()),
    }
    if form == "html":
        answer = render(request, "play/studio/assessment_text.html", shown)
    else:
        answer = HttpResponse(_plain(shown), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="assessment-{game}.{form}"'
    return answer


def _plain(shown: dict[str, Any]) -> str:
    lines = [shown["title"], f"{shown['museum']}, {date_format(shown['today'], 'DATE_FORMAT')}", shown["note"]]
    for part in shown["parts"]:
        lines += ["", part.title.upper(), *part.paragraphs]
    return "\n\n".join(lines) + "\n"


def _page(request: HttpRequest, faulty: dict[str, AnswerForm]) -> HttpResponse:
    games = [
        {
            "game": game,
            "name": name,
            "standing": assessing.standing(game),
            "answered": assessing.answered(game),
            "form": faulty.get(game) or AnswerForm(prefix=game, initial=_proposed()),
            "faulty": game in faulty,
        }
        for game, name in Tally.Game.choices
    ]
    title = gettext("Impact assessment")
    shown: dict[str, Any] = {
        **frame(title, _ICON, ("studio-play", gettext("Play"))),
        "games": games,
        "before": Assessment.objects.all()[:_NEWEST],
    }
    return render(request, "play/studio/assessment.html", shown, status=400 if faulty else 200)


def _proposed() -> dict[str, Any]:
    return {"date": timezone.localdate(), "answerable": museum().responsible_data}
