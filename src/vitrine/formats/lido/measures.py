"""Measures of LIDO. Often those of the work and of its frame stand unsorted in one set, and only the displayed text tells
them apart: `Height 99, Depth 6.5, Width 77, Width 66, Height 88` beside `Mått 88 x 66 cm` and `Ram 99 x 77 x 6,5 cm`."""

import re
from functools import lru_cache
from typing import NamedTuple

from vitrine.formats.dimensions import measure
from vitrine.formats.dimensions_words import AXES, PARTS, UNITS
from vitrine.formats.lido.draft import LIDO, Draft
from vitrine.formats.lido.terms import word
from vitrine.formats.xml.tree import CHILDREN, TAG, Node
from vitrine.records import Dimension, Repair

_DISPLAY = f"{LIDO}displayObjectMeasurements"
_MEASUREMENTS = f"{LIDO}objectMeasurements"
_SET = f"{LIDO}measurementsSet"
_KIND = f"{LIDO}measurementType"
_UNIT = f"{LIDO}measurementUnit"
_VALUE = f"{LIDO}measurementValue"
_PART = frozenset({f"{LIDO}extentMeasurements", f"{LIDO}qualifierMeasurements"})

WHERE = "dimensions"
RULE = "measure-parts"
"""Repair: measures of the work and of what is around it, mixed in one element, were told apart by the displayed text."""

UNSORTED = ""
"""The part of a measure of which nobody can say what it measures."""


class _Measure(NamedTuple):
    kind: str
    value: float
    unit: str


def measurements(e: Node, draft: Draft, around: str) -> None:
    """Read one set of measures (objectMeasurementsSet) into the draft."""
    shown: list[str] = []
    found: list[_Measure] = []
    part = ""
    if draft.nothing(e):
        return
    for child in e[CHILDREN]:
        if child[TAG] == _DISPLAY:
            if text := draft.text(child, around, "dimension_texts"):
                draft.dimension_texts.append(text)
                shown.append(text.value)
        elif child[TAG] == _MEASUREMENTS and not draft.nothing(child):
            found, part = _structured(child, draft)
    if part:
        draft.dimensions += (Dimension(*one, part) for one in found)
    elif found:
        _sort(found, shown, draft)
    else:
        for words in shown:
            _from_words(words, draft)


def _structured(e: Node, draft: Draft) -> tuple[list[_Measure], str]:
    """Return the measures in an objectMeasurements, and what they measure, where it says so."""
    found: list[_Measure] = []
    part = ""
    for child in e[CHILDREN]:
        if child[TAG] == _SET:
            if one := _measure(child, draft):
                found.append(one)
        elif child[TAG] in _PART:
            said = word(child, draft, WHERE).lower()
            part = part or PARTS.get(said, said)
    return found, part


def _measure(e: Node, draft: Draft) -> _Measure | None:
    """Return the measure in a measurementsSet, None where it has no value, or 0, which says nothing."""
    kind = unit = written = ""
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == _KIND:
            kind = kind or word(child, draft, WHERE)
        elif tag == _UNIT:
            unit = unit or word(child, draft, WHERE)
        elif tag == _VALUE:
            written = draft.value(child, WHERE)
    if not written:
        return None
    value = number(written)
    if value is None:
        draft.notes.defect("measure-unreadable", WHERE, f"{kind} {written} {unit}".strip())
        return None
    if value <= 0:
        draft.notes.defect("measure-zero", WHERE, f"{kind} {written} {unit}".strip())
        return None
    return _Measure(AXES.get(kind.lower(), kind.lower()), value, UNITS.get(unit.lower().rstrip("."), unit))


@lru_cache(maxsize=4096)
def number(written: str) -> float | None:
    """Return the value of `20.4`, `20,4` or `1 200`; None for anything else."""
    bare = written.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    return float(bare) if re.fullmatch(r"-?\d{1,12}(?:\.\d{1,12})?", bare) else None


_SHOWN = re.compile(
    r"(?:(?P<label>[^\W\d_]+(?: [^\W\d_]+)?):? )?(?P<h>\d+(?:[.,]\d+)?) ?[x×] ?(?P<w>\d+(?:[.,]\d+)?)"
    r"(?: ?[x×] ?(?P<d>\d+(?:[.,]\d+)?))? (?P<unit>mm|cm|m|in)"
)


@lru_cache(maxsize=16384)
def _stated(text: str) -> tuple[Dimension, ...]:
    """Return the measures in a displayed text; most are of one simple form, for which there is a short way."""
    match = _SHOWN.fullmatch(text)
    label = match["label"] if match else None
    if match is None or (label and label.lower() not in PARTS):
        return measure(text).dimensions
    part = PARTS[label.lower()] if label else "work"
    values = zip(("height", "width", "depth"), match.group("h", "w", "d"), strict=True)
    return tuple(
        Dimension(kind, float(written.replace(",", ".")), match["unit"], part) for kind, written in values if written
    )


def _sort(found: list[_Measure], shown: list[str], draft: Draft) -> None:
    """Give each measure the part that the displayed texts name for it; where they do not tell, say so."""
    stated = [dimension for text in shown for dimension in _stated(text)]
    if len({one.kind for one in found}) == len(found):
        draft.dimensions += (_fitting(one, stated) or Dimension(*one) for one in found)
        return
    pairs = [(one, _fitting(one, stated)) for one in found]
    told = [fits for _, fits in pairs if fits]
    # Two heights of one part, "Mått" and "Mått [dager]", have not been told apart.
    twice = {(one.kind, one.part) for one in told if sum((o.kind, o.part) == (one.kind, one.part) for o in told) > 1}
    sorted_ = [
        fits if fits and (fits.kind, fits.part) not in twice else Dimension(*one, UNSORTED) for one, fits in pairs
    ]
    draft.dimensions += sorted_
    unsorted = [one for one in sorted_ if one.part == UNSORTED]
    if unsorted:
        said = ", ".join(f"{one.kind} {one.value:g} {one.unit}" for one in unsorted)
        draft.notes.defect("measure-mixed", WHERE, said)
    else:
        _told(found, sorted_, draft)


def _fitting(one: _Measure, stated: list[Dimension]) -> Dimension | None:
    """Take the displayed measure that is this one off the list and return it."""
    for place, other in enumerate(stated):
        if other.value == one.value and other.kind == one.kind and other.unit == one.unit:
            return stated.pop(place)
    return None


def _told(found: list[_Measure], sorted_: list[Dimension], draft: Draft) -> None:
    """Note that measures which were mixed have been told apart."""
    before = ", ".join(f"{kind} {value:g} {unit}" for kind, value, unit in found)
    after = ", ".join(f"{one.part} {one.kind} {one.value:g} {one.unit}" for one in sorted_)
    draft.notes.repairs.append(Repair(WHERE, RULE, before, after))


def _from_words(text: str, draft: Draft) -> None:
    """Read measures that are only given in words."""
    found = measure(text)
    draft.dimensions += found.dimensions
    for code, wrong in (("unreadable", found.unreadable), ("zero", found.zero), ("mixed", found.mixed)):
        if wrong:
            draft.notes.defect(f"measure-{code}", "dimension_texts", text)
