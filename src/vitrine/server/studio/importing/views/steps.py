"""What the pages of one import have in common: the draft, the steps, and what is wrong with its file."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from vitrine.server.studio.importing.files import path_of
from vitrine.server.studio.importing.models import Draft
from vitrine.server.studio.importing.running import gone
from vitrine.server.studio.pages import frame


def page(draft: Draft, step: str) -> dict[str, Any]:
    """Return what the page of a step needs."""
    names = {
        "look": gettext("Look"),
        "mapping": gettext("Mapping"),
        "rehearsal": gettext("Dry run"),
        "run": gettext("Import"),
    }
    steps = [
        {"name": name, "here": key == step, "url": reverse(f"studio-import-{key}", args=[draft.pk])}
        for key, name in names.items()
    ]
    return {
        **frame(names[step], "upload", ("studio-import", gettext("Import"))),
        "draft": draft,
        "steps": steps,
        "fault": fault(draft),
        "begun": draft.job_id is not None,
    }


def fault(draft: Draft) -> str:
    """Return why nothing can be done with the draft's file, blank where something can."""
    if draft.job_id is None and not path_of(draft).exists():
        return gone(draft)
    return draft.fault
