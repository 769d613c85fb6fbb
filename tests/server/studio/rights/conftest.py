"""Decisions are carried out here as the worker does it."""

from collections.abc import Callable

import pytest

from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import run


@pytest.fixture
def worker() -> Callable[[], None]:
    """Return a function that does all jobs that wait."""

    def work() -> None:
        for job in Job.objects.filter(state=Job.State.WAITING).order_by("pk"):
            run(job)

    return work
