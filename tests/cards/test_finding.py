"""Uses are found through their entry points, and a broken package harms no other."""

from pathlib import Path

import pytest

from tests.cards.packages import CODE, install
from tests.cards.sample import GOOD, without
from vitrine.cards import forget, uses


def test_a_package_is_found_with_its_card(packages: Path) -> None:
    install(packages, "colour-words", GOOD)
    use = uses()["colour-words"]
    assert (use.package, use.package_version) == ("colour_words", "1.0")
    assert use.card is not None
    assert use.card.title["it"] == "Parole di colore"
    assert use.obstacles == []
    assert any("purpose" in hint for hint in use.hints)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import nowhere_at_all", "No module named 'nowhere_at_all'"),
        ("raise SystemExit('bye')", "SystemExit: bye"),
        ("def broken(:", "SyntaxError"),
        ("EXPERIENCE = 3", "no vitrine.cards.Experience but a int"),
        ("OTHER = 3", "EXPERIENCE"),
    ],
)
def test_broken_code_is_listed_with_the_reason_and_harms_no_other(packages: Path, code: str, says: str) -> None:
    install(packages, "broken-use", GOOD, code)
    install(packages, "colour-words", GOOD)
    assert uses()["colour-words"].card is not None
    broken = uses()["broken-use"]
    assert broken.card is None
    assert says in " ".join(broken.obstacles)


def test_a_card_that_is_missing_lacking_or_anothers_is_told(packages: Path) -> None:
    install(packages, "no-card", None)
    install(packages, "half-card", without("licence").replace("colour-words", "half-card"))
    install(packages, "other-card", GOOD)
    found = uses()
    assert "card.toml cannot be read" in found["no-card"].obstacles[0]
    assert found["half-card"].obstacles == [one for one in found["half-card"].obstacles if "models[0].licence" in one]
    assert "write 'other-card'" in found["other-card"].obstacles[0]
    assert {found[name].card for name in ("no-card", "half-card", "other-card")} == {None}


def test_nobody_takes_anothers_name(packages: Path) -> None:
    install(packages, "colour-words", GOOD, package="a_first")
    install(packages, "colour-words", GOOD.replace("five colours", "all that you own"), package="b_second")
    found = uses()
    assert found["colour-words"].package == "a_first"
    assert "a_first already has a use of this name" in found["colour-words (b_second)"].obstacles[0]


def test_what_is_installed_is_looked_for_once_and_anew_when_asked(packages: Path) -> None:
    assert "colour-words" not in uses()
    install(packages, "colour-words", GOOD, CODE)
    assert "colour-words" not in uses()
    forget()
    assert "colour-words" in uses()


def test_nobody_takes_the_name_of_one_of_ours(packages: Path) -> None:
    install(packages, "language-suggestions", GOOD.replace("colour-words", "language-suggestions"), package="a_thief")
    found = uses()
    assert found["language-suggestions"].package == "vitrine-museum"
    assert found["language-suggestions (a_thief)"].card is None
