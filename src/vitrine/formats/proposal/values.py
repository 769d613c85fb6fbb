"""What the values of a column say: what they can be, whatever the column is called."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property

from vitrine.dates import resolve
from vitrine.formats.attribution import attribution, is_nobody, qualifier
from vitrine.formats.dimensions import measure
from vitrine.formats.media_names import is_media_name, media_type
from vitrine.formats.proposal.names import around
from vitrine.formats.proposal.sample import Column
from vitrine.rights import parse

_LOOKED_AT = 300
"""Different values of a column that are looked at."""

_FOR_PROGRAMS = re.compile(r"//api\.|/api/|/manifests?/|manifest\.json|/iiif/", re.IGNORECASE)
"""Addresses that programs read, and no person."""
_NUMBER = re.compile(r"[\[(]?-?\d+(?:[.,]\d+)?[\])]?")
_YEAR = re.compile(r"[\[(]?-?\d{1,4}(?:\.0)?[\])]?|\d{4}-\d\d-\d\d(?:[T ].*)?")
_SIDE_BY_SIDE = re.compile(r"\d\s*[x×*]\s*\d", re.IGNORECASE)
_FRACTION = re.compile(r"\d[.,]\d")
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NO_PICTURES = frozenset({"base", "manifest", "baseuri", "iiifbaseuri", "info"})
_YES_NO = frozenset(
    {
        "0",
        "1",
        "true",
        "false",
        "yes",
        "no",
        "y",
        "n",
        "ja",
        "nee",
        "nein",
        "si",
        "sì",
        "sí",
        "oui",
        "non",
        "nej",
        "vero",
        "falso",
        "x",
        "t",
        "f",
        "valid",
        "invalid",
    }
)
_YES = frozenset({"1", "true", "yes", "y", "ja", "si", "sì", "sí", "oui", "vero", "x", "t"})
_INVERTED = re.compile(r"[^,\d()]+, [^,\d()]+(?:\s*\([^)]*\))?")
_SURE_SEPARATORS = re.compile(r"[|$]|(?<=\)) (?=\()")
"""Also between values each in brackets: `(1912) (1908)`."""
_SEPARATORS = ("|", "$", " ; ", "; ", ";", "\n", ", ")
_BETWEEN_LINKS = re.compile(r"\S([,;\s]+)(?=https?://)")
_FEWEST_WITH_SEPARATOR = 0.02
"""Share of values that hold a separator from which it counts as one; for the comma, which texts hold too, see `separator`."""


class Evidence:
    """What a column's values look like: each share is of its different values, 0 to 1."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self.values = list(dict.fromkeys(column.values))[:_LOOKED_AT]
        self._pieces = [
            piece.strip() for value in self.values for piece in _SURE_SEPARATORS.split(value) if piece.strip()
        ]

    def share(self, test: Callable[[str], object]) -> float:
        """Return how many of the values pass a test, 0 to 1; of what one cell holds side by side, each counts."""
        return sum(1 for piece in self._pieces if test(piece)) / len(self._pieces) if self._pieces else 0.0

    @cached_property
    def numbers(self) -> float:
        """Numbers, also in brackets."""
        return self.share(_NUMBER.fullmatch)

    @cached_property
    def years(self) -> float:
        """Years by their form, or whole dates in figures."""
        return self.share(_YEAR.fullmatch)

    @cached_property
    def dates(self) -> float:
        """Texts that are read as dates."""
        return self.share(lambda value: len(value) <= 120 and resolve(value).kind != "unreadable")

    @cached_property
    def measures(self) -> float:
        """Texts with measures; their unit may be missing."""
        return self.share(lambda value: measure(value, "cm").dimensions and not _NUMBER.fullmatch(value))

    @cached_property
    def plain_measures(self) -> float:
        """Texts that can be nothing but measures: with a unit, or a sign between their numbers."""
        return self.share(
            lambda value: (
                not _WEB.match(value)
                and (measure(value).dimensions or (_SIDE_BY_SIDE.search(value) and measure(value, "cm").dimensions))
            )
        )

    @cached_property
    def broken_measures(self) -> float:
        """Texts with a decimal fraction, as centimetres have and millimetres have not."""
        return self.share(_FRACTION.search)

    @cached_property
    def measures_without_unit(self) -> bool:
        """Whether most of the measures are numbers without a unit: `174 x 121`."""
        return self.share(lambda value: measure(value).dimensions) < 0.5 * self.measures

    @cached_property
    def links(self) -> float:
        """Web addresses, also several."""
        return self.share(_WEB.match)

    @cached_property
    def pictures(self) -> float:
        """Addresses of media files."""
        return self.share(lambda value: _WEB.match(value) and media_type(value.split(" ")[0]))

    @cached_property
    def file_names(self) -> float:
        """Bare names of media files."""
        return self.share(
            lambda value: is_media_name(value.partition(";")[0].strip().rpartition("/")[2]) and not _WEB.match(value)
        )

    @cached_property
    def statements(self) -> float:
        """Rights statements that are understood."""
        return self.share(lambda value: parse(value).kind == "statement")

    @cached_property
    def words(self) -> float:
        """Texts with at least one word of three letters."""
        return self.share(lambda value: re.search(r"[^\W\d_]{3}", value) and not _WEB.match(value))

    @cached_property
    def yes_no(self) -> bool:
        """Whether there is nothing but yes and no, of any kind."""
        return bool(self.values) and all(value.lower() in _YES_NO for value in self.values)

    @cached_property
    def length(self) -> float:
        """Characters, on average."""
        return sum(map(len, self.values)) / len(self.values) if self.values else 0.0

    @cached_property
    def inverted(self) -> bool:
        """Whether names are written `Last, First`."""
        sign = self.separator()
        names = [piece.strip() for value in self.values for piece in (value.split(sign) if sign else [value])]
        bare = [taken.name for name in names if not is_nobody(name) and " " in (taken := attribution(name)).name]
        return bool(bare) and sum(1 for name in bare if _INVERTED.fullmatch(name)) > 0.6 * len(bare)

    def between_links(self) -> str:
        """Return the sign that parts several addresses in one cell; blank if there is none."""
        signs = Counter(match[1] for value in self.values for match in _BETWEEN_LINKS.finditer(value))
        return signs.most_common(1)[0][0] if signs else ""

    def separator(self, *, commas: bool = False) -> str:
        """Return the sign that parts several values in one cell; blank if there is none.

        A comma counts only if asked for, and where the pieces are short and come again in other cells.
        """
        for sign in _SEPARATORS:
            if (sign == ", " and not commas) or (self.column.each and sign not in "|$"):
                continue  # what is a list already is cut only at signs that nothing else is written with
            holding = [value for value in self.values if sign in value]
            if len(holding) < max(1, _FEWEST_WITH_SEPARATOR * len(self.values)):
                continue
            pieces = [piece.strip() for value in self.values for piece in value.split(sign)]
            short = sum(map(len, pieces)) / len(pieces) <= 60
            if sign in "|$" or (short and sign != ", ") or (sign == ", " and self._is_a_list(pieces, len(holding))):
                return sign
        return ""

    def _is_a_list(self, pieces: list[str], holding: int) -> bool:
        """Tell whether commas part words: the pieces come again in other cells, or most cells hold several short ones."""
        again = sum(1 for number in Counter(pieces).values() if number > 1)
        brief = sum(1 for piece in pieces if piece and len(piece.split()) <= 3) >= 0.95 * len(pieces)
        return all(pieces) and brief and (again * 3 >= len(set(pieces)) or holding > len(self.values) / 2)


def is_yes(value: str) -> bool:
    """Return whether a value means yes, in any of the languages."""
    return value.strip().lower() in _YES


_FEWEST_LITTLE_WORDS, _CLEARLY_MORE = 4, 1.5


def language_of(columns: list[Column]) -> str:
    """Return the language that the texts of columns are written in, by their little words; blank where it is in doubt."""
    counts: Counter[str] = Counter()
    for column in columns:
        for value in column.values[:1000]:
            words = re.findall(r"[^\W\d_]+", value.casefold())
            for tag, known in around().little_words.items():
                counts[tag] += sum(1 for word in words if word in known)
    (best, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return best if most >= _FEWEST_LITTLE_WORDS and most > _CLEARLY_MORE * next_most else ""


def share_beyond_ascii(columns: list[Column]) -> float:
    """Return how many of the texts of columns have letters that English has not, 0 to 1."""
    values = [value for column in columns for value in column.values[:1000]]
    return sum(any(char.isalpha() and not char.isascii() for char in value) for value in values) / max(1, len(values))


def fits(role: str, evidence: Evidence) -> float:
    """Return how well a column's values suit a part, 0 (not at all) to 1. A column without values suits any, a little."""
    if not evidence.values:
        return 0.3
    test = _TESTS.get(role) or _TESTS.get(role.partition(".")[0]) or _a_text
    return test(evidence)


def _a_text(evidence: Evidence) -> float:
    if evidence.yes_no or evidence.links > 0.5 or evidence.numbers > 0.5:
        return 0.0
    return 1.0 if evidence.words > 0.5 else 0.6


def _a_title(evidence: Evidence) -> float:
    # Works are called "1984" and "No. 5" too, but not all of them.
    if evidence.yes_no or evidence.links > 0.3 or evidence.numbers > 0.8 or evidence.length > 500:
        return 0.0
    return 1.0 if evidence.words > 0.4 else 0.5


def _a_label(evidence: Evidence) -> float:
    # The text on a gallery's wall, and not what a program calls a thing.
    return _a_text(evidence) if evidence.length >= _SHORTEST_LABEL else 0.0


_SHORTEST_LABEL = 25


def _an_identifier(evidence: Evidence) -> float:
    if evidence.yes_no or evidence.length > 120:
        return 0.0
    return 1.0 if evidence.column.unique else 0.8


def _a_name(evidence: Evidence) -> float:
    if evidence.yes_no or evidence.links > 0.3 or evidence.numbers > 0.4 or evidence.length > 200:
        return 0.0
    return 0.4 if evidence.dates > 0.7 and evidence.words < 0.5 else 1.0 if evidence.words > 0.6 else 0.5


def _a_qualifier(evidence: Evidence) -> float:
    # Why a work is attributed ("firma", "documento") is no "attributed to".
    return 1.0 if evidence.share(qualifier) > 0.3 else 0.0


def _life_dates(evidence: Evidence) -> float:
    has_years = evidence.share(re.compile(r"\d{4}|\d{2}th|eeuw|secolo|jh", re.IGNORECASE).search)
    return 1.0 if has_years > 0.3 else 0.3


def _a_year(evidence: Evidence) -> float:
    return 1.0 if evidence.years > 0.7 else 0.9 if evidence.dates > 0.7 else 0.0


def _a_date(evidence: Evidence) -> float:
    if evidence.links > 0.2 or evidence.yes_no:
        return 0.0
    return 1.0 if evidence.dates > 0.5 else 0.7 if evidence.dates > 0.2 else 0.0


def _measures(evidence: Evidence) -> float:
    return 1.0 if evidence.measures > 0.4 else 0.6 if evidence.measures > 0.1 else 0.0


def _a_measure(evidence: Evidence) -> float:
    return 1.0 if evidence.numbers > 0.7 or evidence.measures > 0.5 else 0.0


def _a_picture(evidence: Evidence) -> float:
    if evidence.pictures > 0.4:
        return 1.0
    if _NO_PICTURES & set(evidence.column.name.words):
        return 0.0  # the address from which a IIIF server's pictures are made up
    # Many addresses of pictures have no ending; names of files are media.file.
    return 0.9 if evidence.links > 0.6 else 0.0


def _a_file(evidence: Evidence) -> float:
    return 1.0 if evidence.file_names > 0.5 else 0.0


def _a_link(evidence: Evidence) -> float:
    if (
        evidence.links < 0.6
        or evidence.share(_FOR_PROGRAMS.search) > 0.5
        or _NO_PICTURES & set(evidence.column.name.words)
    ):
        return 0.0
    return 0.3 if evidence.pictures > 0.5 else 1.0


def _rights(evidence: Evidence) -> float:
    if evidence.yes_no or evidence.numbers > 0.5:
        return 0.0
    return 1.0 if evidence.statements > 0.2 or evidence.words > 0.5 or evidence.links > 0.5 else 0.5


def _a_number(evidence: Evidence) -> float:
    return 1.0 if evidence.numbers > 0.8 else 0.0


def _a_uri(evidence: Evidence) -> float:
    return 1.0 if evidence.links > 0.5 else 0.0


def _a_code(evidence: Evidence) -> float:
    return 1.0 if evidence.length <= 12 and evidence.numbers < 0.3 else 0.3


def _a_unit(evidence: Evidence) -> float:
    return 1.0 if evidence.length <= 12 and evidence.numbers < 0.2 else 0.0


_TESTS: dict[str, Callable[[Evidence], float]] = {
    "record.id": _an_identifier,
    "identifier": _an_identifier,
    "title": _a_title,
    "title.language": _a_code,
    "label": _a_label,
    "maker.surname": _a_name,
    "maker.forename": _a_name,
    "maker.name": _a_name,
    "maker.dates": _life_dates,
    "maker.qualifier": _a_qualifier,
    "maker.born": _a_year,
    "maker.died": _a_year,
    "maker.uri": _a_uri,
    "date.text": _a_date,
    "date.earliest": _a_year,
    "date.latest": _a_year,
    "acquisition.date": _a_date,
    "dimensions": _measures,
    "height": _a_measure,
    "width": _a_measure,
    "depth": _a_measure,
    "length": _a_measure,
    "diameter": _a_measure,
    "weight": _a_measure,
    "dimension.value": _a_measure,
    "dimension.unit": _a_unit,
    "media.url": _a_picture,
    "media.thumbnail": _a_picture,
    "media.file": _a_file,
    "media.width": _a_number,
    "media.height": _a_number,
    "media.rights": _rights,
    "rights": _rights,
    "landing_page": _a_link,
    "subject.uri": _a_uri,
    "languages": _a_code,
    "location": _a_title,
    "ignore": lambda _: 1.0,
}
