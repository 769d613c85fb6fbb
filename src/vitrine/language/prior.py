"""What is known of a text's language before a word of it is read: the languages of the texts beside it."""

import math

import msgspec

USUAL = frozenset(
    [
        "bg",
        "ca",
        "cs",
        "cy",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "eu",
        "fi",
        "fr",
        "ga",
        "gl",
        "he",
        "hr",
        "hu",
        "is",
        "it",
        "ja",
        "la",
        "lt",
        "lv",
        "mt",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "tr",
        "uk",
        "zh",
    ]
)
"""Languages in which European museums describe works. Others stay possible, they only need more of the text to say so."""

_UNUSUAL = 0.02
"""How much less likely than a usual one any other language is (measured: benchmarks/language.py)."""

_FOREIGN = 0.05
"""The share of a source's texts that may be in a language it has not used yet."""

_HALF_KNOWN = 20
"""Texts of known language after which a source's own distribution weighs as much as no knowledge at all."""


class Prior(msgspec.Struct, frozen=True):
    """How often each language occurs among the texts of a source whose language is known; `stated` is the language that a
    person says most of its texts are in, blank where nobody said."""

    counts: dict[str, int] = {}
    stated: str = ""

    @property
    def known(self) -> int:
        """How many texts the distribution rests on."""
        return sum(self.counts.values())

    def share(self, language: str) -> float:
        """Return the share of the source's known texts that are in `language`, 0 to 1."""
        return self.counts.get(language, 0) / self.known if self.known else 0.0

    def log(self, language: str) -> float:
        """Return the natural logarithm of the probability of `language` before the text is read; never minus infinity."""
        base = 1 / len(USUAL) if language in USUAL else _UNUSUAL / len(USUAL)
        own = {base_of(code): number for code, number in self.counts.items()}
        if self.stated:
            own[base_of(self.stated)] = own.get(base_of(self.stated), 0) + 2 * _HALF_KNOWN
        total = sum(own.values())
        if not total:
            return math.log(base)
        trust = (1 - _FOREIGN) * total / (total + _HALF_KNOWN)
        return math.log(trust * own.get(language, 0) / total + (1 - trust) * base)


def base_of(tag: str) -> str:
    """Return the language of a tag without its region and script: `de` of `de-AT`. Both Norwegians count as `no`."""
    language = tag.split("-", 1)[0]
    return "no" if language in ("nb", "nn") else language
