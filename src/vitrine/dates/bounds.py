"""One end of what a text dates: a single date with what stands around it: circa, ?, before, after, or later, BC."""

from collections.abc import Callable
from typing import NamedTuple

from vitrine.dates.atom import Atom, has
from vitrine.dates.centuries import trailing_part
from vitrine.dates.days import read_atom
from vitrine.dates.tokens import Token
from vitrine.dates.words import Meaning


class Bound(NamedTuple):
    """A date and its qualifiers."""

    atom: Atom
    circa: bool = False
    circa_behind: bool = False
    """The circa stands behind the date, where it is of a whole range: 1600-1625 circa."""
    uncertain: bool = False
    before: bool = False
    after: bool = False
    linked: bool = False
    """An "of" or "from" leads it."""
    since: bool = False
    """A "from" leads it, which without a "to" means from then on."""
    preceded: bool = False
    """A "before" or "after" leads it."""


_Change = Callable[[Bound], Bound]

_BEFORE: tuple[tuple[Meaning, _Change], ...] = (
    (Meaning.MAYBE, lambda bound: bound._replace(uncertain=True)),
    (Meaning.CIRCA, lambda bound: bound._replace(circa=True)),
    (Meaning.BEFORE, lambda bound: bound._replace(before=True, preceded=True)),
    (Meaning.AFTER, lambda bound: bound._replace(after=True, preceded=True)),
    (Meaning.LINK, lambda bound: bound._replace(linked=True)),
    (Meaning.FROM, lambda bound: bound._replace(linked=True, since=True)),
    (Meaning.NEAR, lambda bound: bound),
)
"""What a word before a date makes of it; the first meaning counts."""

_BEHIND: tuple[tuple[Meaning, _Change], ...] = (
    (Meaning.EARLIER, lambda bound: bound._replace(before=True)),
    (Meaning.LATER, lambda bound: bound._replace(after=True)),
    (Meaning.MAYBE, lambda bound: bound._replace(uncertain=True)),
    (Meaning.BEFORE, lambda bound: bound._replace(before=True)),
    (Meaning.AFTER, lambda bound: bound._replace(after=True)),
)
"""What a word behind a date makes of it: 1840 or later, 1503 post, 1510 ante."""

_ENDS = frozenset(",;-)](['/?")
"""Marks behind which a qualifier behind a date ends; another word would make it part of something else."""


def read_bound(tokens: list[Token], at: int) -> tuple[Bound, int] | None:
    """Return the bound that begins at token `at` and the index after it, or None."""
    bound = Bound(Atom("none"))
    era: bool | None = None
    while at < len(tokens):
        atom = None if _is_qualifier(tokens, at) else read_atom(tokens, at)
        if atom is not None:
            found = atom[0] if era is None else atom[0]._replace(before_christ=era)
            return _behind(tokens, bound._replace(atom=found), atom[1])
        if _is_hyphen(tokens, at) or _is_slash(tokens, at):
            at += 1
            continue
        if has(tokens, at, Meaning.AD):
            era = False  # AD 50
        elif (changed := _before(bound, tokens[at])) is not None:
            bound = changed
        else:
            return None
        at += 1
    return None


def _is_qualifier(tokens: list[Token], at: int) -> bool:
    """Tell whether a letter that could be a Roman numeral or a century is a qualifier here: v. 1850, c. 1850."""
    token = tokens[at]
    if len(token.text) != 1 or not token.has(Meaning.CIRCA) or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].number >= 0 or tokens[at + 1].text in ("?", "'")


def _is_hyphen(tokens: list[Token], at: int) -> bool:
    """Tell whether a hyphen only ties a before or after to its date: pre-1901."""
    return tokens[at].text == "-" and (has(tokens, at - 1, Meaning.BEFORE) or has(tokens, at - 1, Meaning.AFTER))


def _is_slash(tokens: list[Token], at: int) -> bool:
    """Tell whether a slash ties two qualifiers: um/nach 1650."""
    qualifiers = (Meaning.CIRCA, Meaning.BEFORE, Meaning.AFTER)
    return tokens[at].text == "/" and all(
        any(has(tokens, beside, word) for word in qualifiers) for beside in (at - 1, at + 1)
    )


def _before(bound: Bound, token: Token) -> Bound | None:
    """Return the bound with the qualifier in `token`, or None where it is no qualifier."""
    if token.text in ("?", "~", "±"):
        return bound._replace(uncertain=True) if token.text == "?" else bound._replace(circa=True)
    if Meaning.FROM in token.meanings and Meaning.AFTER in token.meanings:
        return bound._replace(linked=True, since=True)  # desde 1650; desde 1650 hasta 1660
    for meaning, change in _BEFORE:
        if meaning in token.meanings:
            return change(bound)
    return None


def _behind(tokens: list[Token], bound: Bound, at: int) -> tuple[Bound, int]:
    """Take the qualifiers behind the date: 200 BC, 1837?, 1837 (?), 1550 ca., 1840 (or later), 1503 post."""
    while at < len(tokens):
        step = _suffix(tokens, bound, at) or _bracketed(tokens, bound, at)
        if step is None:
            break
        bound, at = step
    return bound, at


def _bracketed(tokens: list[Token], bound: Bound, at: int) -> tuple[Bound, int] | None:
    """Take qualifiers in brackets, or behind a comma where they say "or later"."""
    opened = tokens[at].text
    if opened == ",":
        later = has(tokens, at + 1, Meaning.LATER) or has(tokens, at + 1, Meaning.EARLIER)
        return _suffix(tokens, bound, at + 1) if later else None
    if opened not in ("(", "["):
        return None
    inside = at + 1
    while inside < len(tokens) and (step := _suffix(tokens, bound, inside, bracketed=True)) is not None:
        bound, inside = step
    closed = inside > at + 1 and inside < len(tokens) and tokens[inside].text in (")", "]")
    return (bound, inside + 1) if closed else None


def _era(tokens: list[Token], bound: Bound, at: int) -> tuple[Bound, int] | None:
    """Take an era, and the part of a century behind it: siglo IV a.C. (primera mitad)."""
    if bound.atom.before_christ is not None:
        return None
    dated = bound.atom._replace(before_christ=tokens[at].has(Meaning.BC))
    atom, then = trailing_part(tokens, (dated, at + 1))
    return bound._replace(atom=atom), then


def _suffix(tokens: list[Token], bound: Bound, at: int, *, bracketed: bool = False) -> tuple[Bound, int] | None:
    token, then = tokens[at], at + 1
    if token.text == "?":
        return bound._replace(uncertain=True), then
    if token.has(Meaning.BC) or token.has(Meaning.AD):
        return _era(tokens, bound, at)
    if then < len(tokens) and tokens[then].text not in _ENDS:
        return None
    # A lone "c" behind a date may be a century or a copyright; a "till" would join two dates.
    if token.has(Meaning.CIRCA) and (len(token.text) > 1 or bracketed):
        return bound._replace(circa=True, circa_behind=True), then
    if token.has(Meaning.TO):
        return None
    change = next((change for meaning, change in _BEHIND if meaning in token.meanings), None)
    return None if change is None else (change(bound), then)
