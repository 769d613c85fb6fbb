"""The card of Face-Fit says all that it must, and says when it cannot run."""

from pathlib import Path

import pytest

from vitrine.cards import uses
from vitrine.cards.checking import problems
from vitrine.server.portraits import experience
from vitrine.server.portraits.models import Portrait


def test_the_card_has_nothing_wrong_in_any_language() -> None:
    assert problems(experience.EXPERIENCE.card.read_bytes()) == []


def test_it_declares_what_it_does_with_works_and_the_articles_that_apply() -> None:
    card = uses()["face-fit"].card
    assert card is not None
    assert (card.operations, card.material) == (["transform", "publish"], ["media"])
    assert {one.article: one.applies for one in card.ai_act.duties} == {
        "50(1)": True,
        "50(2)": True,
        "50(4)": True,
        "50(3)": False,
    }


def test_it_says_what_to_do_where_the_models_are_not_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = pytest.importorskip("vitrine.vision.models")
    monkeypatch.setattr(experience, "_MODELS", ("face_detector.tflite",))
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    assert "face_detector.tflite" in experience.EXPERIENCE.missing()
    (tmp_path / "face_detector.tflite").write_bytes(b"another")
    assert "another than the one" in experience.EXPERIENCE.missing()


def test_it_counts_the_portraits_in_the_game(lady: Portrait) -> None:
    assert [(one.key, one.number) for one in experience.EXPERIENCE.done()] == [("open", 1)]
