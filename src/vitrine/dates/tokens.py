"""From text to tokens: figures, words with what they can mean, Roman numerals, marks.

Full stops after a word (abbreviations) and apostrophes between letters fall away; every dash becomes `-`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from vitrine.dates import figures
from vitrine.dates.reading import Span
from vitrine.dates.words import Meaning, fold, phrases_from

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘ʼ`´′", "'") | {"⁄": "/", "^": "°"})

_RAW = re.compile(
    r"(?P<number>[0-9]+) | (?P<word>[^\W\d_]+) | (?P<blank>\s+) | (?P<dots>\.+) | (?P<mark>.)", re.VERBOSE | re.DOTALL
)

_OPEN = r"(?:xx|uu|\?\?|--)"
_TWO = rf"(?:[0-9]{{1,2}}|{_OPEN})"
_FULL_FIGURES = re.compile(
    rf"[0-9]{{4}}(?P<a>[-./]){_TWO}(?P=a){_TWO}"
    rf"|{_TWO}(?P<b>[-./])(?:{_TWO}(?P=b))?[0-9]{{4}}"
    rf"|[0-9]{{4}}[-./]{_OPEN}|[0-9]{{3}}[xu]|[0-9]{{2}}{_OPEN}"
)
"""A date in figures with month or day, or with figures left open, to be read by `figures`.

1837-05 is none: among words it is a shortened range, or in doubt.
"""

_YEAR_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")

_FIGURE_STARTS = "0123456789xu?-"
_BEFORE_FIGURES, _AFTER_FIGURES = " ([?~", " )]?,;"
"""What may stand beside a date in figures, at either side of the text's ends."""

_ROMAN = re.compile(r"(x{0,2})(ix|iv|v?i{0,3})(er|e|eme|ieme|o|th|de|ste|te)?")
"""Roman numerals from i to xxix, with an ordinal's ending: the centuries of our era and before it."""

_SUFFIXES = frozenset(
    "st nd rd th e er ere eme ieme re o a de ste te ten tes nde ter tere tte da do ro ra me °".split()  # noqa: SIM905
)
"""Endings glued to figures that make an ordinal: 17th, 17e, 1ère, 17de, 2nde, 1o."""


@dataclass(slots=True)
class Token:
    """One token. `number` is -1 for what is no figure, `roman` 0 for what is no Roman numeral."""

    text: str
    meanings: Mapping[Meaning, int] = field(default_factory=dict)
    number: int = -1
    figures: int = 0
    roman: int = 0
    span: Span | None = None
    glued: bool = False
    """Directly after the token before it, without a blank."""
    wide: bool = False
    """After more than one blank."""
    ordinal: bool = False
    """A figure with an ordinal's ending: 17th, 17., 17e."""
    plural: bool = False
    """A figure with the ending of decades: 1920s, 1920er, '20s."""
    apostrophe: bool = False
    """A figure after an apostrophe: '20, '600."""

    def has(self, meaning: Meaning) -> bool:
        """Tell whether the token can mean `meaning`."""
        return meaning in self.meanings


def tokens_of(text: str, *, day_first: bool | None) -> list[Token]:
    """Return the tokens of a text. `day_first` says how 05/06/1989 is to be read; None: only its year."""
    return _Lexer(fold(text).translate(_DASHES).strip(), day_first).run()


@lru_cache(maxsize=1024)
def _roman(word: str) -> int:
    match = _ROMAN.fullmatch(word)
    if match is None or not (match[1] or match[2]):
        return 0
    units = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
    return 10 * len(match[1]) + units[match[2]]


class _Lexer:
    """Walks through a folded text once and collects its tokens."""

    def __init__(self, text: str, day_first: bool | None) -> None:
        self.text = text
        self.day_first = day_first
        self.at = 0
        self.tokens: list[Token] = []
        self.blank = 0

    def run(self) -> list[Token]:
        while self.at < len(self.text):
            match = _RAW.match(self.text, self.at)
            assert match is not None  # noqa: S101 - the last alternative matches any character
            if match["blank"]:
                self.blank = len(match[0])
                self.at = match.end()
                continue
            if not self._full_figures():
                self._next(match)
        return self._parted()

    def _parted(self) -> list[Token]:
        """Return the tokens, a slash between events made a semicolon: Entwurf 1920 / Ausführung 1922, 1920 (Entwurf) / 1922."""
        for at in range(1, len(self.tokens) - 1):
            slash = self.tokens[at]
            if slash.text not in ("/", "|"):
                continue
            bracketed = at > 1 and self.tokens[at - 1].text == ")"
            words = (self.tokens[at + 1], self.tokens[at - 2] if bracketed else slash)
            if any(not _EVENTS.isdisjoint(word.meanings) for word in words):
                slash.text = ";"
        return self.tokens

    def _add(self, token: Token, end: int) -> None:
        token.glued = self.blank == 0 and bool(self.tokens)
        token.wide = self.blank > 1
        self.tokens.append(token)
        self.blank = 0
        self.at = end

    def _next(self, match: re.Match[str]) -> None:
        if match["number"]:
            self._number(match)
        elif match["word"]:
            self._word(match)
        elif match["dots"]:
            self._dots(match)
        elif match[0] == "'" and not self.text[match.end() : match.end() + 1].isdigit():
            self.at = match.end()
            self.blank = self.blank or 1  # l'année, 1920's: the word after it is a word of its own
            if self.tokens and self.tokens[-1].number >= 0 and (ending := _PLURAL.match(self.text, self.at)):
                self.tokens[-1].plural = True
                self.at = ending.end()
        else:
            self._add(Token(match[0]), match.end())

    def _full_figures(self) -> bool:
        """Take a date in figures that stands alone between blanks and brackets."""
        if self.text[self.at] not in _FIGURE_STARTS or (self.at and self.text[self.at - 1] not in _BEFORE_FIGURES):
            return False
        if any(token.has(Meaning.MONTH) for token in self.tokens[-2:]):
            return False  # November 01.1989
        match = _FULL_FIGURES.match(self.text, self.at) or self._year_and_month()
        if match is None or self.text[match.end() : match.end() + 1] not in ("", *_AFTER_FIGURES):
            return False
        span = figures.read_date(match[0], day_first=self.day_first)
        if span is None:
            return False
        self._add(Token(match[0], span=span), match.end())
        return True

    def _year_and_month(self) -> re.Match[str] | None:
        """Match 1880-02, which can be no shortened range because its end would lie before its start."""
        match = _YEAR_MONTH.match(self.text, self.at)
        return match if match and int(match[2]) <= int(match[1][2:]) else None

    def _number(self, match: re.Match[str]) -> None:
        apostrophe = bool(self.tokens) and self.tokens[-1].text == "'"
        if apostrophe:
            self.blank = 0 if self.tokens.pop().glued else 1
        text = match[0]
        number = int(text) if len(text) <= 9 else 10**9
        self._add(Token(text, number=number, figures=len(text), apostrophe=apostrophe), match.end())
        self._suffix()

    def _suffix(self) -> None:
        """Take the ending glued to the figure just read: of an ordinal, or of a decade."""
        match = _SUFFIX.match(self.text, self.at)
        if match is None:
            return
        ending, token = match[1], self.tokens[-1]
        if ending in ("s", "er", "ers", "erne") and token.figures != 1 and (token.number % 10 == 0 or ending == "s"):
            token.plural = True
        elif ending in _SUFFIXES and token.figures <= 2:
            token.ordinal = True
        else:
            return
        self.at = match.end() - (match[0].endswith(".") and ending == "s")

    def _word(self, match: re.Match[str]) -> None:
        word, end = match[0], match.end()
        glued_to_figure = self.blank == 0 and bool(self.tokens) and self.tokens[-1].number >= 0
        for phrase, meanings in phrases_from(word):
            stop = self._phrase_end(phrase, end)
            if stop and self._era_fits(meanings, phrase, stop):
                text = " ".join(phrase)
                self._add(Token(text, meanings=meanings, roman=_roman(text) if len(phrase) == 1 else 0), stop)
                return
        roman = 0 if glued_to_figure else _roman(word)
        self._add(Token(word, roman=roman), end)

    def _phrase_end(self, phrase: tuple[str, ...], end: int) -> int:
        """Return where a phrase whose first word ends at `end` ends, 0 where the text goes on differently."""
        for word in phrase[1:]:
            gap = _GAP.match(self.text, end)
            assert gap is not None  # noqa: S101 - it matches the empty string
            start = gap.end()
            if not self.text.startswith(word, start):
                return 0
            end = start + len(word)
            if self.text[end : end + 1].isalpha():
                return 0
        return end

    def _era_fits(self, meanings: Mapping[Meaning, int], phrase: tuple[str, ...], stop: int) -> bool:
        """Tell whether an era in single letters (a. C., v. C.) follows a figure and none follows it, but for A. D. 50."""
        if len(phrase) == 1 or not (Meaning.BC in meanings or Meaning.AD in meanings):
            return True
        ahead = _DIGIT_AHEAD.match(self.text, stop) is not None
        return ahead if phrase == ("a", "d") and ahead else bool(self.tokens) and not ahead

    def _dots(self, match: re.Match[str]) -> None:
        """Drop the full stop of an abbreviation; a full stop after a figure makes an ordinal: 17. Jh."""
        if len(match[0]) == 1 and self.blank == 0 and self.tokens:
            last = self.tokens[-1]
            if last.number < 0 and last.text[-1:].isalpha():
                self.at = match.end()
                return
            if last.number >= 0 and last.figures <= 2 and not self.text[match.end() : match.end() + 1].isdigit():
                last.ordinal = True
                self.at = match.end()
                return
            if match.end() == len(self.text):
                self.at = match.end()
                return
            if last.figures > 2 and _SENTENCE_AHEAD.match(self.text, match.end()):
                self._add(Token(";"), match.end())  # 1950. Cast 1951
                return
        self._add(Token(match[0]), match.end())


_EVENTS = frozenset((Meaning.MADE, Meaning.DESIGNED, Meaning.COPIED, Meaning.REPLICA, Meaning.SHOWN, Meaning.AGAIN))
_SUFFIX = re.compile(r"(?::|\.(?=[oa]\b))?([^\W\d_]+|°)\.?")
_DIGIT_AHEAD = re.compile(r"[\s.]*[0-9]")
_PLURAL = re.compile(r"(?:s|erne|er)\b")
_SENTENCE_AHEAD = re.compile(r"\s+[^\W\d_(]|\s+\(")
_GAP = re.compile(r"[\s.'/\-]*")
