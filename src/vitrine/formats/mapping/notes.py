"""What is noticed while a record is read, and the reading of single values that notices it."""

import math
from typing import Any, NamedTuple

from vitrine.dates import resolve
from vitrine.formats.mapping.model import Source
from vitrine.formats.mapping.paths import as_text, as_texts
from vitrine.formats.mapping.values import Maps
from vitrine.formats.repairs import is_damaged, repair_text, repair_uri
from vitrine.records import UNDETERMINED, Defect, Repair, language_tag

_MOST_DETAIL = 300
"""Characters of a value at fault that a defect shows."""


class Notes:
    """Collects repairs and defects. The methods read one value as the file has it; `where` is its place in the record."""

    __slots__ = ("defects", "leave", "repairs")

    def __init__(self, leave: frozenset[str] = frozenset()) -> None:
        """`leave` names rules of repair that are not to be applied."""
        self.leave = leave
        self.repairs: list[Repair] = []
        self.defects: list[Defect] = []

    def defect(self, code: str, where: str, detail: str = "") -> None:
        """Note that something is wrong at `where`."""
        self.defects.append(Defect(code, where, detail[:_MOST_DETAIL]))

    def text(self, raw: Any, where: str) -> str:
        """Return the one text that `raw` is, repaired; blank where it says nothing."""
        if raw is None:
            return ""
        value = raw if type(raw) is str else as_text(raw)
        if not value:
            return ""
        value, repairs = repair_text(value, where, self.leave)
        if repairs:
            self.repairs.extend(repairs)
        if not value.isascii() and is_damaged(value):
            self.defect("text-encoding", where, value)
        return value

    def texts(self, raw: Any, where: str) -> list[str]:
        """Return all texts that `raw` holds, repaired, blank ones left out."""
        if raw is None:
            return []
        return [text for one in as_texts(raw) if (text := self.text(one, where))]

    def uri(self, raw: Any, where: str) -> str:
        """Return the link that `raw` is, repaired; blank where there is none."""
        value = raw if type(raw) is str else as_text(raw)
        if not value or value.isspace():
            return ""
        if "link" in self.leave and _is_safe(value):
            return value.strip()
        value, repairs, defects = repair_uri(value, where)
        self.repairs.extend(repairs)
        self.defects.extend(defects)
        return value

    def uris(self, raw: Any, where: str) -> tuple[str, ...]:
        """Return all links that `raw` holds, repaired."""
        return tuple(uri for one in as_texts(raw) if (uri := self.uri(one, where)))

    def language(self, raw: Any, where: str, otherwise: str) -> str:
        """Return the tag for what a source calls a language, `otherwise` where it says nothing."""
        value = self.text(raw, where)
        if not value or value == UNDETERMINED:
            return value or otherwise
        tag = language_tag(value)
        if tag == UNDETERMINED:
            self.defect("language-invalid", where, value)
        return tag

    def year(self, raw: Any, where: str, *, last: bool = False) -> int | None:
        """Return the year that a cell holds (of a span its last, if `last`), None for 0 and for what is none.

        Museums count 700 BC as -700; years here are astronomical, as EDTF has them: -699.
        """
        value = self.text(raw, where).strip("()[] ")
        if not value:
            return None
        number = _whole(value)
        if number is None:
            found = resolve(value)
            if found.kind == "unreadable":
                self.defect("date-unreadable", where, value)
            return found.latest if last else found.earliest
        if number == 0:
            self.defect("date-zero", where)
            return None
        if number > _LAST_YEAR:
            self.defect("date-unreadable", where, value)
            return None
        return number if number > 0 else number + 1

    def number(self, raw: Any, where: str) -> float | None:
        """Return the number that a cell holds, with point or comma; None for what is none."""
        if raw is None:
            return None
        value = self.text(raw, where).replace(",", ".")
        try:
            number = float(value) if value else math.nan
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def whole(self, raw: Any, where: str) -> int | None:
        """Return the positive whole number that a cell holds; None for what is none."""
        number = self.number(raw, where)
        return int(number) if number and 0 < number < 1e15 else None


def _is_safe(link: str) -> bool:
    """Return whether a link may be kept as it is written: nothing is left of one that runs code."""
    return repair_uri(link, "")[0] != ""


class Setting(NamedTuple):
    """What holds while one field is read: its name in the record, and what the mapping says of the whole source."""

    field: str
    source: Source
    maps: Maps

    def tag(self, values: dict[str, Any], notes: Notes) -> str:
        """Return the language of an element's texts: its own, else that of the source."""
        if "language" not in values:
            return self.source.language
        return notes.language(values["language"], self.field, self.source.language)

    def table(self, named: dict[str, str] | str) -> dict[str, str]:
        """Return the translation that a setting `map` means: written there, or by the name of one in `[maps]`."""
        return self.maps.get(named, {}) if isinstance(named, str) else named


_LAST_YEAR = 2100
"""Later years are what systems write for "still alive" and "no end": 9999."""
_LONGEST_YEAR = 7
"""Characters of a year: what is longer is an identifier or a mistake, and no year of a work."""


def _whole(value: str) -> int | None:
    bare = value.removesuffix(".0")
    digits = bare.removeprefix("-")
    return int(bare) if digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_YEAR else None
