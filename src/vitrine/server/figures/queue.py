"""The figures to do, approved and set aside, and the pictures on which nobody was found: chosen, and one after the other."""

from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet
from django.http import QueryDict

from vitrine.server.collection.models import WorkMedia
from vitrine.server.figures.models import Figure, Kind, Look

TO_DO, APPROVED, ASIDE, NOBODY = "proposed", "approved", "aside", "nobody"

_CURRENT = Q(checksum=F("media__file__checksum"))


class Filter(NamedTuple):
    """Which figures are looked at: their state, kind (blank for both) and source (blank for all)."""

    state: str = TO_DO
    kind: str = ""
    source: str = ""

    @classmethod
    def asked(cls, given: QueryDict) -> "Filter":
        """Return the filter that an address asks for; what it cannot ask for counts as not asked."""
        state = given.get("state", TO_DO)
        kind = given.get("kind", "")
        return cls(
            state if state in (TO_DO, APPROVED, ASIDE, NOBODY) else TO_DO,
            kind if kind in Kind.values else "",
            given.get("source", "").replace("\0", "")[:80],
        )

    def plain(self) -> dict[str, str]:
        """Return what an address needs to ask for it."""
        return {name: value for name, value in self._asdict().items() if value}


def figures(filter_: Filter) -> QuerySet[Figure]:
    """Return the figures that a filter chooses. To do are also those that were approved on a picture that is another since."""
    rows = Figure.objects.select_related("work__source", "media__file").filter(media__file__isnull=False)
    if filter_.state == TO_DO:
        rows = rows.filter(Q(state="proposed") & _CURRENT | Q(state="approved") & ~_CURRENT)
    else:
        rows = rows.filter(_CURRENT, state=filter_.state)
    return _narrowed(rows, filter_).order_by("pk")


def unfound(filter_: Filter) -> QuerySet[Look]:
    """Return the looks in which nobody was found, or that failed, on pictures on which nobody has placed anything since."""
    looks = Look.objects.select_related("work__source", "media__file").filter(
        outcome__in=(Look.Outcome.NOBODY, Look.Outcome.FAILED), media__file__isnull=False
    )
    placed = (
        Figure.objects.filter(kind=Kind.POSE).values("media"),
        Figure.objects.filter(kind=Kind.FACE).values("media"),
    )
    looks = looks.exclude(kind=Kind.POSE, media__in=placed[0]).exclude(kind=Kind.FACE, media__in=placed[1])
    return _narrowed(looks, filter_).order_by("pk")


def following(filter_: Filter, media: WorkMedia, kind: str) -> tuple[int, str] | None:
    """Return the picture and kind after this one that the filter chooses, the first again after the last; None if no other is left."""
    rows: QuerySet[Any] = unfound(filter_) if filter_.state == NOBODY else figures(filter_)
    others = rows.exclude(media=media, kind=kind)
    here = rows.filter(media=media, kind=kind).order_by("-pk").values_list("pk", flat=True).first()
    if here is None:
        # Decided meanwhile, so that it is no longer chosen: go on from where it stood.
        model = Look if filter_.state == NOBODY else Figure
        here = model.objects.filter(media=media, kind=kind).order_by("-pk").values_list("pk", flat=True).first() or 0
    found = others.filter(pk__gt=here).first() or others.first()
    return (found.media_id, found.kind) if found is not None else None


def _narrowed(rows: QuerySet[Any], filter_: Filter) -> QuerySet[Any]:
    if filter_.kind:
        rows = rows.filter(kind=filter_.kind)
    return rows.filter(work__source__name=filter_.source) if filter_.source else rows
