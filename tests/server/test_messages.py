"""The interface speaks every language it offers: all of it, and compiled."""

import re

import pytest
from babel.messages import Message
from django.conf import settings
from tools import messages

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}")

CATALOGUES = pytest.mark.parametrize(
    ("part", "language"),
    [(part, language) for part in messages.PARTS for language in messages.LANGUAGES],
    ids=lambda value: value if isinstance(value, str) else value.locale.parent.name,
)

AGAIN = "run `python tools/messages.py` and translate what it names"


def texts(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def of(part: messages.Part, language: str) -> dict[str | tuple[str, ...], Message]:
    return {message.id: message for message in messages.read(part, language) if message.id}


def test_catalogues_are_there_for_every_language_that_is_offered() -> None:
    assert {code for code, _ in settings.LANGUAGES} == {"en", *messages.LANGUAGES}


@CATALOGUES
def test_every_text_is_translated_and_none_is_left_over(part: messages.Part, language: str) -> None:
    wanted = {message.id for message in messages.updated(part, language) if message.id}
    known = of(part, language)
    assert wanted - set(known) == set(), AGAIN
    assert set(known) - wanted == set(), AGAIN
    assert [one.id for one in known.values() if one.fuzzy or not all(texts(one.string))] == [], AGAIN


@CATALOGUES
def test_translations_keep_what_is_filled_in(part: messages.Part, language: str) -> None:
    for message in of(part, language).values():
        for original, translation in zip(texts(message.id), texts(message.string), strict=True):
            assert sorted(PLACEHOLDER.findall(original)) == sorted(PLACEHOLDER.findall(translation)), original


@CATALOGUES
def test_no_translation_carries_markup(part: messages.Part, language: str) -> None:
    assert [one.id for one in of(part, language).values() if re.search(r"[<>]|&\w+;", str(one.string))] == []


@CATALOGUES
def test_compiled_catalogues_are_those_that_are_written(part: messages.Part, language: str) -> None:
    compiled = (part.locale / language / "LC_MESSAGES" / "django.mo").read_bytes()
    assert compiled == messages.compiled(messages.read(part, language)), AGAIN


def test_templates_and_code_are_both_searched() -> None:
    found = {message for message, _, _ in messages.messages(messages.PARTS[0])}
    assert "Nothing stands here" in found  # a template
    assert "Maker unknown" in found  # code
    assert ("{number} work", "{number} works") in found
    assert (
        "It is in copyright. Any use beyond what the law itself allows needs the rights holder's permission." in found
    )
