"""Answering from the database, while the index is being made: titles, makers and types are looked through, one by one."""

from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.models import Profile, Source, Work, WorkMedia
from vitrine.server.search.answer import Facet, Found, Suggestion
from vitrine.server.search.query import Query
from vitrine.server.search.words import folded

_ORDERS = {
    "oldest": (F("earliest").asc(nulls_last=True), "pk"),
    "newest": (F("earliest").desc(nulls_last=True), "pk"),
}


def find(query: Query, start: int, number: int) -> Found:
    """Return the works that the database finds; of facets it counts only the sources, which costs little."""
    works = _works(query)
    ordered = works.order_by(*_ORDERS.get(query.order, ("pk",)))
    ids = list(ordered.values_list("pk", flat=True)[start : start + number])
    # On a million works counting is the slow part: a first page that is not full has been counted already.
    total = len(ids) if start == 0 and len(ids) < number else works.count()
    return Found(ids, total, facets={"sources": _sources(query)}, indexed=False)


def all_ids(query: Query) -> list[int]:
    """Return the ids of all works that the database finds."""
    return list(_works(query).order_by("pk").values_list("pk", flat=True))


def suggest(words: str, number: int) -> list[Suggestion]:
    """Return titles that begin so, as they are written."""
    begins = " ".join(words.replace("\0", " ").split())[:100]
    if not folded(begins):
        return []
    titles = Work.objects.filter(title__istartswith=begins).order_by().values_list("title", flat=True)[: 3 * number]
    return [Suggestion("title", title) for title in dict.fromkeys(titles)][:number]


def _works(query: Query) -> QuerySet[Work]:
    works = Work.objects.all()
    for word in query.words.replace('"', " ").split():
        there = Q(title__icontains=word) | Q(maker__icontains=word) | Q(type__icontains=word) | Q(key=word)
        works = works.filter(there)
    if query.makers:
        works = works.filter(_any("maker__icontains", query.makers))
    if query.types:
        works = works.filter(type__in=query.types)
    if query.sources:
        works = works.filter(source__in=Source.objects.filter(name__in=query.sources))
    if query.rights:
        works = works.filter(profile__in=Profile.objects.filter(rights__in=query.rights).values("pk"))
    if query.languages:
        asked = set(query.languages)
        works = works.filter(profile__in=[one.pk for one in Profile.objects.all() if asked & set(one.languages)])
    if query.image:
        stored = WorkMedia.objects.filter(work=OuterRef("pk"), state=WorkMedia.State.STORED, file__type__in=LOADERS)
        works = works.filter(Exists(stored))
    return _within(works, query)


def _within(works: QuerySet[Work], query: Query) -> QuerySet[Work]:
    # An open end ("before 1640", "after 1700") is a year nobody stated: it reaches as far as asked.
    if query.year_from is not None:
        works = works.filter(Q(latest__gte=query.year_from) | Q(latest=None, earliest__isnull=False))
    if query.year_to is not None:
        works = works.filter(Q(earliest__lte=query.year_to) | Q(earliest=None, latest__isnull=False))
    return works


def _any(lookup: str, values: Iterable[str]) -> Q:
    found = Q()
    for value in values:
        found |= Q(**{lookup: value})
    return found


def _sources(query: Query) -> list[Facet]:
    counted = Work.objects.order_by().values_list("source__name").annotate(number=Count("pk"))
    return [Facet(name, name, number, name in query.sources) for name, number in sorted(counted)]
