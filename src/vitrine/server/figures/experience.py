"""The use of AI `key-points`: its card, its jobs, and what it has done."""

from importlib.resources import files

from django.db.models import Count
from django.utils.translation import gettext

from vitrine.cards import Done, Experience


def _missing() -> str:
    """Say where a model is not there, or is another than the card says."""
    from vitrine.server.figures.machine import missing  # noqa: PLC0415  (loads NumPy and needs Django's apps)

    return missing()


def _done() -> list[Done]:
    from vitrine.server.figures.models import Figure  # noqa: PLC0415  (needs Django's apps)

    numbers = dict(Figure.objects.order_by().values_list("state").annotate(number=Count("pk")))
    names = {
        "proposed": gettext("Figures and faces that wait for a person"),
        "approved": gettext("Figures and faces approved"),
        "aside": gettext("Figures and faces set aside"),
    }
    return [Done(key, name, numbers.get(key, 0)) for key, name in names.items()]


EXPERIENCE = Experience(
    card=files(__package__) / "card.toml",
    kinds=("vitrine.server.figures.jobs",),
    missing=_missing,
    done=_done,
)
"""Found through the entry-point group `vitrine.experiences`."""
