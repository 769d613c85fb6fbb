"""What a card says of one use of AI. The descriptions are the words of the reference page and of every complaint."""

import hashlib
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from vitrine.rights import Operation

Words = dict[str, str]
"""A text by language: `{en = "…", it = "…"}`. English has to be there."""

INTERFACE_LANGUAGES = ("en", "it", "de", "fr", "es")
"""The languages of the interface: a card that lacks one is shown in English there, and its author is told."""


def _text(description: str, example: str, pattern: str | None = None) -> Meta:
    return Meta(min_length=1, pattern=pattern, description=description, examples=[example])


class Model(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A model, or other thing learned from data, that the use runs."""

    name: Annotated[str, _text("What the model is called.", "py3langid")]
    version: Annotated[str, _text("The version that runs.", "0.3.0")]
    licence: Annotated[str, _text("Its licence as an SPDX identifier; free, also for commerce.", "BSD-3-Clause")]
    checksum: Annotated[
        str,
        _text("The SHA-256 of its file.", "sha256: and 64 hexadecimal digits", r"^sha256:[0-9a-f]{64}$"),
    ]
    origin: Annotated[
        str,
        _text("Where it comes from: an address, or a package and its index.", "https://pypi.org/project/py3langid/"),
    ]


class Keeping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is kept of the use."""

    what: Annotated[Words, Meta(description="What is kept: results, pictures, logs. Say so if it is nothing.")]
    how_long: Annotated[Words, Meta(description="How long each of it is kept.")]


class Duty(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One article of the AI Act, whether it applies, and why."""

    article: Annotated[str, _text("The article.", "50(1)", r"^\d+[a-z]?(\(\w+\))*$")]
    applies: Annotated[bool, Meta(description="Whether the museum has to do something because of it.")]
    reason: Annotated[Words, Meta(description="Why, and what is done.")]


class AIAct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the author of the card reads the AI Act. A reading, not legal advice."""

    role: Annotated[
        Literal["provider", "deployer", "both"],
        Meta(description="What the museum is when it runs this use: the system's provider, its deployer, or both."),
    ]
    duties: Annotated[list[Duty], Meta(min_length=1, description="The articles that were looked at.")]


class People(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What no use of Vitrine does. Each has to be answered, and the answer has to be no."""

    identifies: Annotated[bool, Meta(description="Whether it tells who somebody is.")]
    infers_emotions: Annotated[bool, Meta(description="Whether it infers what somebody feels.")]
    sorts_by_traits: Annotated[
        bool,
        Meta(description="Whether it sorts people by origin, religion, politics, sex life or other traits."),
    ]


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One measured figure."""

    name: Annotated[Words, Meta(description="What was measured.")]
    value: Annotated[str, _text("The figure with its unit.", "94.2 %")]


class Evaluation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How well it works, by whose data, and how anybody can measure it again."""

    on: Annotated[Words, Meta(description="On what it was measured, how much of it, and what that leaves out.")]
    date: Annotated[str, _text("The day of the measurement.", "2026-11-20", r"^\d{4}-\d{2}-\d{2}$")]
    command: Annotated[str, _text("The command that measures it again.", "python -m benchmarks language")]
    figures: Annotated[list[Figure], Meta(min_length=1, description="What came out.")]


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One use of AI, said so that a visitor understands it and a curator can answer for it."""

    schema: Annotated[Literal[1], Meta(description="The version of this schema.")]
    identifier: Annotated[
        str, _text("The name of the entry point.", "language-suggestions", r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    ]
    version: Annotated[str, _text("The version of the use; a new one has to be confirmed again.", "1.0")]
    functions: Annotated[
        list[
            Annotated[str, Meta(min_length=1, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", examples=["suggest-language"])]
        ],
        Meta(min_length=1, description="What it does, each in a few words with hyphens."),
    ]
    computes: Annotated[
        list[Literal["device", "server"]],
        Meta(min_length=1, description="Where it computes: on the visitor's device, on the museum's server."),
    ]
    operations: Annotated[
        list[Operation],
        Meta(description="What it does with works, as the rights gate names it; empty if it touches none."),
    ]
    material: Annotated[
        list[Literal["media", "metadata"]],
        Meta(description="What of works it does that with: pictures and other media, or the texts of the record."),
    ]
    models: Annotated[list[Model], Meta(description="The models that run; empty if there are none.")]
    title: Annotated[Words, Meta(description="What it is called, in a few words.")]
    description: Annotated[
        Words, Meta(description="What it does, in plain words: what a visitor or a curator sees of it.")
    ]
    does_not: Annotated[Words, Meta(description="What it does not do, above all what somebody might fear or hope.")]
    purpose: Annotated[Words, Meta(description="Why the museum uses it, and for whom.")]
    looks_at: Annotated[Words, Meta(description="What goes in: which texts, pictures, camera frames.")]
    alternative: Annotated[Words, Meta(description="How the same is done without AI.")]
    objection: Annotated[Words, Meta(description="How somebody objects, and what happens then.")]
    limits: Annotated[list[Words], Meta(min_length=1, description="What it does badly, one limit each.")]
    keeps: Keeping
    people: People
    ai_act: AIAct
    evaluation: Evaluation

    @property
    def digest(self) -> str:
        """What a person confirms: a SHA-256 of all that the card says, but for its translations."""
        said = _without_translations(msgspec.to_builtins(self))
        return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()


def is_words(value: object) -> bool:
    """Return whether a part of a card, as plain data, is a text by language."""
    return isinstance(value, dict) and "en" in value


def _without_translations(part: object) -> object:
    if isinstance(part, dict):
        if is_words(part):
            return part["en"]
        return {key: _without_translations(value) for key, value in part.items()}
    return [_without_translations(one) for one in part] if isinstance(part, list) else part


def in_language(words: Words, language: str) -> tuple[str, str]:
    """Return a text as a reader of `language` is shown it, and the language it is in: English where nobody wrote it."""
    return (words[language], language) if words.get(language) else (words["en"], "en")
