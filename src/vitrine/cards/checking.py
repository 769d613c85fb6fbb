"""Reading a card, and everything that is wrong with it: where it stands in the file and what to write."""

import difflib
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec import inspect

from vitrine.cards.denied import denied, licence_fault
from vitrine.cards.model import INTERFACE_LANGUAGES, Card
from vitrine.records import UNDETERMINED, language_tag
from vitrine.toml_lines import line_number

LARGEST = 1_000_000
"""Bytes of a card. More is no card."""

LONGEST = 10_000
"""Characters of one text: a page is for people."""


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong with a card. `place` is the key, `line` its line in the file, 0 where there is none.

    What does not stop the use from being switched on is a hint to its author, such as a translation that is missing.
    """

    place: str
    message: str
    line: int = 0
    stops: bool = True

    def __str__(self) -> str:
        where = f"card.toml, line {self.line}: " if self.line else "card.toml: "
        return f"{where}{self.place}: {self.message}" if self.place else f"{where}{self.message}"


class CardError(ValueError):
    """A card cannot be used; `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def read_card(content: bytes) -> Card:
    """Return the card. Raises CardError with everything that stops it."""
    stopping = [problem for problem in problems(content) if problem.stops]
    if stopping:
        raise CardError(stopping)
    return msgspec.convert(tomllib.loads(content.decode("utf-8")), Card)


def problems(content: bytes) -> list[Problem]:
    """Return all that is wrong with a card, in the order of the schema, hints last."""
    if len(content) > LARGEST:
        return [Problem("", f"the file has {len(content):,} bytes. A card has at most {LARGEST:,}: shorten it.")]
    try:
        text = content.decode("utf-8")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        return [Problem("", f"the file is not text in UTF-8 (byte {error.start}). Save it as UTF-8.")]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        return [Problem("", f"the file is not valid TOML: {error}.", int(line[1]) if line else 0)]
    found = [*_shape(data, inspect.type_info(Card), "", {}), *_meaning(data)]
    found = [msgspec.structs.replace(one, line=line_number(text, one.place)) for one in found]
    return sorted(found, key=lambda one: not one.stops)


def _shape(value: Any, kind: inspect.Type, place: str, said: dict[str, Any]) -> Iterator[Problem]:
    """Yield where the data does not have the schema's shape. `said` is what the schema says of this place."""
    if isinstance(kind, inspect.Metadata):
        yield from _shape(value, kind.type, place, kind.extra_json_schema or {})
    elif isinstance(kind, inspect.StructType):
        yield from _table(value, kind, place)
    elif isinstance(kind, inspect.ListType):
        yield from _list(value, kind, place, said)
    elif isinstance(kind, inspect.DictType):
        yield from _words(value, place, said)
    elif isinstance(kind, inspect.StrType):
        yield from _text(value, kind, place, said)
    elif isinstance(kind, inspect.BoolType):
        if not isinstance(value, bool):
            yield Problem(place, f"write true or false. {_says(said)}")
    elif isinstance(kind, inspect.LiteralType) and (value not in kind.values or isinstance(value, bool)):
        choices = ", ".join(repr(one) for one in kind.values)
        yield Problem(place, f"{_short(value)} is not one of {choices}. {_says(said)}")


def _table(value: Any, kind: inspect.StructType, place: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem(place, f"write a table, [{place}], with {', '.join(field.name for field in kind.fields)}.")
        return
    known = {field.name: field for field in kind.fields}
    for name, field in known.items():
        here = f"{place}.{name}" if place else name
        if name in value:
            yield from _shape(value[name], field.type, here, {})
        else:
            yield Problem(here, f"is missing. {_wanted(field.type)}")
    for name in value.keys() - known.keys():
        near = difflib.get_close_matches(name, known, 1)
        advice = f"Did you mean {near[0]!r}?" if near else f"Known are {', '.join(known)}."
        yield Problem(f"{place}.{name}" if place else name, f"a card has no such key. {advice}")


def _list(value: Any, kind: inspect.ListType, place: str, said: dict[str, Any]) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem(place, f"write a list. {_says(said)}")
        return
    if len(value) < (kind.min_length or 0):
        yield Problem(place, f"is empty. {_says(said)}")
    for number, one in enumerate(value):
        yield from _shape(one, kind.item_type, f"{place}[{number}]", said)


def _words(value: Any, place: str, said: dict[str, Any]) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem(place, f'write the text by language: {place} = {{en = "…", it = "…"}}. {_says(said)}')
        return
    for language, text in value.items():
        here = f"{place}.{language}"
        if language_tag(language) == UNDETERMINED:
            yield Problem(here, f"there is no language {language!r}: write a tag such as en, it or de.")
        elif not isinstance(text, str) or not text.strip():
            yield Problem(here, f"write a text, or leave the language out. {_says(said)}", stops=language == "en")
        elif len(text) > LONGEST or "\0" in text:
            yield Problem(here, f"write at most {LONGEST:,} characters, none of them NUL.")
    if "en" not in value:
        yield Problem(f"{place}.en", f"is missing: every text has to be there in English. {_says(said)}")
    absent = [language for language in INTERFACE_LANGUAGES if language not in value and language != "en"]
    if absent:
        yield Problem(place, f"is not there in {', '.join(absent)}: readers are shown the English.", stops=False)


def _text(value: Any, kind: inspect.StrType, place: str, said: dict[str, Any]) -> Iterator[Problem]:
    if not isinstance(value, str) or not value.strip():
        yield Problem(place, f"write a text. {_says(said)}")
    elif len(value) > LONGEST or "\0" in value:
        yield Problem(place, f"write at most {LONGEST:,} characters, none of them NUL.")
    elif kind.pattern and not re.search(kind.pattern, value):
        yield Problem(place, f"{_short(value)} cannot be read. {_says(said)}")


def _wanted(kind: inspect.Type) -> str:
    """Return what to write where a key is missing."""
    said = (kind.extra_json_schema or {}) if isinstance(kind, inspect.Metadata) else {}
    bare = kind.type if isinstance(kind, inspect.Metadata) else kind
    if isinstance(bare, inspect.StructType):
        return f"Write a table with {', '.join(field.name for field in bare.fields)}."
    if isinstance(bare, inspect.DictType):
        return f'Write it by language, en = "…" at least. {_says(said)}'
    if isinstance(bare, inspect.LiteralType):
        return f"Write {' or '.join(repr(one) for one in bare.values)}. {_says(said)}"
    return f"Write it. {_says(said)}"


def _says(said: dict[str, Any]) -> str:
    examples = ", ".join(said.get("examples", ()))
    return " ".join(part for part in (said.get("description", ""), f"Example: {examples}." if examples else "") if part)


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:60]}…"


def _meaning(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield what has the right shape and may still not be."""
    for place, function in _declared(data):
        if why := denied(function):
            yield Problem(
                place,
                f"{function!r} {why}: no use of Vitrine does. If it is about works and not about people,"
                " name it by what it does with works.",
            )
    people = data.get("people")
    for key, answer in people.items() if isinstance(people, dict) else ():
        if answer is True:
            yield Problem(f"people.{key}", "a use that does this cannot be switched on in Vitrine.")
    for number, model in enumerate(_tables(data.get("models"))):
        licence = model.get("licence")
        if isinstance(licence, str) and licence.strip() and (fault := licence_fault(licence)):
            yield Problem(f"models[{number}].licence", fault)
    if data.get("operations") and not data.get("material"):
        yield Problem("material", "say of what the operations are: media, metadata or both.")
    day = (data["evaluation"] if isinstance(data.get("evaluation"), dict) else {}).get("date")
    if isinstance(day, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) and not _is_day(day):
        yield Problem("evaluation.date", f"there is no day {day}.")


def _declared(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the names by which a card says what it does."""
    functions = data.get("functions")
    named = [("identifier", data.get("identifier"))]
    named += [(f"functions[{at}]", one) for at, one in enumerate(functions if isinstance(functions, list) else [])]
    named += [(f"models[{at}].name", model.get("name")) for at, model in enumerate(_tables(data.get("models")))]
    yield from ((place, name) for place, name in named if isinstance(name, str))


def _tables(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
