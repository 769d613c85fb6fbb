"""What the studio's first page says: how many works there are, what runs, and what waits for somebody."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from wagtail.admin.site_summary import SummaryItem

from vitrine.server.collection.models import Quarantined, RightsChange
from vitrine.server.jobs.models import Job
from vitrine.server.site.counts import counts
from vitrine.server.site.words import numbers
from vitrine.server.studio import access


class Line(SummaryItem):  # type: ignore[misc]
    """A line: what it says, and the page that says more, for those who have the permission to see it (blank: everybody)."""

    template_name = "studio/summary.html"

    def __init__(
        self, request: HttpRequest, address: str, icon: str, permission: str, words: Callable[[], str]
    ) -> None:
        super().__init__(request)
        self._address, self._icon, self._permission, self._words = address, icon, permission, words

    def is_shown(self) -> bool:
        return not self._permission or bool(self.request.user.has_perm(self._permission))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ARG002
        return {"address": reverse(self._address), "icon": self._icon, "words": self._words()}


def lines(request: HttpRequest) -> list[SummaryItem]:
    """Return the lines in their order."""
    return [
        Line(request, "works", "image", "", lambda: numbers.works(counts().works)),
        Line(request, "studio-jobs", "tasks", access.SEE_JOBS, _jobs),
        Line(request, "studio-quarantine", "warning", access.SEE_QUARANTINE, _quarantined),
        Line(request, "studio-changes", "key", access.SEE_CHANGES, _changes),
    ]


def _jobs() -> str:
    number = Job.objects.filter(state__in=Job.UNFINISHED).count()
    if not number:
        return gettext("No job is under way")
    return ngettext("{number} job under way", "{number} jobs under way", number).format(number=numbers.count(number))


def _quarantined() -> str:
    number = Quarantined.objects.filter(open=True).count()
    if not number:
        return gettext("Nothing in quarantine")
    written = ngettext("{number} record in quarantine", "{number} records in quarantine", number)
    return written.format(number=numbers.count(number))


def _changes() -> str:
    number = RightsChange.objects.filter(state=RightsChange.State.OPEN).count()
    if not number:
        return gettext("No change of rights waits")
    written = ngettext("{number} change of rights waits", "{number} changes of rights wait", number)
    return written.format(number=numbers.count(number))
