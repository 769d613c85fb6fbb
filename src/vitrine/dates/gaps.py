"""What one bound leaves out, supplied by its neighbours.

A shortened end takes the figures before it from the start (1837-41, 1831 or 2, 1950s-60s); a start takes century,
month, year and the era before Christ from its end (late 18th-mid 19th century, 3-5 May 1837, 200-100 BC).
"""

from vitrine.dates.atom import Atom
from vitrine.dates.bounds import Bound
from vitrine.dates.centuries import LAST_CENTURY

WIDEST_GAP = 500
"""Years. 900-1100 is a range; 989-1990 is more likely 1989-1990 with a figure lost."""

_DATED = ("day", "month", "season", "year", "decade", "span")


def fill(bounds: list[Bound]) -> list[Bound]:
    """Return the bounds with what they leave out: from the right first, then from the left."""
    atoms = [bound.atom for bound in bounds]
    for index in range(len(atoms) - 2, -1, -1):
        atoms[index] = _from_right(atoms[index], atoms[index + 1])
    atoms = [_with_era(_without_shared_era(atom, left)) for atom, left in zip(atoms, [None, *atoms], strict=False)]
    for index in range(1, len(atoms)):
        atoms[index] = _from_left(atoms[index], atoms[index - 1])
    vouched = len(bounds) > 1 or bounds[0].circa or bounds[0].before or bounds[0].after
    if vouched:
        atoms = [_year_of_three(atom, atoms) for atom in atoms]
    return [bound._replace(atom=_with_era(atom)) for bound, atom in zip(bounds, atoms, strict=True)]


def _from_right(atom: Atom, right: Atom) -> Atom:
    if atom.before_christ is None and right.before_christ:
        atom = atom._replace(before_christ=True)
    counted = right.before_christ is False and atom.before_christ is None
    if counted and atom.kind == right.kind == "figure" and atom.number < right.number:
        atom = atom._replace(before_christ=False)  # 1-200 CE
    if right.kind == "century" and _is_ordinal(atom):
        return atom._replace(kind="century", size=right.size)
    if right.kind == "decade" and atom.kind == "century" and atom.loose:
        return atom._replace(kind="decade", number=(atom.number - 1) * 100)  # 1900s-1910s
    yearless = atom.number == 0 and (atom.kind in ("month", "season") or atom.kind == right.kind == "day")
    if yearless and right.kind in ("day", "month", "season", "year"):
        return atom._replace(number=right.number, figures=right.figures)
    if right.kind == "day" and atom.kind in ("figure", "ordinal") and 0 < atom.number <= 31 and not atom.roman:
        return right._replace(day=atom.number)
    return atom


def _without_shared_era(atom: Atom, left: Atom | None) -> Atom:
    """Let the end of 1605-6 CE be a shortened year, whose era is that of the whole."""
    of_our_era = left is not None and left.kind == "year" and not left.before_christ
    shortened = of_our_era and atom.kind == "figure" and atom.figures <= 2
    return atom._replace(before_christ=None) if shortened and atom.before_christ is False else atom


def _is_ordinal(atom: Atom) -> bool:
    """Tell whether an atom can be the ordinal of a century."""
    return atom.kind == "ordinal" or (atom.kind == "figure" and atom.figures <= 2 and 0 < atom.number <= LAST_CENTURY)


def _from_left(atom: Atom, left: Atom) -> Atom:
    if left.kind == "century" and (atom.kind == "ordinal" or (left.roman and _is_ordinal(atom))):
        era = atom.before_christ or left.before_christ
        return atom._replace(kind="century", size=left.size, before_christ=era)
    if left.kind in ("decade", "year") and _is_decade(atom, left):
        return _decade(atom, left)
    loose = atom.kind in ("figure", "ordinal") and not atom.roman and atom.figures <= 2 and not atom.before_christ
    return _year(atom, left) if loose and left.kind in _DATED else atom


def _is_decade(atom: Atom, left: Atom) -> bool:
    """Tell whether an atom goes on with decades: 1950s-60s, 1990s-2000s, années 1950-1960, jaren '50-'60."""
    if atom.kind == "decade" or (atom.kind == "century" and atom.loose):
        return True
    tens = atom.number % 10 == 0
    if left.named and atom.kind == "year" and tens:
        return True
    return left.kind == "decade" and atom.kind == "figure" and atom.figures == 2 and tens


def _decade(atom: Atom, left: Atom) -> Atom:
    if atom.kind == "century":
        return atom._replace(kind="decade", number=(atom.number - 1) * 100)
    if atom.figures == 2 or atom.loose:
        full = left.number // 100 * 100 + atom.number % 100
        return atom._replace(kind="decade", number=full, figures=4, loose=False)
    return atom._replace(kind="decade")


def _year(atom: Atom, left: Atom) -> Atom:
    """Complete a shortened year: only to a later one, 1837-41 but not 1841-37."""
    year = left.number
    if left.span is not None:
        year = left.span.low.year if left.span.low else 0
    if left.before_christ or year < 100:
        return atom if left.before_christ is None else atom._replace(before_christ=left.before_christ)  # AD 50-75
    scale = 10**atom.figures
    full = year // scale * scale + atom.number
    return atom._replace(kind="year", number=full, figures=4) if full > year else atom


def _year_of_three(atom: Atom, atoms: list[Atom]) -> Atom:
    """Take a figure of three figures for a year, where circa or a year near it vouches for it: 850-900, c. 850."""
    far = any(abs(other.number - atom.number) > WIDEST_GAP for other in atoms if other.kind == "year")
    return atom._replace(kind="year") if atom.kind == "figure" and atom.figures == 3 and not far else atom


def _with_era(atom: Atom) -> Atom:
    """Take a figure with an era for a year: 50 BC, AD 98."""
    loose = atom.kind in ("figure", "ordinal") and not atom.roman
    return atom._replace(kind="year") if loose and atom.before_christ is not None and atom.number > 0 else atom
