"""Numbers, measures and years in the reader's language."""

from collections.abc import Sequence
from itertools import groupby

from django.utils.formats import number_format
from django.utils.translation import gettext, gettext_lazy, ngettext
from msgspec import structs

from vitrine.records import Date, Dimension

_METRIC = {
    "in": ("cm", 2.54),
    "ft": ("cm", 30.48),
    "yd": ("cm", 91.44),
    "lb": ("kg", 0.45359237),
    "oz": ("g", 28.349523),
}
"""Other units and what one of them is (international yard and pound, 1959)."""

_KINDS = {
    "height": gettext_lazy("height"),
    "width": gettext_lazy("width"),
    "depth": gettext_lazy("depth"),
    "length": gettext_lazy("length"),
    "thickness": gettext_lazy("thickness"),
    "diameter": gettext_lazy("diameter"),
    "circumference": gettext_lazy("circumference"),
    "weight": gettext_lazy("weight"),
    "duration": gettext_lazy("duration"),
}

_PARTS = {
    "work": gettext_lazy("work"),
    "frame": gettext_lazy("frame"),
    "sheet": gettext_lazy("sheet"),
    "image": gettext_lazy("image"),
    "plate": gettext_lazy("plate"),
    "mount": gettext_lazy("mount"),
    "support": gettext_lazy("support"),
    "base": gettext_lazy("base"),
}

_SIDES = ("height", "length", "width", "depth", "thickness")
"""Measures that are written one after the other with × between."""


def count(number: int) -> str:
    """Return a whole number with the reader's separators."""
    return number_format(number, use_l10n=True, force_grouping=True)


def measure(value: float) -> str:
    """Return a measure with at most two decimals, none where they are zero."""
    rounded = round(value, 2)
    decimals = len(f"{rounded:.2f}".rstrip("0").rpartition(".")[2])
    return number_format(rounded, decimal_pos=decimals, use_l10n=True)


def percent(part: int, whole: int) -> str:
    """Return a share as a percentage; something is never shown as nothing, nor nearly all as all."""
    share = 100 * part / whole if whole else 0
    if 0 < share < 1:
        return gettext("under 1%")
    return gettext("{number}%").format(number=min(round(share), 99) if part < whole else round(share))


def dimensions(listed: Sequence[Dimension]) -> list[str]:
    """Return the measures of each part as one text, the work's own first, metric before other units."""
    parts = sorted(listed, key=lambda one: one.part != "work")
    texts = []
    for part, group in groupby(parts, key=lambda one: one.part):
        text = _of_part(list(group))
        texts.append(text if part == "work" else f"{_PARTS.get(part, part)} {text}")
    return texts


def _of_part(measures: list[Dimension]) -> str:
    """Return the measures of one part; those in feet and pounds are given in centimetres and kilograms first."""
    metric = [one for one in measures if one.unit not in _METRIC]
    if metric:
        return _in_words(metric)
    return f"{_in_words([_converted(one) for one in measures])}; {_in_words(measures)}"


def _converted(one: Dimension) -> Dimension:
    unit, factor = _METRIC[one.unit]
    return structs.replace(one, value=round(one.value * factor, 1), unit=unit)


def _in_words(measures: list[Dimension]) -> str:
    sides = [one for kind in _SIDES for one in measures if one.kind == kind]
    if len(sides) > 1 and len({one.unit for one in sides}) == 1:
        numbers = " × ".join(measure(one.value) for one in sides)
        names = " × ".join(str(_KINDS[one.kind]) for one in sides)
        texts = [f"{numbers} {sides[0].unit} ({names})"]
        measures = [one for one in measures if one not in sides]
    else:
        texts = []
    texts += [f"{_KINDS.get(one.kind, one.kind)} {measure(one.value)} {one.unit}".strip() for one in measures]
    return ", ".join(texts)


def year(number: int) -> str:
    """Return a proleptic year as people write it: 0 is 1 BC."""
    if number > 0:
        return str(number)
    return gettext("{year} BC").format(year=1 - number)


def years(date: Date) -> str:
    """Return a date: as the source words it, else from its years."""
    if date.text:
        return date.text
    if date.earliest is None or date.latest is None:
        known = date.earliest if date.latest is None else date.latest
        return year(known) if known is not None else date.edtf
    if date.earliest == date.latest:
        return year(date.earliest)
    return f"{year(date.earliest)}–{year(date.latest)}"


def works(number: int) -> str:
    """Return how many works, with the word for them."""
    return ngettext("{number} work", "{number} works", number).format(number=count(number))
