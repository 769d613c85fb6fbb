"""One suggestion at a time: what is suggested, why, and the person's answer."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf.locale import LANG_INFO
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language_info, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from vitrine.records.text import UNDETERMINED, language_tag
from vitrine.server.collection.models import Source
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.site.entries import entries
from vitrine.server.site.words.texts import language_name
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, name_of
from vitrine.server.suggestions import deciding, words
from vitrine.server.suggestions.jobs import LOOKING, USE, looking_job
from vitrine.server.suggestions.models import Suggestion
from vitrine.server.suggestions.queue import Filter, following, waiting
from vitrine.server.uses.gate import is_on

_STEPS = ("0.5", "0.6", "0.7", "0.8", "0.9", "0.95", "0.99")
"""Confidences to choose between."""

_DIGITS = 19
"""Digits from which on a number is no id of a database."""

_LONGEST_NAME = 80
"""Characters of a language's name."""

_LANGUAGES = 40
"""Languages offered in the filter: those suggested most."""


@require_safe
@never_cache
@permission_required(access.REVIEW, raise_exception=True)
def review(request: HttpRequest) -> HttpResponse:
    """Show the next suggestion that the filter chooses."""
    filter_ = Filter.asked(request.GET)
    found = following(filter_, _id(request.GET.get("after", "")))
    context: dict[str, Any] = {
        **frame(gettext("Review"), "clipboard-list"),
        "asked": filter_,
        "query": _query(filter_),
        "number": waiting(filter_).count(),
        "sources": Source.objects.order_by("name"),
        "languages": _languages(),
        "steps": _STEPS,
        "on": is_on(USE),
        "looking": Job.objects.filter(kind=LOOKING, state__in=Job.UNFINISHED).first(),
        "one": found,
        "last": _last(request),
    }
    if found is not None:
        context |= _shown(found)
    return render(request, "suggestions/review.html", context)


def _last(request: HttpRequest) -> Suggestion | None:
    """Return what this person has just decided, so that it can be taken back."""
    decided = Suggestion.objects.filter(pk=_id(request.GET.get("last", "")), decided_by=name_of(request.user))
    return decided.select_related("work__source").first()


def _id(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < _DIGITS else 0


def _shown(one: Suggestion) -> dict[str, Any]:
    return {
        "entry": entries([one.work])[0],
        "field": words.field(one),
        "language": language_name(one.value),
        "surety": words.surety(one.confidence),
        "share": words.share(one.confidence),
        "reasons": words.reasons(one),
        "others": words.candidates(one)[1:],
    }


@require_POST
@permission_required(access.REVIEW, raise_exception=True)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what the person says to one suggestion, and go on to the next."""
    one = get_object_or_404(Suggestion.objects.select_related("work__source"), pk=pk)
    said = request.POST.get("answer", "")
    filter_ = Filter.asked(request.GET)
    if said == "skip":
        return _go(filter_, after=pk)
    # A candidate's button names its language; the field for another one comes with the button beside it.
    language = said.removeprefix("is-") if said.startswith("is-") else _tag(request.POST.get("language", ""))
    by = name_of(request.user)
    decide: dict[str, Callable[[], None]] = {
        "accept": lambda: deciding.accept(one, by),
        "reject": lambda: deciding.reject(one, by),
    }
    act = decide.get(said, lambda: deciding.correct(one, _tag(language), by))
    if said not in decide and not _tag(language):
        messages.error(request, gettext("This is the name or tag of no language. Nothing was decided."))
        return _go(filter_, after=pk - 1)
    try:
        act()
    except deciding.DecidedError:
        messages.warning(request, _meanwhile(pk))
    return _go(filter_, after=pk, last=pk)


@require_POST
@permission_required(access.REVIEW, raise_exception=True)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one decision back: the suggestion waits again."""
    one = get_object_or_404(Suggestion.objects.select_related("work__source"), pk=pk)
    if one.state in (Suggestion.State.ACCEPTED, Suggestion.State.CORRECTED, Suggestion.State.REJECTED):
        deciding.reopen_all([one])
    return _go(Filter.asked(request.GET), after=pk - 1)


@require_POST
@permission_required(access.REVIEW, raise_exception=True)
def look(request: HttpRequest) -> HttpResponse:
    """Start looking for languages, if the museum uses that."""
    if not is_on(USE):
        messages.error(request, gettext("This use of AI is switched off. Who may, switches it on under AI uses."))
        return redirect("studio-review")
    job = looking_job()
    if job.state in (Job.State.PAUSED, Job.State.FAILED):
        run.resume(job)
    else:
        run.enqueue(job)
    return redirect("studio-job", pk=job.pk)


def _go(filter_: Filter, **more: int) -> HttpResponse:
    return redirect(f"{reverse('studio-review')}?{_query(filter_, **more)}")


def _meanwhile(pk: int) -> str:
    now = Suggestion.objects.get(pk=pk)
    if now.decided_by:
        return gettext("{name} has decided this one meanwhile: {state}.").format(
            name=now.decided_by, state=now.get_state_display()
        )
    return gettext("The text of this suggestion is no longer there; it has left the queue.")


def _tag(said: str) -> str:
    """Return the tag of a language given by its tag, or by its name in English, in itself or in the reader's language;
    blank where it is none."""
    said = said.strip()[:_LONGEST_NAME].replace("\0", "")
    tag = language_tag(said)
    if tag == UNDETERMINED:
        infos = (get_language_info(code) for code in LANG_INFO if "name" in LANG_INFO[code])
        names = ("name", "name_local", "name_translated")
        tag = next((one["code"] for one in infos if said.casefold() in {one[name].casefold() for name in names}), "")
    return tag


def _languages() -> list[tuple[str, str]]:
    tags = Suggestion.objects.filter(state=Suggestion.State.WAITING).order_by().values_list("value", flat=True)
    return sorted(((tag, language_name(tag)) for tag in list(tags.distinct()[:_LANGUAGES])), key=lambda one: one[1])


def _query(filter_: Filter, **more: object) -> str:
    return urlencode({**filter_.plain(), **more})
