"""The use of AI `language-suggestions`: its card, its jobs, and what it has done."""

from importlib.resources import files

from django.db.models import Count
from django.utils.translation import gettext

from vitrine.cards import Done, Experience


def _missing() -> str:
    """Say where the model's file is another than the card says: then its figures say nothing."""
    from vitrine.cards import uses  # noqa: PLC0415  (the cards are read while this module is)
    from vitrine.language import MODEL, model_checksum  # noqa: PLC0415  (loads NumPy)

    use = uses().get("language-suggestions")
    said = [one.checksum for one in use.card.models] if use is not None and use.card is not None else []
    if said and f"sha256:{model_checksum()}" not in said:
        return f"The model file of {MODEL} is another than the one that the card was written for."
    return ""


def _done() -> list[Done]:
    from vitrine.server.suggestions.models import Suggestion  # noqa: PLC0415  (needs Django's apps)

    numbers = dict(Suggestion.objects.order_by().values_list("state").annotate(number=Count("pk")))
    names = {
        "waiting": gettext("Suggestions that wait for a person"),
        "accepted": gettext("Suggestions accepted"),
        "corrected": gettext("Suggestions corrected"),
        "rejected": gettext("Suggestions rejected"),
    }
    return [Done(key, name, numbers.get(key, 0)) for key, name in names.items()]


EXPERIENCE = Experience(
    card=files(__package__) / "card.toml",
    kinds=("vitrine.server.suggestions.jobs",),
    missing=_missing,
    done=_done,
)
"""Found through the entry-point group `vitrine.experiences`."""
