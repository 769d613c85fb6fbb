"""The use of AI `strike-a-pose`: its card, where a visitor meets it, and what it has to play with."""

from importlib.resources import files

from django.utils.translation import gettext

from vitrine.cards import Done, Experience

USE = "strike-a-pose"
"""The use of AI that this is, by its card."""

_MODELS = ("pose_detector.tflite", "pose_lite.tflite")


def _done() -> list[Done]:
    from vitrine.server.play import counts  # noqa: PLC0415  (needs Django's apps)
    from vitrine.server.poses.models import Challenge  # noqa: PLC0415

    published = Challenge.objects.filter(published=True).count()
    return [Done("challenges", gettext("Challenges published"), published), *counts.done("poses")]


def _missing() -> str:
    from vitrine.server.figures.checksums import missing  # noqa: PLC0415  (the cards are read while this module is)

    return missing(USE, _MODELS)


EXPERIENCE = Experience(card=files(__package__) / "card.toml", page="/play/poses/", missing=_missing, done=_done)
"""Found through the entry-point group `vitrine.experiences`."""
