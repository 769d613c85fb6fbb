"""What can only be seen in a whole source: counted when an import ends, kept with the source."""

from collections.abc import Iterator

from django.db.models import Count

from vitrine.quality import Named, systematic_titles
from vitrine.server.collection.models import Source, SourcePerson, Work


def observe(source: Source) -> None:
    """Count what concerns the source as a whole and keep it: the works whose (first) title others have too."""
    # The database counts equal titles; which titles count as the same is for `systematic_titles` to say: databases
    # differ in what they take for capitals.
    counted = Work.objects.filter(source=source).order_by().values_list("title").annotate(works=Count("id"))
    repeated = systematic_titles(counted.iterator(chunk_size=10_000))
    source.observations = {"P1": sum(repeated.values())}
    source.save(update_fields=["observations"])


def people_of(source: Source, job_id: int) -> Iterator[Named]:
    """Yield the people that the records of one import name with an authority's identifier."""
    rows = SourcePerson.objects.filter(source=source, seen_in=job_id).values_list("uri", "name", "born")
    return (Named(*row) for row in rows.iterator())
