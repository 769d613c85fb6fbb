"""The jobs: looking for languages, accepting many suggestions, and taking that back."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from vitrine.language import Prior
from vitrine.server.collection.filters import works
from vitrine.server.collection.models import Work
from vitrine.server.collection.showing import BATCH, current_versions, shown_records
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.suggestions import queue
from vitrine.server.suggestions.deciding import accept_all, reopen_all
from vitrine.server.suggestions.finding import KIND, prior_of, suggested, unnamed
from vitrine.server.suggestions.models import Round, Suggestion
from vitrine.server.uses.gate import allowed, require

USE = "language-suggestions"
"""The use of AI that this is, by its card."""

LOOKING, ACCEPTING, REOPENING = "languages", "accept", "reopen"
"""The kinds of job."""


def looking_job() -> Job:
    """Return the job that looks for the languages of all texts that have none, the unfinished one where there is one."""
    unfinished = Job.objects.filter(kind=LOOKING, state__in=Job.UNFINISHED).first()
    return unfinished or Job.objects.create(kind=LOOKING, subject="all", total=_without_language().count())


@run.kind(LOOKING)
def look(work: run.Work) -> None:
    """Suggest languages, a batch of works at a time in the order of their ids. A text is looked at once: what was decided
    about it stays decided. What the rights gate does not allow is counted and left alone."""
    require(USE)
    counts = {name: work.job.counts.get(name, 0) for name in ("suggested", "silent", "refused")}
    priors: dict[int, Prior] = {}
    done, after = work.job.done, work.job.cursor.get("after", 0)
    while batch := list(_without_language().filter(pk__gt=after).select_related("source").order_by("pk")[:BATCH]):
        with transaction.atomic():
            _look_at(batch, priors, counts, work.job.pk)
            after, done = batch[-1].pk, done + len(batch)
            work.save({"after": after}, done=done, **counts)
        work.breathe()


def _look_at(batch: list[Work], priors: dict[int, Prior], counts: dict[str, int], job_id: int) -> None:
    known = set(Suggestion.objects.filter(work__in=batch, kind=KIND).values_list("work", "path"))
    new: list[Suggestion] = []
    for one, shown in zip(batch, shown_records(current_versions(batch)), strict=True):
        texts = [text for text in unnamed(shown.record) if (one.pk, text.path) not in known]
        if texts and allowed(USE, shown.record).outcome != "allowed":
            counts["refused"] += 1
            continue
        if one.source_id not in priors:
            priors[one.source_id] = prior_of(one.source)
        for text in texts:
            found = suggested(one, text, priors[one.source_id], job_id)
            counts["silent" if found is None else "suggested"] += 1
            if found is not None:
                new.append(found)
    Suggestion.objects.bulk_create(new)


def _without_language() -> Any:
    return works("language=und")


@transaction.atomic
def accepting_job(filter_: queue.Filter, by: str) -> Job:
    """Return the job that accepts every waiting suggestion that `filter_` chooses, as one round in the name of `by`."""
    round_ = Round.objects.create(by=by, filter=filter_.plain())
    total = queue.waiting(filter_).count()
    return Job.objects.create(kind=ACCEPTING, subject=f"round {round_.pk}", arguments={"round": round_.pk}, total=total)


@run.kind(ACCEPTING)
def accept(work: run.Work) -> None:
    """Accept a round, a batch of suggestions at a time; only what was there when it began."""
    round_ = Round.objects.get(pk=work.job.arguments["round"])
    chosen = queue.waiting(queue.Filter.of(round_.filter)).filter(made__lte=round_.at)
    done, after = work.job.done, work.job.cursor.get("after", 0)
    while batch := list(chosen.filter(pk__gt=after).order_by("pk")[:BATCH]):
        with transaction.atomic():
            round_.suggestions += accept_all(batch, round_.by, round_)
            round_.save(update_fields=["suggestions"])
            after, done = batch[-1].pk, done + len(batch)
            work.save({"after": after}, done=done, accepted=round_.suggestions)
        work.breathe()


@transaction.atomic
def reopening_job(round_: Round, by: str) -> Job | None:
    """Return the job that takes a round back: its suggestions wait again. None where that was done already."""
    if not Round.objects.filter(pk=round_.pk, undone_at=None).update(undone_at=timezone.now(), undone_by=by):
        return None
    for running in Job.objects.filter(kind=ACCEPTING, subject=f"round {round_.pk}", state__in=Job.UNFINISHED):
        run.cancel(running)
    total = round_.accepted.count()
    return Job.objects.create(kind=REOPENING, subject=f"round {round_.pk}", arguments={"round": round_.pk}, total=total)


@run.kind(REOPENING)
def reopen(work: run.Work) -> None:
    """Take a round back, a batch of suggestions at a time."""
    done = work.job.done
    while batch := list(Suggestion.objects.filter(round=work.job.arguments["round"]).order_by("pk")[:BATCH]):
        with transaction.atomic():
            reopen_all(batch)
            done += len(batch)
            work.save({}, done=done)
        work.breathe()
