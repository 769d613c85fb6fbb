"""The texts of a record whose language nobody has named, and what the program suggests for them."""

from collections.abc import Iterator
from typing import NamedTuple

from vitrine.language import MODEL, VERSION, Prior, identify
from vitrine.language import Suggestion as Identified
from vitrine.records import UNDETERMINED, Record
from vitrine.records.layers import words_key
from vitrine.server.collection.models import Source, Work
from vitrine.server.collection.report import profile_counts
from vitrine.server.suggestions.models import Suggestion

KIND = "language"
"""The kind of these suggestions."""

FIELDS = ("titles", "descriptions", "credit_lines", "provenance", "inscriptions")
"""The fields whose texts are looked at: sentences and titles. Single terms say too little of their language."""


class Unnamed(NamedTuple):
    """A text without a language, and the path that names its language."""

    path: str
    text: str


def unnamed(record: Record) -> Iterator[Unnamed]:
    """Yield the texts of `record` whose language nobody has named, each once."""
    for field in FIELDS:
        said = {text.value for text in getattr(record, field) if text.language == UNDETERMINED and text.value}
        yield from (Unnamed(f"{field}[{words_key(value)}].language", value) for value in sorted(said))


def prior_of(source: Source) -> Prior:
    """Return what is known of the languages of a source: in how many works each is named."""
    counts: dict[str, int] = {}
    for profile, works in profile_counts(source.name):
        for language in profile.languages:
            if language != UNDETERMINED:
                counts[language] = counts.get(language, 0) + works
    return Prior(counts)


def suggested(work: Work, one: Unnamed, prior: Prior, job_id: int) -> Suggestion | None:
    """Return the suggestion for a text, None where the program cannot tell. It is not saved."""
    found = identify(one.text, prior)
    if not found.language:
        return None
    return Suggestion(
        kind=KIND,
        work=work,
        source_id=work.source_id,
        path=one.path,
        text=one.text,
        value=found.language,
        confidence=found.confidence,
        model=MODEL,
        version=VERSION,
        explanation=_explanation(found),
        job_id=job_id,
    )


def _explanation(found: Identified) -> dict[str, object]:
    return {
        "candidates": [list(one) for one in found.candidates],
        "words": list(found.words),
        "share": found.share,
        "known": found.known,
        "letters": found.letters,
    }
