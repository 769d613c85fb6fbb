"""What jobs are called and how far they are, in words."""

from datetime import timedelta

from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, ngettext

from vitrine.server.collection.deciding.log import KIND as DECISION
from vitrine.server.collection.deciding.log import UNDO
from vitrine.server.jobs.models import Job
from vitrine.server.site.words.numbers import count
from vitrine.server.site.words.rights import statement_name

_KINDS = {
    "import": gettext_lazy("Import"),
    "rehearsal": gettext_lazy("Dry run of"),
    "media": gettext_lazy("Media"),
    "rights": gettext_lazy("Rights"),
    "undo": gettext_lazy("Taking back"),
}

_WHOLE = {
    "search": gettext_lazy("Index of the search"),
    "languages": gettext_lazy("Looking for languages to suggest"),
    "figures": gettext_lazy("Looking for figures and faces"),
    "accept": gettext_lazy("Accepting suggestions together"),
    "reopen": gettext_lazy("Taking back suggestions that were accepted together"),
}
"""Jobs whose kind says everything: what they work on has a name for the program only."""

_COUNTS = {
    "read": gettext_lazy("Read"),
    "stored": gettext_lazy("Stored"),
    "unchanged": gettext_lazy("Unchanged"),
    "quarantined": gettext_lazy("In quarantine"),
    "repaired": gettext_lazy("Repaired"),
    "flagged": gettext_lazy("Changes of rights, waiting"),
    "decided": gettext_lazy("Decided"),
    "fetched": gettext_lazy("Fetched"),
    "failed": gettext_lazy("Failed"),
    "waiting": gettext_lazy("Not fetched"),
    "local_media": gettext_lazy("Media files beside the data"),
    "found": gettext_lazy("Pictures with figures or faces"),
    "nobody": gettext_lazy("Pictures with nobody found"),
    "refused": gettext_lazy("Not looked at: rights, care or living persons"),
    "without": gettext_lazy("Works without a picture"),
}

STATES = {
    Job.State.WAITING: "secondary-status",
    Job.State.RUNNING: "primary-status",
    Job.State.PAUSED: "secondary-status",
    Job.State.DONE: "primary-status",
    Job.State.FAILED: "critical-status",
    Job.State.CANCELLED: "secondary-status",
}

SILENCE = timedelta(minutes=3)
"""No batch takes as long: a running job that has said nothing for this time has lost its process."""


def job_name(job: Job) -> str:
    """Return what a job is called: its kind and what it works on."""
    if job.kind in _WHOLE:
        return str(_WHOLE[job.kind])
    subject = job.subject
    if job.kind in (DECISION, UNDO):
        subject = gettext("decision {number}").format(number=subject.rpartition(" ")[2])
    return f"{_KINDS.get(job.kind, job.kind)} {subject}".strip()


def progress_words(job: Job) -> str:
    """Return how far a job is, in words."""
    if not job.total:
        return ngettext("{done} done", "{done} done", job.done).format(done=count(job.done))
    return gettext("{done} of {total} ({percent}%)").format(
        done=count(job.done), total=count(job.total), percent=job.percent
    )


def counted(job: Job) -> list[tuple[str, int]]:
    """Return what a job has counted, with the word for each count."""
    return [(str(_COUNTS.get(name, name)), number) for name, number in job.counts.items()]


def statements(written: str) -> SafeString:
    """Return rights statements, written one after the other with commas, by their names with their addresses beside them."""
    return format_html_join(", ", "{}", ((_statement(one),) for one in written.split(", ")))


def _statement(one: str) -> str:
    if one in ("none", "null"):
        return gettext("not recorded")
    name = statement_name(one)
    return f"{name} ({one})" if name != one else one


def silent(job: Job) -> bool:
    """Return whether a job that should be running gives no sign of life."""
    return job.state == Job.State.RUNNING and timezone.now() - job.changed > SILENCE
