"""How often people agreed with the machine, of what they looked at one by one: by value and by confidence."""

from typing import NamedTuple

from django.db.models import Case, Count, IntegerField, Q, Value, When

from vitrine.server.suggestions.models import Suggestion

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
"""The lower ends of the bands of confidence: narrow where a threshold would be put."""

State = Suggestion.State


class Agreement(NamedTuple):
    """Of suggestions with this name (a language, or the lower end of a band): how many were accepted, corrected, rejected by
    people who looked at them, and how many wait."""

    name: str
    accepted: int
    corrected: int
    rejected: int
    waiting: int

    @property
    def looked_at(self) -> int:
        """How many a person looked at."""
        return self.accepted + self.corrected + self.rejected

    @property
    def share(self) -> float | None:
        """The share that people agreed with, 0 to 1, None where nobody looked."""
        return self.accepted / self.looked_at if self.looked_at else None


_LOOKED = Q(round=None)
_COUNTS = {
    "accepted": Count("pk", filter=_LOOKED & Q(state=State.ACCEPTED)),
    "corrected": Count("pk", filter=_LOOKED & Q(state=State.CORRECTED)),
    "rejected": Count("pk", filter=_LOOKED & Q(state=State.REJECTED)),
    "waiting": Count("pk", filter=Q(state=State.WAITING)),
}


def by_value(kind: str) -> list[Agreement]:
    """Return the agreement for each value that was suggested, most suggested first."""
    rows = Suggestion.objects.filter(kind=kind).order_by().values("value").annotate(**_COUNTS)
    found = [Agreement(row["value"], *(row[name] for name in _COUNTS)) for row in rows]
    return sorted(found, key=lambda one: -(one.looked_at + one.waiting))


def by_band(kind: str) -> list[Agreement]:
    """Return the agreement for each band of confidence, the surest first."""
    cases = [When(confidence__gte=least, then=Value(place)) for place, least in reversed(list(enumerate(BANDS)))]
    banded = Suggestion.objects.filter(kind=kind).annotate(band=Case(*cases, output_field=IntegerField()))
    rows = {row["band"]: row for row in banded.order_by().values("band").annotate(**_COUNTS)}
    empty = dict.fromkeys(_COUNTS, 0)
    return [
        Agreement(f"{least:g}", *(rows.get(place, empty)[name] for name in _COUNTS))
        for place, least in reversed(list(enumerate(BANDS)))
    ]


def at_least(bands: list[Agreement]) -> list[Agreement]:
    """Return what each threshold would mean: all that is as sure as a band's lower end or surer, taken together."""
    found, sums = [], (0, 0, 0, 0)
    for band in bands:
        sums = tuple(map(sum, zip(sums, band[1:], strict=True)))  # type: ignore[assignment]
        found.append(Agreement(band.name, *sums))
    return found
