"""Whether a picture may show somebody who is living, as far as the record can say. In doubt it may: then a person has to know."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from vitrine.records import Maker, Record, Term

LONGEST_LIFE = 110
"""Years after which nobody is taken to be living any more; hardly one in a million has grown older."""

_SITTERS = frozenset({
    "sitter", "depicted", "portrayed", "subject", "model", "person depicted", "dargestellt", "dargestellte person", "modell",
    "porträtierte", "porträtierter", "portraituré", "modèle", "personne représentée", "effigiato", "ritrattato", "modello",
    "modella", "persona raffigurata", "retratado", "retratada", "modelo", "persona representada", "avbildad", "porträtterad",
})  # fmt: skip
"""Roles of persons who are in the picture, in the languages of the interface and in Swedish."""

_PHOTOGRAPH = re.compile(
    r"photo|fotogra|foto\b|daguerr|ambroty|ferroty|tintype|calotyp|cyanotyp|gelatin|albumin|albumen|carte de visite|negativ"
    r"|polaroid|diapositiv|\bfilm|\bvideo",
    re.IGNORECASE,
)
_PORTRAIT = re.compile(
    r"portrait|porträt|portrett|bildnis|bildnes|ritratt|retrat|\bsitter|\b(?:self|selbst|själv|auto)[\s-]?port",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"self[\s-]?portrait|selbst(?:bildnis|porträt)|autoritratto|autoportrait|autorretrato|självporträtt", re.IGNORECASE
)
_PHOTOGRAPHS = "300046300"
"""Photographs in the Getty Art & Architecture Thesaurus."""
_PORTRAITS = ("300015637", "iconclass.org/61b", "iconclass.org/rkd/9/?q_s=1&q=61b")
"""Portraits in the same, and historical persons in Iconclass."""
_LIFE = re.compile(r"(?<!\d)(\d{4})\s*[-–—]\s*(?:[a-zA-Z.]{0,4}\s*)?(\d{4}|\d{2})(?!\d)")
_BIRTH = re.compile(r"(?:\*|\bborn|\bb\.|\bgeb(?:oren|\.)|\bné[e]?|\bnat[oa]|\bnacid[oa]|\bf(?:ödd)?\.?)\s*(\d{4})(?!\d)|(?<!\d)(\d{4})\s*[-–—]\s*(?!\d)")  # fmt: skip


def may_be_living(record: Record, today: date) -> bool:
    """Return whether somebody in the picture may be living: somebody named is not known to be dead, or nobody is named
    and it is a portrait or a photograph of the last LONGEST_LIFE years, or of no known date."""
    if _made_by(record) < today.year - LONGEST_LIFE:
        return False
    named = [*_named(record)]
    photograph = _is(record, _PHOTOGRAPH, (_PHOTOGRAPHS,))
    # The titles of photographs carry numbers of negatives that look like years.
    if len(named) < 2 and not photograph and _long_ago(record, today):
        return False
    if any(_living(born, died, today) for born, died in named):
        return True
    return not named and (photograph or _is(record, _PORTRAIT, _PORTRAITS))


def _long_ago(record: Record, today: date) -> bool:
    """Return whether a title says the life of the one who is shown, and it began too long ago: "Leopold, 1614-1662".

    Its end is not believed: "1975-80" may be when the picture was made.
    """
    lives = [_dates_in([text.value]) for text in record.titles]
    born = [begun for begun, ended in lives if begun is not None and ended is not None]
    return bool(born) and max(born) < today.year - LONGEST_LIFE


def _living(born: int | None, died: int | None, today: date) -> bool:
    if died is not None and died <= today.year:
        return False
    return born is None or born > today.year - LONGEST_LIFE


def _made_by(record: Record) -> int:
    """Return the year by which the picture was there, else the death of its last maker; a far future year if unknown."""
    production = [event for event in record.events if event.kind == "production"]
    dated = [event.date.latest for event in production if event.date is not None and event.date.latest is not None]
    if dated:
        return max(dated)
    hands = [maker for maker in (*record.makers, *_makers(record, "production")) if not _sits(maker)]
    deaths = [None if maker.qualifier or maker.anonymous else maker.died for maker in hands]
    known = [died for died in deaths if died is not None]
    return max(known) if known and len(known) == len(deaths) else 9999


def _named(record: Record) -> Iterator[tuple[int | None, int | None]]:
    """Yield birth and death of everybody who is named as being in the picture; None where not recorded."""
    everybody = (*record.makers, *_makers(record))
    for maker in everybody:
        if _sits(maker):
            yield _life(maker)
    if _SELF.search(" ".join(text.value for text in record.titles)):
        yield from (_life(maker) for maker in everybody if not _sits(maker)) if everybody else ((None, None),)
    for subject in record.subjects:
        if subject.kind == "person":
            yield _dates_in(_labels(subject))


def _makers(record: Record, kind: str = "") -> Iterator[Maker]:
    for event in record.events:
        if not kind or event.kind == kind:
            yield from event.makers


def _sits(maker: Maker) -> bool:
    return maker.role.casefold().strip() in _SITTERS


def _life(maker: Maker) -> tuple[int | None, int | None]:
    born, died = _dates_in([maker.dates, maker.name])
    return maker.born if maker.born is not None else born, maker.died if maker.died is not None else died


def _dates_in(texts: Iterable[str]) -> tuple[int | None, int | None]:
    """Return the years of a life that stand behind a name: "Ada Brown (1815–1852)"."""
    said = " ".join(texts)
    if life := _LIFE.search(said):
        # "1646-90" ends in the century in which it begins.
        return int(life[1]), int(life[2] if len(life[2]) == 4 else life[1][:2] + life[2])
    birth = _BIRTH.search(said)
    return (int(birth[1] or birth[2]) if birth else None), None


def _labels(term: Term) -> list[str]:
    return [text.value for text in (*term.labels, *term.notes)]


def _is(record: Record, words: re.Pattern[str], addresses: tuple[str, ...]) -> bool:
    """Return whether the record's terms, techniques or titles name such a picture."""
    terms = (*record.object_types, *record.classifications, *record.subjects, *record.materials, *_techniques(record))
    texts = [text.value for text in record.titles] + [label for term in terms for label in _labels(term)]
    uris = [uri.casefold() for term in terms for uri in term.uris]
    return any(map(words.search, texts)) or any(one in uri for one in addresses for uri in uris)


def _techniques(record: Record) -> Iterator[Term]:
    for event in record.events:
        yield from event.techniques
