"""A card says everything, or one is told what it does not say, where, and what to write."""

import pytest

from tests.cards.sample import GOOD, without
from vitrine.cards import CardError, Problem, problems, read_card
from vitrine.cards.checking import LARGEST, LONGEST


def stopping(text: str) -> dict[str, Problem]:
    return {one.place: one for one in problems(text.encode()) if one.stops}


def test_a_whole_card_is_read() -> None:
    card = read_card(GOOD.encode())
    assert card.identifier == "colour-words"
    assert card.title["de"] == "Farbwörter"
    assert card.models[0].licence == "Apache-2.0"
    assert not card.people.identifies


def test_a_missing_translation_is_a_hint_and_stops_nothing() -> None:
    found = problems(GOOD.encode())
    assert found and not any(one.stops for one in found)
    assert any(one.place == "purpose" and "it, de, fr, es" in one.message for one in found)
    assert not any(one.place == "title" for one in found)


def test_every_lack_is_named_at_once_with_what_to_write() -> None:
    found = stopping(without("version", "operations", "licence", "value", "role", "infers_emotions"))
    assert set(found) == {
        *("version", "operations", "models[0].licence", "evaluation.figures[0].value", "ai_act.role"),
        *("models[0].version", "people.infers_emotions"),
    }
    assert all("missing" in one.message for one in found.values())
    assert "SPDX" in found["models[0].licence"].message
    assert "Write 'both' or 'deployer' or 'provider'" in found["ai_act.role"].message


def test_a_problem_names_its_line() -> None:
    lines = GOOD.splitlines()
    found = stopping(
        GOOD.replace('"Apache-2.0"', '"CC-BY-NC-4.0"').replace('date = "2026-11-20"', 'date = "2026-13-20"')
    )
    assert lines[found["models[0].licence"].line - 1] == 'licence = "Apache-2.0"'
    assert lines[found["evaluation.date"].line - 1] == 'date = "2026-11-20"'


def test_english_has_to_be_there() -> None:
    assert "purpose.en" in stopping(GOOD.replace('en = "So that', 'it = "So that'))
    assert "purpose.en" in stopping(GOOD.replace('en = "So that works can be found by colour."', 'en = "  "'))


@pytest.mark.parametrize(
    ("licence", "free"),
    [
        *(("MIT", True), ("MIT OR GPL-3.0-only", True), ("(MIT AND CC0-1.0)", True), ("Proprietary OR MIT", True)),
        *(("CC-BY-NC-4.0", False), ("Non-Commercial Licence", False), ("research only", False), ("custom", False)),
        ("MIT AND custom", False),
    ],
)
def test_models_are_free_also_for_commerce(licence: str, free: bool) -> None:
    assert ("models[0].licence" in stopping(GOOD.replace("Apache-2.0", licence))) is not free


@pytest.mark.parametrize(
    "function",
    [
        *("infer-emotions", "mood-of-visitors", "recognise-faces", "face-recognition", "identify-people"),
        *("speaker-verification", "guess-gender", "sort-by-race", "sexual-orientation", "religious-belief"),
        *("voice-identification", "ethnicity", "politics-of-visitors", "re-identify-person"),
    ],
)
def test_what_identifies_people_or_sorts_them_is_refused(function: str) -> None:
    assert "functions[0]" in stopping(GOOD.replace("name-colours", function))


@pytest.mark.parametrize(
    "function", ["suggest-language", "find-faces", "trace-outlines", "compare-pose", "identify-iconography", "describe"]
)
def test_what_looks_at_works_or_limbs_is_not_refused(function: str) -> None:
    assert stopping(GOOD.replace("name-colours", function)) == {}


def test_models_and_names_that_say_so_are_refused_too() -> None:
    assert set(stopping(GOOD.replace('"palette"', '"emotion-ferplus"'))) == {"models[0].name"}
    assert set(stopping(GOOD.replace('"colour-words"', '"face-recognition"'))) == {"identifier"}


@pytest.mark.parametrize("key", ["identifies", "infers_emotions", "sorts_by_traits"])
def test_a_card_that_admits_it_is_refused(key: str) -> None:
    assert set(stopping(GOOD.replace(f"{key} = false", f"{key} = true"))) == {f"people.{key}"}


def test_unknown_keys_are_told_with_what_was_meant() -> None:
    found = stopping(GOOD.replace("[does_not]", "[doesnot]"))
    assert "Did you mean 'does_not'?" in found["doesnot"].message
    assert "missing" in found["does_not"].message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "missing"),
        (b"\xff\xfe", "UTF-8"),
        (b"title = ", "TOML"),
        (b"x" * (LARGEST + 1), "bytes"),
        (b"a = " + b"[" * 5000, "TOML"),
        (
            b'schema = true\ntitle = 3\nmodels = "x"\nlimits = [1]\npeople = []\nevaluation = 1\nkeeps = {what = 1}',
            "missing",
        ),
    ],
)
def test_no_file_whatever_breaks_the_reader(content: bytes, says: str) -> None:
    with pytest.raises(CardError, match=says):
        read_card(content)


def test_texts_are_for_people() -> None:
    assert "purpose.en" in stopping(GOOD.replace("So that works", "So that works " * LONGEST))
    assert "purpose.en" in stopping(GOOD.replace("So that works", "So\\u0000 that works"))


def test_operations_need_their_material() -> None:
    assert set(stopping(GOOD.replace('material = ["media"]', "material = []"))) == {"material"}
    assert set(stopping(GOOD.replace('operations = ["index"]', 'operations = ["paint"]'))) == {"operations[0]"}


def test_what_a_person_confirmed_changes_with_the_words_and_not_with_translations_or_layout() -> None:
    digest = read_card(GOOD.encode()).digest
    assert read_card(GOOD.replace("Farbwörter", "Wörter für Farben").encode()).digest == digest
    assert read_card(("# A remark\n" + GOOD).encode()).digest == digest
    assert read_card(GOOD.replace("five colours", "six colours").encode()).digest != digest
    assert read_card(GOOD.replace('version = "2.1"', 'version = "2.2"').encode()).digest != digest
