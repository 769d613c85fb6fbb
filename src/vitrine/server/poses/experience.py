"""The use of AI `strike-a-pose`: its card, where a visitor meets it, and what it has to play with."""

import hashlib
from functools import cache
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
    """Say where a model's file is not there or another than the card says: then the card says nothing of what runs."""
    from vitrine.cards import uses  # noqa: PLC0415  (the cards are read while this module is)

    use = uses().get(USE)
    said = {one.checksum for one in use.card.models} if use is not None and use.card is not None else set()
    for name in _MODELS:
        try:
            if said and _checksum(name) not in said:
                return f"The model {name} is another than the one that the card was written for."
        except FileNotFoundError as error:
            return str(error)
    return ""


@cache
def _checksum(name: str) -> str:
    from vitrine.vision.models import path  # noqa: PLC0415  (loads NumPy)

    return f"sha256:{hashlib.sha256(path(name).read_bytes()).hexdigest()}"


EXPERIENCE = Experience(card=files(__package__) / "card.toml", page="/play/poses/", missing=_missing, done=_done)
"""Found through the entry-point group `vitrine.experiences`."""
