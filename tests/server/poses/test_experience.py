"""The card of Strike a Pose is complete in all five languages, and the demo's home can be played at once."""

import json
from pathlib import Path

import pytest

from vitrine.cards import uses
from vitrine.cards.model import INTERFACE_LANGUAGES
from vitrine.server.site.assets import BUILD


def test_the_card_is_good_and_complete() -> None:
    use = uses()["strike-a-pose"]
    assert use.obstacles == []
    assert use.hints == []
    assert use.card is not None
    assert set(use.card.title) == set(INTERFACE_LANGUAGES)
    assert use.card.computes == ["device"]


def test_visitors_are_told_that_it_is_ai() -> None:
    card = uses()["strike-a-pose"].card
    assert card is not None
    duties = {duty.article: duty.applies for duty in card.ai_act.duties}
    assert duties["50(1)"] is True
    assert duties["50(3)"] is False


def test_the_models_are_those_that_the_front_end_ships() -> None:
    told = BUILD / "models" / "models.json"
    if not told.exists():
        pytest.skip("the front end is not built")
    shipped = json.loads(Path(told).read_text())
    card = uses()["strike-a-pose"].card
    assert card is not None
    said = {one.checksum.removeprefix("sha256:") for one in card.models}
    assert {shipped[name]["sha256"] for name in ("pose_detector.tflite", "pose_lite.tflite")} == said
