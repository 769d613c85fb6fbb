"""The texts of a work as a form: a field for each kind of text in each language, the source's words beside it."""

import re
from typing import Any, NamedTuple

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext

from vitrine.records import Record, Text, clean_text, language_tag
from vitrine.server.collection.models import Statement, Work
from vitrine.server.collection.stating import LONGEST_PATH, Wish, own_words, text_in
from vitrine.server.site.words.fields import field_name
from vitrine.server.site.words.texts import language_name

LONGEST = 100_000
"""Characters of one text: a long essay. More would not fit beside others into what a form may send."""

_FIELDS = ("titles", "descriptions", "credit_lines")

_SURROGATE = re.compile(r"^surrogates\[(?P<key>.+)\]\.alt$", re.DOTALL)


class Field(NamedTuple):
    """A text that a person may write. `name` is its place in the form; `alt` whether it describes a picture."""

    name: str
    path: str
    language: str
    kind: str
    alt: bool
    source: str
    own: str
    standing: Statement | None
    suggestions: tuple[Statement, ...]

    @property
    def started(self) -> int:
        """The id of the statement that stands here, 0 for none."""
        return self.standing.pk if self.standing else 0


class Words(NamedTuple):
    """What stands above the source: persons' words by their path, and suggestions."""

    own: dict[str, Statement]
    suggested: list[Statement]


class Group(NamedTuple):
    """The same text in several languages."""

    name: str
    fields: list[Field]


def languages(record: Record, asked: str = "") -> list[str]:
    """Return the languages of the form: the interface's, those of the record's texts, and one that is asked for."""
    texts = [text for name in _FIELDS for text in getattr(record, name)]
    texts += [text for surrogate in record.surrogates for text in surrogate.alt]
    added = language_tag(asked)
    found = [*(code for code, _ in settings.LANGUAGES), *(text.language for text in texts)]
    return list(dict.fromkeys([*found, *([added] if added != "und" else [])]))


def groups(work: Work, record: Record, tags: list[str]) -> list[Group]:
    """Return the form's fields for `record`, the source's own, in the languages `tags`."""
    above = Words(own_words(work), list(work.statements.filter(status="suggested")))
    found: list[Group] = []
    for name in _FIELDS:
        texts: tuple[Text, ...] = getattr(record, name)
        for kind in dict.fromkeys(["", *(text.kind for text in texts)]):
            fields = [_text(name, kind, tag, texts, above) for tag in tags if tag != "und" or _has(texts, kind)]
            label = f"{field_name(name)} ({kind})" if kind else field_name(name)
            found.append(Group(label, fields))
    for number, surrogate in enumerate(record.surrogates):
        path = f"surrogates[{surrogate.key}].alt"
        if len(path) > LONGEST_PATH:
            continue
        label = gettext("What the picture shows: {name}").format(name=surrogate.key)
        alts = [_alt(number, path, tag, surrogate.alt, above) for tag in tags if tag != "und"]
        found.append(Group(label, alts))
    return found


def _has(texts: tuple[Text, ...], kind: str) -> bool:
    return any(text.language == "und" and text.kind == kind for text in texts)


def _text(name: str, kind: str, tag: str, texts: Any, above: Words) -> Field:
    path = f"{name}[{tag}/{kind}]" if kind else f"{name}[{tag}]"
    standing = above.own.get(path)
    said = next((text.value for text in texts if text.language == tag and text.kind == kind), "")
    words = (standing.value or {}).get("value", "") if standing else ""
    machine = tuple(one for one in above.suggested if one.path == path)
    return Field(f"{name}-{kind}-{tag}", path, tag, kind, False, said, words, standing, machine)


def _alt(number: int, path: str, tag: str, texts: Any, above: Words) -> Field:
    standing = above.own.get(path)
    said = next((text.value for text in texts if text.language == tag), "")
    words = text_in(standing.value, tag) if standing else ""
    machine = tuple(one for one in above.suggested if one.path == path)
    return Field(f"alt-{number}-{tag}", path, tag, "", True, said, "" if words == said else words, standing, machine)


def wishes(fields: list[Field], sent: QueryDict) -> tuple[dict[str, Wish], dict[str, str]]:
    """Return what the sent form wishes, and what is wrong with it, both by the fields' names."""
    found: dict[str, Wish] = {}
    faults: dict[str, str] = {}
    for field in fields:
        if field.name not in sent:
            continue
        words = sent.get(field.name, "")
        if sent.get(f"choice-{field.name}") == "theirs":
            continue
        if len(words) > LONGEST:
            faults[field.name] = gettext(
                "This text has {number} characters; {most} are possible. It is not saved: shorten it, nothing is lost."
            ).format(number=len(words), most=LONGEST)
            continue
        words = clean_text(words)
        started = sent.get(f"from-{field.name}", "0")[:18]
        value = {"value": words, "language": field.language, **({"kind": field.kind} if field.kind else {})}
        found[field.name] = Wish(
            field.path,
            None if not words else value,
            int(started) if started.isascii() and started.isdecimal() else 0,
            silent=not words or (field.alt and words == field.source),
            language=field.language if field.alt else "",
        )
    return found, faults


def title_of(tag: str) -> str:
    """Return what a language is called at the head of its text."""
    return gettext("language not recorded") if tag == "und" else language_name(tag)
