"""The use of AI `face-fit`: its card, whether its models are there, and what it has done."""

from importlib.resources import files

from django.utils.translation import gettext

from vitrine.cards import Done, Experience

USE = "face-fit"
"""The use of AI that this is, by its card."""

_MODELS = ("face_detector.tflite", "face_landmarks.tflite")


def _missing() -> str:
    from vitrine.server.figures.checksums import missing  # noqa: PLC0415  (the cards are read while this module is)

    return missing(USE, _MODELS)


def _done() -> list[Done]:
    from vitrine.server.play import counts  # noqa: PLC0415  (needs Django's apps)
    from vitrine.server.portraits.models import Portrait  # noqa: PLC0415

    number = Portrait.objects.filter(state=Portrait.State.OPEN).count()
    return [Done("open", gettext("Portraits in the game"), number), *counts.done("faces")]


EXPERIENCE = Experience(card=files(__package__) / "card.toml", page="/play/faces/", missing=_missing, done=_done)
"""Found through the entry-point group `vitrine.experiences`."""
