"""What can only be seen in a whole source: counted when an import ends, kept with the source."""

from django.db.models import Count

from vitrine.server.collection.models import Source, Work


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
