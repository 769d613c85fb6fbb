"""What the studio calls its jobs."""

import pytest

from vitrine.server.collection.deciding import log
from vitrine.server.collection.importing import feeds
from vitrine.server.collection.media import job as media
from vitrine.server.jobs.models import Job
from vitrine.server.search import indexing
from vitrine.server.studio.importing import rehearsal
from vitrine.server.studio.words import job_name
from vitrine.server.suggestions import jobs as suggesting

KINDS = [
    *(feeds.KIND, media.KIND, rehearsal.KIND, log.KIND, log.UNDO, indexing.KIND),
    *(suggesting.LOOKING, suggesting.ACCEPTING, suggesting.REOPENING),
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_job_has_a_name_for_people(kind: str) -> None:
    name = job_name(Job(kind=kind, subject="round 3"))
    assert name[0].isupper()
    assert name.split()[0] != kind
