"""Source, persons and machines kept apart, and the record that is shown computed from them.

The source's record is the lowest layer. Every statement by a person or a program is an assertion on one path of it.
Person stands over source, source stands over an accepted suggestion (an earlier word of the source may be held over its
latest until a person decides, as with rights); a suggestion nobody accepted is never shown.
Taking an assertion back brings up what lay beneath: nothing is ever overwritten.

A path is a field of the record (`rights_of_object`), one element of a list field by its key (`titles[en]`,
`surrogates[front.jpg]`), or a field of such an element (`surrogates[front.jpg].rights`). A text can also be named by its
own words (`titles[=3f9a…].language`, see `words_key`): what is said of it then holds of these words only, in whichever
language they are, and no longer once the source has others.
"""

import hashlib
import re
from typing import Any, Literal

import msgspec

from vitrine.records.agents import Agent
from vitrine.records.codec import plain
from vitrine.records.text import UNDETERMINED, Text
from vitrine.records.work import Record

Status = Literal["asserted", "suggested", "accepted", "rejected", "withdrawn"]

_RANK = {"software": 0, "source": 1, "person": 2}

_PATH = re.compile(r"^(?P<field>[a-z_]+)(?:\[(?P<key>.+?)\])?(?:\.(?P<inner>[a-z_]+))?$", re.DOTALL)


class Assertion(msgspec.Struct, frozen=True, omit_defaults=True):
    """A value that a person or a program states for one path, and what became of it.

    `value` is plain JSON data of the path's type, None says "there is none". `at` is ISO 8601 in UTC; `confidence`
    0 to 1, programs only; `accepted_by` names the person who accepted a suggestion.
    """

    id: str
    path: str
    value: Any
    by: Agent
    at: str
    status: Status
    confidence: float | None = None
    evidence: str = ""
    accepted_by: str = ""


class Shown(msgspec.Struct, frozen=True):
    """The record as it is shown; `said_by` names who said each path that does not come from the source."""

    record: Record
    said_by: dict[str, Assertion]


def shown(source: Record, assertions: list[Assertion]) -> Shown:
    """Compute the record that is shown: person over source over accepted suggestion, the later over the earlier.

    Raises ValueError for a path that a record does not have and for a value that is not of its type.
    """
    effective = [a for a in assertions if a.status in ("asserted", "accepted")]
    if not effective:
        return Shown(source, {})
    fields = {"id", "key", *(_matched(a.path)["field"] for a in effective)}
    data = plain(Record(**{field: getattr(source, field) for field in fields}))
    said_by = {
        assertion.path: assertion
        for assertion in sorted(effective, key=lambda a: (_names_words(a.path), _RANK[a.by.kind], a.at))
        if _write(data, assertion.path, assertion.value, over=assertion.by.kind != "software")
    }
    if not said_by:
        return Shown(source, {})
    try:
        changed = msgspec.convert(data, Record)
    except msgspec.ValidationError as error:
        raise ValueError(f"A statement on record {source.id} does not fit: {error}") from error
    return Shown(msgspec.structs.replace(source, **{field: getattr(changed, field) for field in fields}), said_by)


def element_key(element: dict[str, Any]) -> str:
    """Return the key that names an element of a list field: a text's language (and kind), else its key, value, URI or label."""
    if "value" in element and "scheme" not in element:
        language = element.get("language", Text("").language)
        return f"{language}/{element['kind']}" if element.get("kind") else str(language)
    for name in ("key", "value", "uri", "name", "kind"):
        if element.get(name):
            return str(element[name])
    if element.get("uris"):
        return str(element["uris"][0])
    labels = element.get("labels") or [{"value": ""}]
    return str(labels[0]["value"])


_BY_WORDS = "="
"""How the key begins that names a text by its own words."""

_DIGEST_BYTES = 8
"""Of the digest in such a key: two texts of one field that share it by chance are not to be expected (1 in 2^64)."""


def words_key(value: str) -> str:
    """Return the key that names a text by its own words: `=` and the first 8 bytes of their BLAKE2b digest, in hex."""
    return _BY_WORDS + hashlib.blake2b(value.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def _names_words(path: str) -> bool:
    """Tell whether a path names a text by its words: such statements come last, when all words are those that are shown."""
    return (_matched(path)["key"] or "").startswith(_BY_WORDS)


def _place(elements: list[dict[str, Any]], key: str) -> int | None:
    """Return where the element that `key` names stands in a list field, None where it is not there."""
    if key.startswith(_BY_WORDS):
        found = [n for n, element in enumerate(elements) if words_key(str(element.get("value"))) == key]
        return min(found, key=lambda n: elements[n].get("language", UNDETERMINED) != UNDETERMINED, default=None)
    return next((n for n, element in enumerate(elements) if element_key(element) == key), None)


def _matched(path: str) -> re.Match[str]:
    match = _PATH.match(path)
    if match is None or match["field"] not in Record.__struct_fields__:
        raise ValueError(f"A record has no {path!r}: a path begins with one of its fields, such as rights_of_object.")
    return match


def _write(data: dict[str, Any], path: str, value: Any, *, over: bool) -> bool:
    """Put `value` at `path`; an accepted suggestion (`over` False) only where nothing stands. Return whether it was put."""
    field, key, inner = _matched(path).group("field", "key", "inner")
    if key is None:
        target, name = (data.setdefault(field, {}), inner) if inner else (data, field)
        return _set(target, name, value, over=over)
    elements = data.setdefault(field, [])
    place = _place(elements, key)
    if inner is not None:
        # The source no longer has what the statement is about: it is kept, and applies again if that comes back.
        put = place is not None and _set(elements[place], inner, value, over=over)
        if put and key.startswith(_BY_WORDS) and elements.count(elements[place]) > 1:
            # The same words now stand there twice in the same language: once says it.
            del elements[place]
        return put
    if place is None:
        if value is not None:
            elements.append(value)
        return True
    if not over:
        return False
    elements[place : place + 1] = [] if value is None else [value]
    return True


def _set(target: dict[str, Any], name: str, value: Any, *, over: bool) -> bool:
    # A text in no language that anybody named says so, or says nothing.
    if not over and target.get(name) and target[name] != UNDETERMINED:
        return False
    if value is None:
        target.pop(name, None)
    else:
        target[name] = value
    return True
