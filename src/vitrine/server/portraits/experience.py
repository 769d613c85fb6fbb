"""The use of AI `face-fit`: its card, whether its models are there, and what it has done."""

import hashlib
from functools import cache
from importlib.resources import files

from django.utils.translation import gettext

from vitrine.cards import Done, Experience

USE = "face-fit"
"""The use of AI that this is, by its card."""

_MODELS = ("face_detector.tflite", "face_landmarks.tflite")


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


def _done() -> list[Done]:
    from vitrine.server.play import counts  # noqa: PLC0415  (needs Django's apps)
    from vitrine.server.portraits.models import Portrait  # noqa: PLC0415

    number = Portrait.objects.filter(state=Portrait.State.OPEN).count()
    return [Done("open", gettext("Portraits in the game"), number), *counts.done("faces")]


EXPERIENCE = Experience(card=files(__package__) / "card.toml", page="/play/faces/", missing=_missing, done=_done)
"""Found through the entry-point group `vitrine.experiences`."""
