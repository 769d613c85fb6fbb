"""One end of what a text dates: an atom with what stands around it: circa, ?, before, after, or later, BC."""

from typing import NamedTuple

from vitrine.dates.atoms import Atom, read_atom
from vitrine.dates.tokens import Token
from vitrine.dates.words import Meaning


class Bound(NamedTuple):
    """An atom and its qualifiers. `linked`: an "of" or "from" leads it; `preceded`: a "before" or "after" does.

    `since`: a "from" leads it, which without a "to" means from then on.
    """

    atom: Atom
    circa: bool = False
    circa_behind: bool = False
    uncertain: bool = False
    before: bool = False
    after: bool = False
    linked: bool = False
    since: bool = False
    preceded: bool = False


def read_bound(tokens: list[Token], at: int) -> tuple[Bound, int] | None:
    """Return the bound that begins at token `at` and the index after it, or None."""
    bound = Bound(Atom("none"))
    while at < len(tokens):
        atom = None if _is_prefix_only(tokens, at) else read_atom(tokens, at)
        if atom is not None:
            return _suffixes(tokens, bound._replace(atom=_in_era(atom[0], bound.atom)), atom[1])
        if tokens[at].text == "-" and at and (tokens[at - 1].has(Meaning.BEFORE) or tokens[at - 1].has(Meaning.AFTER)):
            at += 1  # pre-1901
            continue
        qualified = _qualify(bound, tokens[at])
        if qualified is None:
            return None
        bound, at = qualified, at + 1
    return None


def _is_prefix_only(tokens: list[Token], at: int) -> bool:
    """Tell whether a letter that could be a Roman numeral or a century is a qualifier here: v. 1850, c. 1850."""
    token = tokens[at]
    return (
        len(token.text) == 1
        and token.has(Meaning.CIRCA)
        and at + 1 < len(tokens)
        and (tokens[at + 1].number >= 0 or tokens[at + 1].text in ("?", "'"))
    )


def _in_era(atom: Atom, before: Atom) -> Atom:
    """Hand on an era that stands before its figure: AD 50."""
    return atom._replace(before_christ=False) if before.before_christ is False else atom


def _qualify(bound: Bound, token: Token) -> Bound | None:
    """Return the bound with the qualifier in `token`, or None where it is no qualifier."""
    if token.text == "?" or token.has(Meaning.MAYBE):
        return bound._replace(uncertain=True)
    if token.text == "~" or token.has(Meaning.CIRCA):
        return bound._replace(circa=True)
    if token.has(Meaning.BEFORE):
        return bound._replace(before=True, preceded=True)
    if token.has(Meaning.AFTER):
        return bound._replace(after=True, preceded=True)
    if token.has(Meaning.AD):
        return bound._replace(atom=Atom("none", before_christ=False))
    if token.has(Meaning.LINK):
        return bound._replace(linked=True)
    if token.has(Meaning.FROM):
        return bound._replace(linked=True, since=True)
    return bound if token.has(Meaning.NEAR) else None


def _suffixes(tokens: list[Token], bound: Bound, at: int) -> tuple[Bound, int]:
    """Take the qualifiers behind the atom: 200 BC, 1837?, 1837 (?), 1550 ca., 1840 (or later), 1503 post."""
    while at < len(tokens):
        step = _suffix(tokens, bound, at) or _bracketed(tokens, bound, at)
        if step is None:
            break
        bound, at = step
    return bound, at


def _bracketed(tokens: list[Token], bound: Bound, at: int) -> tuple[Bound, int] | None:
    """Take one qualifier in brackets, or behind a comma where it says "or later"."""
    opened = tokens[at].text
    if opened == ",":
        later = at + 1 < len(tokens) and (tokens[at + 1].has(Meaning.LATER) or tokens[at + 1].has(Meaning.EARLIER))
        return _suffix(tokens, bound, at + 1) if later else None
    if opened not in ("(", "["):
        return None
    start, inside = at + 1, at + 1
    while inside < len(tokens):
        step = _suffix(tokens, bound, inside, closing=True)
        if step is None:
            break
        bound, inside = step
    closed = inside > start and inside < len(tokens) and tokens[inside].text in (")", "]")
    return (bound, inside + 1) if closed else None


def _suffix(tokens: list[Token], bound: Bound, at: int, *, closing: bool = False) -> tuple[Bound, int] | None:
    token = tokens[at]
    then = at + 1
    if token.text == "?":
        return bound._replace(uncertain=True), then
    if token.has(Meaning.BC) or token.has(Meaning.AD):
        era = token.has(Meaning.BC)
        if bound.atom.before_christ is not None:
            return None
        return bound._replace(atom=bound.atom._replace(before_christ=era)), then
    ends = then >= len(tokens) or (tokens[then].text in (",", ";", "-", ")", "]", "(", "[", "/", "?"))
    if not ends:
        return None
    if token.has(Meaning.EARLIER):
        return bound._replace(before=True), then
    if token.has(Meaning.LATER):
        return bound._replace(after=True), then
    if token.has(Meaning.CIRCA) and (len(token.text) > 1 or closing):
        return bound._replace(circa=True, circa_behind=True), then
    if token.has(Meaning.MAYBE):
        return bound._replace(uncertain=True), then
    # 1503 post, 1510 ante; a "till" or "bis" here would join two dates.
    if token.has(Meaning.TO):
        return None
    if token.has(Meaning.BEFORE):
        return bound._replace(before=True), then
    return (bound._replace(after=True), then) if token.has(Meaning.AFTER) else None
