"""How well languages are suggested: texts whose language the museum itself names, with the name hidden from the program."""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from vitrine.formats import open_feed
from vitrine.language import Prior, identify
from vitrine.language.prior import base_of
from vitrine.records import UNDETERMINED

FIELDS = ("titles", "descriptions", "credit_lines", "provenance")

FEW = 200
"""Texts of a language below which no figure is given for it alone."""

KNOWN = 0.5
"""The share of a source's texts whose language is taken as known, for the prior; the others are tried."""

THRESHOLDS = (0.8, 0.9, 0.95)


class Known(NamedTuple):
    """A text and the language that its museum names."""

    text: str
    language: str


def measure(shared: Path) -> dict[str, dict[str, Any]]:
    """Return how many texts of the Nationalmuseum (Swedish and English) are told right, without and with a prior."""
    texts = read(sorted((shared / "data/nationalmuseum").glob("*.tgz"))[0])
    known, tried = texts[::2], texts[1::2]
    prior = Prior(dict(Counter(one.language for one in known)))
    figures: dict[str, dict[str, Any]] = {"texts tried": {"value": len(tried)}}
    for label, given in (("without a prior", None), ("with the source's prior", prior)):
        figures |= rates(label, tried, given)
    return figures


def read(path: Path) -> list[Known]:
    """Return the texts of an export whose language is named, each once, in a fixed order."""
    feed = open_feed(path, feed="nationalmuseum")
    found: dict[Known, None] = {}
    for raw in feed.items():
        record = feed.read(raw).record
        for field in FIELDS:
            for text in getattr(record, field):
                if text.language != UNDETERMINED:
                    found[Known(text.value, base_of(text.language))] = None
    return sorted(found)


def rates(label: str, texts: list[Known], prior: Prior | None) -> dict[str, dict[str, Any]]:
    """Return the shares that are right: of all that were suggested, by language, and above each threshold."""
    answers = [(one, identify(one.text, prior)) for one in texts]
    said = [(one, found) for one, found in answers if found.language]
    figures = {
        f"{label}: no suggestion, %": {"value": share(len(answers) - len(said), len(answers))},
        f"{label}: right of those suggested, %": {"value": right(said)},
    }
    for language, number in Counter(one.language for one, _ in said).items():
        if number >= FEW:
            mine = [pair for pair in said if pair[0].language == language]
            figures[f"{label}: right, {language}, %"] = {"value": right(mine), "texts": number}
    for least in THRESHOLDS:
        sure = [pair for pair in said if pair[1].confidence >= least]
        figures[f"{label}: right at confidence {least} and more, %"] = {"value": right(sure), "texts": len(sure)}
    return figures


def right(pairs: list[Any]) -> float:
    """Return how many per cent of the suggestions are the museum's own language."""
    return share(sum(found.language == one.language for one, found in pairs), len(pairs))


def share(part: int, whole: int) -> float:
    """Return a share in per cent."""
    return round(100 * part / whole, 2) if whole else 0.0
