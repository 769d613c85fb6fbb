"""A suggestion in words: the language, how sure the program is, and what it found."""

from typing import NamedTuple

from django.utils.translation import gettext, gettext_lazy, ngettext

from vitrine.server.site.words.numbers import count, percent
from vitrine.server.site.words.texts import language_name
from vitrine.server.suggestions.models import Suggestion

_SURE = ((0.95, gettext_lazy("very sure")), (0.8, gettext_lazy("fairly sure")), (0.6, gettext_lazy("not quite sure")))
"""Confidence in words, from so much up."""

FIELDS = {
    "titles": gettext_lazy("Title"),
    "descriptions": gettext_lazy("Description"),
    "credit_lines": gettext_lazy("Credit line"),
    "provenance": gettext_lazy("Provenance"),
    "inscriptions": gettext_lazy("Inscription"),
}


class Candidate(NamedTuple):
    """A language that the text may be in: its tag, its own name, and how likely."""

    tag: str
    name: str
    share: str


def share(value: float) -> str:
    """Return a share between 0 and 1 in per cent."""
    # Nothing is certain: what would be rounded up to that stays below.
    return percent(min(round(value * 1000), 994), 1000)


def surety(confidence: float) -> str:
    """Return how sure the program is, in words."""
    return next((str(words) for least, words in _SURE if confidence >= least), gettext("unsure"))


def field(suggestion: Suggestion) -> str:
    """Return what the text is: title, description, …"""
    name = suggestion.path.partition("[")[0]
    return str(FIELDS.get(name, name))


def candidates(suggestion: Suggestion) -> list[Candidate]:
    """Return the languages that the program thought of, the likeliest first."""
    listed = suggestion.explanation.get("candidates", [])
    return [Candidate(tag, language_name(tag), share(chance)) for tag, chance in listed if chance >= _THOUGHT_OF]


def reasons(suggestion: Suggestion) -> list[str]:
    """Return why the program suggests this, a sentence each."""
    found, language = suggestion.explanation, language_name(suggestion.value)
    others = [language_name(tag) for tag, _ in found.get("candidates", [])[1:2]]
    sentences = []
    if found.get("words"):
        words = ", ".join(f"“{word}”" for word in found["words"])
        if others:
            sentences.append(
                gettext("The letters of {words} are commoner in {language} than in {other}.").format(
                    words=words, language=language, other=others[0]
                )
            )
    if found.get("known"):
        sentences.append(
            gettext("{share} of the works of this source with a named language have texts in {language}.").format(
                share=share(found.get("share", 0.0)), language=language
            )
        )
    else:
        sentences.append(gettext("Of this source no text has a named language, so only the words themselves count."))
    letters = found.get("letters", 0)
    if letters < _SHORT:
        sentences.append(
            ngettext("The text is short: {number} letter.", "The text is short: {number} letters.", letters).format(
                number=count(letters)
            )
        )
    return sentences


_THOUGHT_OF = 0.005
"""Likelihood below which a candidate is not worth a button: it would say 0 %."""

_SHORT = 20
"""Letters below which a text is easily taken for another language."""
