"""Centuries, decades and their parts: XVII secolo, 1600-talet, seicento, late 1920s, 2. Viertel 18. Jh."""

from vitrine.dates.atom import Atom, Found, after_join, has, joins, skip_links, token_at
from vitrine.dates.parts import Part, Stretch
from vitrine.dates.tokens import Token
from vitrine.dates.words import EARLY, LAST, LATE, Meaning

LAST_CENTURY = 29
"""The highest ordinal of a century that is believed, before or after Christ; a higher one is another number."""

LAST_SHARE = 10
"""The highest ordinal of a share of a century: the tenth decade."""

IDIOM_CENTURY = 1900
"""Decades named without a century (anni '20, zwanziger Jahre, jaren twintig) are of the twentieth, by idiom."""

SEICENTO = 11
"""Added to the hundreds of '600 for its century, the 17th."""


def read_base(tokens: list[Token], at: int) -> Found:
    """Return the century or decade that begins at token `at`, with a part named behind it; None for anything else."""
    if at >= len(tokens):
        return None
    found = _century(tokens, at) or _decade(tokens, at)
    return found and trailing_part(tokens, found)


# Parts: early, second half of, 2./3. Viertel


def read_part(tokens: list[Token], at: int) -> tuple[Stretch, int] | None:
    """Return the part of a century or decade that begins at token `at`: early, mid to late, 2./3. Viertel."""
    first = _one_part(tokens, at)
    if first is not None:
        part, after = first
        then = after_join(tokens, after)
        second = _one_part(tokens, then) if then > after else None
        return (Stretch(part, second[0]), second[1]) if second else (Stretch(part, part), after)
    ordinal = _ordinal(tokens, at)
    then = after_join(tokens, at + 1)
    second = _one_part(tokens, then) if ordinal is not None and then > at + 1 else None
    if ordinal is None or second is None or second[0].shares == 0:
        return None
    return Stretch(Part(ordinal, second[0].shares), second[0]), second[1]


def _one_part(tokens: list[Token], at: int) -> tuple[Part, int] | None:
    ordinal = _ordinal(tokens, at)
    if ordinal is not None and has(tokens, at + 1, Meaning.SHARE):
        return Part(ordinal, tokens[at + 1].meanings[Meaning.SHARE]), at + 2
    if ordinal in (1, 2) and _is_named_century(tokens, at + 1):
        return (Part(EARLY) if ordinal == 1 else Part(2, 2)), at + 1  # primo Ottocento, secondo Ottocento
    if not has(tokens, at, Meaning.PART):
        return None
    number = tokens[at].meanings[Meaning.PART]
    # "late half"; but not "fine V", where the letter is a numeral and no Viertel.
    spelled = has(tokens, at + 1, Meaning.SHARE) and len(tokens[at + 1].text) > 2
    if number in (EARLY, LATE) and spelled:
        return Part(1 if number == EARLY else LAST, tokens[at + 1].meanings[Meaning.SHARE]), at + 2
    return Part(number), at + 1


def _is_named_century(tokens: list[Token], at: int) -> bool:
    """Tell whether a century is named at token `at` as Italians do: Ottocento, '800."""
    token = token_at(tokens, at)
    if token is None:
        return False
    return token.has(Meaning.NAMED_CENTURY) or (token.apostrophe and token.figures == 3)


def _ordinal(tokens: list[Token], at: int) -> int | None:
    """Return the ordinal at token `at`: second, 2., 2nd, 2, II, last."""
    token = token_at(tokens, at)
    if token is None:
        return None
    if token.has(Meaning.ORDINAL):
        return token.meanings[Meaning.ORDINAL]
    if 0 < token.number <= LAST_SHARE and token.figures <= 2 and not token.plural:
        return token.number
    return token.roman if 0 < token.roman <= LAST_SHARE else None


def trailing_part(tokens: list[Token], found: tuple[Atom, int]) -> tuple[Atom, int]:
    """Take a part behind the century: sec. XVI (prima metà); 17th century, second half; 1600-talets mitt."""
    atom, at = found
    if atom.part is not None or atom.kind not in ("century", "decade"):
        return found
    opened = tokens[at].text if at < len(tokens) and tokens[at].text in ("(", ",", ";") else ""
    part = read_part(tokens, at + bool(opened))
    if part is None:
        return found
    stretch, after = part
    if opened == "(":
        closed = after < len(tokens) and tokens[after].text == ")"
        return (atom._replace(part=stretch), after + 1) if closed else found
    if _starts_date(tokens, skip_links(tokens, after)):
        return found  # 18th century, late 19th century: the part is of what follows
    if opened and after < len(tokens) and _names_thing(tokens[after]):
        return found  # 17th century, later lining
    return atom._replace(part=stretch), after


def _names_thing(token: Token) -> bool:
    """Tell whether a word names what a part before it is of: later frame, senare ram."""
    return (not token.meanings and token.text.isalpha()) or token.has(Meaning.ELSE) or token.has(Meaning.SOURCE)


def _starts_date(tokens: list[Token], at: int) -> bool:
    token = token_at(tokens, at)
    if token is None:
        return False
    return token.number >= 0 or token.roman > 0 or token.has(Meaning.CENTURY) or token.has(Meaning.ORDINAL)


# Centuries


def _century(tokens: list[Token], at: int) -> Found:
    token = tokens[at]
    if token.has(Meaning.NAMED_CENTURY):
        return Atom("century", token.meanings[Meaning.NAMED_CENTURY]), at + 1
    return _century_of_hundreds(tokens, at) or _ordinal_century(tokens, at) or _century_ordinal(tokens, at)


def _century_of_hundreds(tokens: list[Token], at: int) -> Found:
    """Read 1600-talet, 1700s, 900s, '600."""
    token = tokens[at]
    if token.number < 100 or token.number % 100:
        return None
    if token.apostrophe and token.figures == 3:
        return Atom("century", token.number // 100 + SEICENTO), at + 1
    if token.plural and token.figures in (3, 4):
        return Atom("century", token.number // 100 + 1, loose=token.figures == 4), _after_years(tokens, at + 1)
    tal = _after_tal(tokens, at)
    return (Atom("century", token.number // 100 + 1), tal) if tal else None


def _after_tal(tokens: list[Token], at: int) -> int:
    """Return the index after `-talet` behind a figure, 0 where there is none; 1700- och 1800-talen share one."""
    then = at + 1
    if then < len(tokens) and tokens[then].text == "-":
        then += 1
        shared = has(tokens, then, Meaning.AND) or has(tokens, then, Meaning.OR)
        if shared and then + 1 < len(tokens) and tokens[then + 1].number > 0 and _after_tal(tokens, then + 1):
            return then - 1
    return then + 1 if has(tokens, then, Meaning.TAL) and tokens[then].glued else 0


def _ordinal_century(tokens: list[Token], at: int) -> Found:
    """Read 17th century, 17. Jh., XVII secolo, XVII e siècle, seventeenth century, 18th-century."""
    token = tokens[at]
    number = _century_number(token)
    hyphen = at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].glued
    apart = token.roman > 0 and at + 1 < len(tokens) and tokens[at + 1].text in ("e", "eme") and not hyphen
    at += 1 + (hyphen or apart)
    if number == 0 or not has(tokens, at, Meaning.CENTURY):
        return None
    word, behind = tokens[at], token_at(tokens, at + 1)
    if token.has(Meaning.LINK) and behind is not None and behind.roman:
        return None  # i secoli XVI e XVII: the letter is an article
    if len(word.text) == 1 and not (token.ordinal or token.roman):
        return None  # "17 c", "17 s": the letter is no century
    if word.has(Meaning.CIRCA) and _starts_date(tokens, at + 1) and not has(tokens, at + 1, Meaning.CENTURY):
        return None
    return Atom("century", number, size=word.meanings[Meaning.CENTURY]), at + 1


def _century_number(token: Token) -> int:
    if token.has(Meaning.ORDINAL):
        return max(token.meanings[Meaning.ORDINAL], 0)
    if token.figures in (1, 2) and not token.plural and 0 < token.number <= LAST_CENTURY:
        return token.number
    return token.roman


def _century_ordinal(tokens: list[Token], at: int) -> Found:
    """Read sec. XVII, siglo XVII, siècle 17; a single letter (s. XVII) only before a Roman numeral."""
    token = token_at(tokens, at + 1)
    if token is None or not has(tokens, at, Meaning.CENTURY):
        return None
    word = tokens[at]
    size, letter = word.meanings[Meaning.CENTURY], len(word.text) == 1
    if token.roman and not (letter and word.has(Meaning.CIRCA)):
        return Atom("century", token.roman, size=size, roman=True), at + 2
    in_figures = token.figures in (1, 2) and 0 < token.number <= LAST_CENTURY and not token.plural
    return (Atom("century", token.number, size=size), at + 2) if in_figures and not letter else None


# Decades


def _decade(tokens: list[Token], at: int) -> Found:
    token = tokens[at]
    if token.has(Meaning.YEARS):
        return _years_led(tokens, at)
    if token.has(Meaning.TENS):
        return _tens(tokens, at)
    if token.number < 0 or token.number % 10:
        return None
    return _short_decade(tokens, at) if token.figures == 2 else _full_decade(tokens, at)


def _tens(tokens: list[Token], at: int) -> Found:
    """Read zwanziger Jahre; zwanziger before a join and dreißiger Jahre; trenta behind anni venti and a join."""
    tens = tokens[at].meanings[Meaning.TENS]
    if has(tokens, at + 1, Meaning.YEARS_AFTER):
        return _of_century(tokens, tens, at + 2)
    then = after_join(tokens, at + 1)
    leads = then > at + 1 and has(tokens, then, Meaning.TENS) and has(tokens, then + 1, Meaning.YEARS_AFTER)
    follows = at > 1 and joins(tokens[at - 1]) and tokens[at - 2].has(Meaning.TENS)
    return _of_century(tokens, tens, at + 1) if leads or follows else None


def _full_decade(tokens: list[Token], at: int) -> Found:
    """Read 1920s, 1920er Jahre, 1920-talet, 490s BC."""
    token, tal = tokens[at], _after_tal(tokens, at)
    if token.figures == 4 and (token.plural or tal):
        return Atom("decade", token.number), tal or _after_years(tokens, at + 1)
    ancient = token.figures == 3 and token.plural and has(tokens, at + 1, Meaning.BC)
    return (Atom("decade", token.number), at + 1) if ancient else None


def _short_decade(tokens: list[Token], at: int) -> Found:
    """Read '20s, 20er Jahre, 20-talet; and 60s, which only a decade before it completes (1950s-60s)."""
    token, tal = tokens[at], _after_tal(tokens, at)
    if tal:
        return _of_century(tokens, token.number, tal)
    if not token.plural:
        return None
    after, then = _after_years(tokens, at + 1), after_join(tokens, at + 1)
    leads = at + 1 < then < len(tokens) and tokens[then].plural and _after_years(tokens, then + 1) > then + 1
    if after > at + 1 or token.apostrophe or leads:  # 20er/30er Jahre
        return _of_century(tokens, token.number, after)
    return Atom("decade", token.number, figures=2), after


def _after_years(tokens: list[Token], at: int) -> int:
    """Return the index after `Jahre` behind 1920er, or behind 1920er-."""
    then = at + 1 if at < len(tokens) and tokens[at].text == "-" and tokens[at].glued else at
    return then + 1 if has(tokens, then, Meaning.YEARS_AFTER) else at


def _years_led(tokens: list[Token], at: int) -> Found:
    """Read anni '20, années 1920, jaren twintig, años 20."""
    then = at + 1
    while has(tokens, then, Meaning.YEARS):
        then += 1
    token = token_at(tokens, then)
    if token is None:
        return None
    if token.has(Meaning.TENS):
        return _of_century(tokens, token.meanings[Meaning.TENS], then + 1)
    if token.number < 0 or token.number % 10 or token.figures not in (2, 4):
        return None
    if token.figures == 4:
        return Atom("decade", token.number, named=True), then + 1
    return _of_century(tokens, token.number, then + 1)


def _of_century(tokens: list[Token], tens: int, at: int) -> Found:
    """Complete a decade without a century: of the one named behind it (anni venti dell'Ottocento), or the idiom's."""
    then = skip_links(tokens, at)
    century = _century(tokens, then) if then < len(tokens) else None
    if century is not None and century[0].size == 100:
        return Atom("decade", (century[0].number - 1) * 100 + tens), century[1]
    return Atom("decade", IDIOM_CENTURY + tens, loose=True), at
