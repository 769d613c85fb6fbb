"""What can only be seen in a whole source: counted when an import ends, kept with the source."""

from collections.abc import Iterator

from django.db.models import Count

from vitrine.quality import Named
from vitrine.server.collection.models import Source, SourcePerson, Work


def observe(source: Source) -> None:
    """Count what concerns the source as a whole and keep it."""
    repeated = (
        Work.objects.filter(source=source)
        .exclude(title="")
        .values("title")
        .annotate(works=Count("id"))
        .filter(works__gt=1)
        .order_by()
        .values_list("title", "works")
    )
    source.observations = {"P1": sum(works for _, works in repeated)}
    source.save(update_fields=["observations"])


def people_of(source: Source, job_id: int) -> Iterator[Named]:
    """Yield the people that the records of one import name with an authority's identifier."""
    rows = SourcePerson.objects.filter(source=source, seen_in=job_id).values_list("uri", "name", "born")
    return (Named(*row) for row in rows.iterator())
