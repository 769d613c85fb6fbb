"""Where a person goes from a count or a mend: to exactly the works it speaks of, and to what can be done with them all."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy

from vitrine.quality import Fix
from vitrine.server.collection.models import Profile

_TERMS = {
    "content_tier": "content",
    "metadata_tier": "metadata",
    "rights": "rights",
    "languages": "language",
    "problems": "problem",
    "defects": "defect",
}
"""The filter term that chooses what a chart counts."""

_BULK = {
    "state-open-rights": ("studio-rights-assign", gettext_lazy("Assign a statement to all of them")),
    "state-restricted-rights": ("studio-rights-assign", gettext_lazy("Assign a statement to all of them")),
}
"""Mends that one action makes on all works at once. The others are made work by work, or at the source."""


class Action(NamedTuple):
    """A link: its address and its words."""

    address: str
    words: str


def works_with(chart: str, key: str, source: str) -> str:
    """Return the address of the works that `chart` counts under `key`."""
    return _address("studio-works", f"{_TERMS[chart]}={key}", source)


def countable() -> set[tuple[str, str]]:
    """Return which problems and defects are of works: the others are of a whole source, or beside its records."""
    rows = Profile.objects.values_list("problems", "defects")
    return {pair for problems, defects in rows for pair in _pairs(problems, defects)}


def _pairs(problems: list[str], defects: list[str]) -> list[tuple[str, str]]:
    return [*(("problems", code) for code in problems), *(("defects", code) for code in defects)]


def action(fix: Fix, source: str) -> Action:
    """Return what to do about a mend: the action on exactly its works where there is one, else the list of them."""
    address, words = _BULK.get(fix.id, ("studio-works", gettext_lazy("See these works")))
    return Action(_address(address, fix.filter, source), str(words))


def _address(name: str, filter_: str, source: str) -> str:
    query = {"filter": filter_, **({"source": source} if source else {})}
    return f"{reverse(name)}?{urlencode(query)}"
