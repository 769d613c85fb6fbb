"""The card of `key-points` is complete in every language, and its account is counted."""

from vitrine.cards import uses
from vitrine.server.collection.models import Work


def test_the_card_is_good_and_complete() -> None:
    use = uses()["key-points"]
    assert use.card is not None
    assert not use.problems
    assert (use.card.operations, use.card.material) == (["index"], ["media"])


def test_what_was_done_is_counted(dancer: Work) -> None:
    use = uses()["key-points"]
    assert use.experience is not None
    assert {one.key: one.number for one in use.experience.done()} == {"proposed": 0, "approved": 2, "aside": 0}
