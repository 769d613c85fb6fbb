"""Measures out of words: `support: 394 x 419 mm`, `Image: 60.1 x 48.2cm (23 11/16 x 19")`, `H 30 cm; B 20 cm`, `cm 30x20`.

Without axes named, numbers are height, width, depth, in that order, as museums write them. Where metric and imperial
measures stand side by side, the metric ones are taken: the others are conversions of them or the reverse, rounded.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from vitrine.formats import dimensions_words as words
from vitrine.records import Dimension

LONGEST_TEXT = 4000
"""Characters: what is longer is no statement of measures."""

_ORDER = ("height", "width", "depth")


class Measured(msgspec.Struct, frozen=True, gc=False):
    """The measures of a text. `unreadable`: none were found though it claims some; `zero`: some were 0, and are left out;
    `mixed`: those of the work and of its frame, mount or base stand in one text."""

    dimensions: tuple[Dimension, ...] = ()
    unreadable: bool = False
    zero: bool = False
    mixed: bool = False


@lru_cache(maxsize=16384)
def measure(text: str, unit: str = "") -> Measured:
    """Return the measures that `text` states; `unit` is the unit of numbers that have none. Never raises."""
    if simple := _SIMPLE.fullmatch(text):
        return _measured_simple(simple)
    if len(text) > LONGEST_TEXT:
        return Measured(unreadable=True)
    groups = list(_merged(_Parser(_tokens(text), words.UNITS.get(unit.lower().rstrip("."), "")).groups()))
    found = tuple(_dimensions(groups))
    kept = tuple(one for one in found if one.value)
    parts = {one.part for one in kept}
    return Measured(
        kept,
        unreadable=not found and bool(text.strip()) and not any(word in text.lower() for word in words.VARIABLE),
        zero=len(kept) < len(found),
        mixed=bool(parts & words.AROUND_THE_WORK) and bool(parts - words.AROUND_THE_WORK),
    )


# Five sixths of one museum's texts are of this form; the general way takes ten times as long.
_SIMPLE = re.compile(r"(?:(support|image|object|sheet|frame): )?([1-9]\d*) x ([1-9]\d*)(?: x ([1-9]\d*))? (mm|cm)")


def _measured_simple(match: re.Match[str]) -> Measured:
    label, *numbers, unit = match.groups()
    part = words.PARTS[label] if label else "work"
    return Measured(
        tuple(Dimension(kind, float(n), unit, part) for kind, n in zip(_ORDER, numbers, strict=True) if n is not None)
    )


class _Token(NamedTuple):
    """`sort` is number, unit, by, axis, part, word, or the sign itself (`(`, `)`, `:`, `;`, `,`, `/`, line end)."""

    sort: str
    text: str
    value: float = 0.0


_TOKEN = re.compile(
    r"(?P<clock>\d{1,2}:\d\d(?::\d\d)?)"
    r"|(?P<number>\d{1,3}(?: \d{3})+(?![\d/])|\d+(?:[.,]\d+)*(?:(?:\s+|-)\d+/\d+)?)(?P<fraction>/\d+)?"
    r"|(?P<word>[^\W\d_]+)\.?|(?P<sign>[\"'×*()\[\]:;,=/&+ø⌀]|\n)"
)
_SIGNS = str.maketrans(
    {"”": '"', "“": '"', "″": '"', "„": '"', "′": "'", "’": "'", "⁄": "/", "✕": "x", "⨯": "x", "\u00a0": " "}
)
_FRACTION_SIGN = re.compile(r"(\d?)([¼½¾⅐-⅞])")
_BY = frozenset({"x", "×", "*", "by", "mal", "х"})
"""Words and signs between the numbers of one measure; the last is a Cyrillic letter that looks like x."""


def _tokens(text: str) -> list[_Token]:
    text = text.translate(_SIGNS).replace("''", '"').replace("\r\n", "\n").replace("\r", "\n")
    text = _FRACTION_SIGN.sub(lambda m: f"{m[1]}{' ' if m[1] else ''}{unicodedata.normalize('NFKC', m[2])}", text)
    text = text.replace("⁄", "/")
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        if match["clock"]:
            seconds = 0
            for piece in match["clock"].split(":"):
                seconds = seconds * 60 + int(piece)
            found += [_Token("number", match["clock"], seconds), _Token("unit", "s")]
        elif match["number"]:
            found.append(_Token("number", match.group(), _number(match["number"], match["fraction"])))
        else:
            found.append(_word(match["word"] or match["sign"], found[-1].sort if found else ""))
    return found


def _word(text: str, before: str) -> _Token:
    """Tell what a word or sign is; `before` is the sort of the token before it."""
    lower = text.lower()
    if lower in _BY:
        return _Token("by", text)
    unit = words.UNITS.get(lower)
    if unit and (before == "number" or (unit in words.UNIT_BEFORE_NUMBER and text != "M")):
        return _Token("unit", unit)
    # `L` is length in most languages, `l` and `d` depend on what stands beside them.
    axis = "length" if text == "L" else lower if lower in ("l", "d") else words.AXES.get(lower)
    if axis:
        return _Token("axis", axis)
    if lower in words.PARTS:
        return _Token("part", words.PARTS[lower])
    return _Token(text, text) if len(text) == 1 and not text.isalpha() else _Token("word", lower)


def _number(text: str, fraction: str | None) -> float:
    """Return the value of `14,5`, `1,200`, `1 200`, `23 11/16`, `11/16`. A divisor of 0 gives 0."""
    if fraction:
        return _ratio(text + fraction)
    whole, _, part = text.replace("-", " ").rpartition(" ")
    if "/" in part:
        return _plain(whole.strip()) + _ratio(part)
    return _plain(text)


def _ratio(text: str) -> float:
    above, _, below = text.partition("/")
    return int(above) / int(below) if above.isdigit() and int(below) else 0.0


def _plain(text: str) -> float:
    """Return the value of a number; where it has a comma or stop and three digits after it, those are thousands if it is
    written so twice or in a group of blanks; a single comma before three digits is told by the unit, see `_Parser`."""
    text = text.replace(" ", "")
    marks = [char for char in text if char in ".,"]
    if len(marks) > 1:
        last = marks[-1]
        text = text.replace("," if last == "." else ".", "") if len(set(marks)) == 2 else text.replace(last, "")
    try:
        return min(float(text.replace(",", ".")), 1e12)
    except ValueError:
        return 0.0


class _Number:
    """A number with what is known of it so far."""

    __slots__ = ("axis", "text", "unit", "value")

    def __init__(self, token: _Token, axis: str, unit: str) -> None:
        self.text, self.value, self.axis, self.unit = token.text, token.value, axis, unit


class _Group:
    """Numbers that belong together (`30 x 20 cm`), and the part they measure."""

    def __init__(self, part: str, labelled: bool, in_brackets: bool) -> None:
        self.part, self.labelled, self.in_brackets = part, labelled, in_brackets
        self.numbers: list[_Number] = []

    @property
    def imperial(self) -> bool:
        return self.numbers[0].unit in words.IMPERIAL


class _Parser:
    """Goes through the tokens once and collects groups of numbers."""

    def __init__(self, tokens: list[_Token], default_unit: str) -> None:
        self._tokens = tokens
        self._default_unit = default_unit
        self._groups: list[_Group] = []
        self._group: _Group | None = None
        self._part, self._labelled = "work", False
        self._axis, self._unit = "", ""
        self._order: list[str] = []
        self._depth = 0
        self._at = 0

    def groups(self) -> list[_Group]:
        """Return the groups that have a unit."""
        steps = {
            "number": self._on_number,
            "unit": self._on_unit,
            "axis": self._on_axis,
            "part": self._on_part,
            "word": self._on_word,
        }
        for at, token in enumerate(self._tokens):
            self._at = at
            if step := steps.get(token.sort):
                step(token)
            elif token.sort != "by":
                self._on_sign(token.sort)
        _borrow_units(self._groups)
        for group in self._groups:
            _spread_units(group, self._default_unit)
        return [group for group in self._groups if group.numbers and group.numbers[0].unit]

    def _next(self, steps: int = 1) -> _Token:
        place = self._at + steps
        return self._tokens[place] if 0 <= place < len(self._tokens) else _Token("", "")

    def _on_number(self, token: _Token) -> None:
        after = self._next()
        if after.sort == ":" or (after.sort == "word" and self._next(-1).sort != "by"):
            return  # `support 2: …`, `6 parts`
        joined = self._next(-1).sort == "by" and self._group is not None and self._group.numbers
        feet = self._group.numbers[-1] if self._group and self._group.numbers else None
        if feet and feet.unit == "ft" and self._next(-1).sort == "unit" and after.text == "in":
            feet.value, feet.unit = feet.value * 12 + token.value, "in"
            return
        if not joined and not (self._next(-1).sort == "axis" and self._next(-2).sort == "by" and self._group):
            self._group = _Group(self._part, self._labelled, self._depth > 0)
            self._groups.append(self._group)
        assert self._group is not None  # noqa: S101
        number = _Number(token, self._axis, self._unit)
        if self._order:
            number.axis = number.axis or self._order.pop(0)
        self._group.numbers.append(number)
        self._axis = ""
        if self._next().sort != "by":
            self._unit = ""

    def _on_unit(self, token: _Token) -> None:
        before = self._next(-1)
        if before.sort == "number" and self._group and self._group.numbers and not self._group.numbers[-1].unit:
            self._group.numbers[-1].unit = token.text
        elif self._next().sort == "number":
            self._unit = token.text

    def _on_axis(self, token: _Token) -> None:
        before, after = self._next(-1), self._next()
        if after.sort == "by" and self._next(2).sort == "axis":  # H x B x T
            self._order.append(token.text)
        elif before.sort == "by" and self._next(-2).sort == "axis":
            self._order.append(token.text)
            if not self._number_follows() and self._groups and not self._order_used():
                self._name_backwards()
        elif self._group and self._group.numbers and not self._is_before_number():
            self._group.numbers[-1].axis = self._group.numbers[-1].axis or token.text  # 30 cm high, 30 (h) x 20 (w)
        else:
            self._axis = token.text

    def _order_used(self) -> bool:
        return any(number.axis for number in self._groups[-1].numbers)

    def _name_backwards(self) -> None:
        """`30 x 20 cm (H x B)`: the axes named after the numbers."""
        for number, axis in zip(self._groups[-1].numbers, self._order, strict=False):
            number.axis = axis
        self._order = []

    def _number_follows(self) -> bool:
        """Tell whether a number comes before the next break."""
        sorts = [token.sort for token in self._tokens[self._at + 1 :]]
        return next((sort for sort in sorts if sort in ("number", "by", ";", "\n")), "") == "number"

    def _is_before_number(self) -> bool:
        """Tell whether nothing but a colon, an equals sign or a unit stands between here and a number."""
        sorts = [token.sort for token in self._tokens[self._at + 1 : self._at + 4]]
        return next((sort for sort in sorts if sort not in (":", "=", "unit")), "") == "number"

    def _on_part(self, token: _Token) -> None:
        part = self._joined_part(token.text)
        prepositions = {self._next(-1).text, self._next(-2).text if self._next(-1).sort == "word" else ""}
        if prepositions & words.WITHOUT:
            part = "work"
        elif prepositions & words.WITH and part == "base":
            part = "work and base"
        last = self._groups[-1] if self._groups else None
        if last is not None and not last.labelled and self._group is not None and not self._is_label():
            for group in self._groups:
                if not group.labelled:
                    group.part, group.labelled = part, True
        else:
            self._part, self._labelled = part, True
            self._group = None

    def _joined_part(self, part: str) -> str:
        """`Image/Sheet`, `support & image`: one label, several parts."""
        if self._next(-1).sort in "/&+" and self._next(-2).sort == "part" and self._next(-1).sort:
            several = {part, self._next(-2).text}
            return next((one for one in words.FIRST_OF_SEVERAL if one in several), part)
        return part

    def _is_label(self) -> bool:
        """Tell whether a part is named for the numbers after it, not for those before it."""
        for token in self._tokens[self._at + 1 :]:
            if token.sort in ("number", ":"):
                return True
            if token.sort in (";", "\n", "part") or (token.sort == ")" and self._depth):
                return False
        return False

    def _on_word(self, token: _Token) -> None:
        """An unknown word right before a colon is a label of its own: `hat: 8 x 10 cm`."""
        pending = self._labelled and self._group is None
        if self._next().sort == ":" and not pending and token.text not in words.NO_PART:
            self._part, self._labelled = token.text[:40], True
            self._group = None

    def _on_sign(self, sign: str) -> None:
        if sign in "([":
            self._depth += 1
        elif sign in ")]":
            self._depth = max(0, self._depth - 1)
        elif sign == "\n":
            self._group = None
            self._part, self._labelled = "work", False
            self._order = []


def _borrow_units(groups: list[_Group]) -> None:
    """Give a number that an axis names and no unit follows (`H. 0,73 ; l. 0,92 m`) the unit of the next one."""
    for group, following in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        number, unit = group.numbers[-1], following.numbers[0].unit
        alike = group.part == following.part and group.in_brackets == following.in_brackets
        if alike and number.axis and not any(one.unit for one in group.numbers) and unit not in words.WEIGHTS:
            number.unit = unit


def _spread_units(group: _Group, default: str) -> None:
    """Give numbers without a unit that of the next number that has one, else of the one before; read `1,200 mm` rightly."""
    unit = ""
    for number in reversed(group.numbers):
        number.unit = unit = number.unit or unit
    for number in group.numbers:
        number.unit = unit = number.unit or unit or default
    for number in group.numbers:
        if number.unit in ("mm", "g") and re.fullmatch(r"\d{1,3}[.,]\d{3}", number.text):
            number.value *= 1000


def _merged(groups: list[_Group]) -> Iterator[_Group]:
    """Yield the groups; of the same measures in metric and imperial units only the metric; nothing else in brackets."""
    kept: list[_Group] = []
    for group in groups:
        last = kept[-1] if kept else None
        same = last is not None and last.part == group.part and len(last.numbers) == len(group.numbers)
        if last is not None and same and last.imperial != group.imperial and _kind(last) == _kind(group):
            if last.imperial:
                group.labelled, group.in_brackets = last.labelled, last.in_brackets
                for old, new in zip(last.numbers, group.numbers, strict=True):
                    new.axis = new.axis or old.axis
                kept[-1] = group
        elif last is None or not group.in_brackets:
            kept.append(group)
    return iter(kept)


def _kind(group: _Group) -> str:
    unit = group.numbers[0].unit
    return "weight" if unit in words.WEIGHTS else "duration" if unit in words.SECONDS else "size"


def _dimensions(groups: list[_Group]) -> Iterator[Dimension]:
    axes = {number.axis for group in groups for number in group.numbers}
    seconds = 0.0
    for group in groups:
        for place, number in enumerate(group.numbers):
            if number.unit in words.WEIGHTS:
                yield Dimension("weight", round(number.value, 4), number.unit, group.part)
            elif number.unit in words.SECONDS:
                seconds += number.value * words.SECONDS[number.unit]
            elif number.axis or place < len(_ORDER):
                kind = _axis(number.axis, axes) or _ORDER[place]
                yield Dimension(kind, round(number.value, 4), number.unit, group.part)
    if seconds:
        yield Dimension("duration", seconds, "s")


def _axis(axis: str, axes: set[str]) -> str:
    """Tell what `l` and `d` mean here: in French and Italian `l` beside a height is the width, unless a width is named;
    `d` is the depth of what has a height and a width, else the diameter."""
    if axis == "l":
        return "width" if "height" in axes and "width" not in axes else "length"
    if axis == "d":
        return "depth" if "height" in axes and axes & {"width", "length", "l"} else "diameter"
    return axis
