from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "vitrine.server.search"
    label = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Listen for what changes works."""
        from vitrine.server.collection.noting import changed  # noqa: PLC0415  (models, which need the apps)
        from vitrine.server.jobs.run import ended  # noqa: PLC0415

        changed.connect(_catch_up, dispatch_uid="search")
        ended.connect(_after_job, dispatch_uid="search")


def _catch_up(**_: Any) -> None:
    from vitrine.server.search.indexing import soon  # noqa: PLC0415

    soon()


def _after_job(job: Any, **_: Any) -> None:
    from vitrine.server.search.indexing import KIND, behind, soon  # noqa: PLC0415

    if job.kind != KIND and behind():
        soon()
