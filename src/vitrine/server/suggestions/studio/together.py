"""Accepting many suggestions together, the rounds in which that was done, and taking one back."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from vitrine.server.jobs import run
from vitrine.server.site.words.texts import language_name
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, name_of
from vitrine.server.suggestions import words
from vitrine.server.suggestions.jobs import accepting_job, reopening_job
from vitrine.server.suggestions.models import Round
from vitrine.server.suggestions.queue import Filter, waiting

_SAMPLE = 12
"""Suggestions shown of those that would be accepted, chosen at random."""


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.REVIEW, raise_exception=True)
def together(request: HttpRequest) -> HttpResponse:
    """Show a sample of what the filter chooses; on confirmation of their number, accept them all."""
    filter_ = Filter.asked(request.GET)
    number = waiting(filter_).count()
    if request.method == "POST" and request.POST.get("number") == str(number) and number:
        job = accepting_job(filter_, name_of(request.user))
        run.enqueue(job)
        return redirect("studio-job", pk=job.pk)
    if request.method == "POST":
        messages.warning(request, gettext("Meanwhile another number of suggestions waits. Look at them once more."))
    sample = waiting(filter_).select_related("work__source").order_by("?")[:_SAMPLE] if number else []
    trail = (("studio-review", gettext("Review")),)
    return render(
        request,
        "suggestions/together.html",
        {
            **frame(gettext("Accept many together"), "clipboard-list", *trail),
            "query": request.GET.urlencode(),
            "number": number,
            "sample": [
                {"one": one, "language": language_name(one.value), "share": words.share(one.confidence)}
                for one in sample
            ],
            "rounds": Round.objects.all()[:50],
        },
    )


@require_POST
@permission_required(access.REVIEW, raise_exception=True)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a round back: its suggestions wait again."""
    job = reopening_job(get_object_or_404(Round, pk=pk), name_of(request.user))
    if job is None:
        messages.warning(request, gettext("This round was taken back already."))
        return redirect("studio-review-together")
    run.enqueue(job)
    return redirect("studio-job", pk=job.pk)
