"""Makers of a record, from the values of one element."""

import re
from typing import Any, Literal

from vitrine.formats.attribution import attribution, is_nobody, life_years, qualifier, roles, upright
from vitrine.formats.mapping.model import MakerTable
from vitrine.formats.mapping.notes import Notes, Setting
from vitrine.formats.mapping.paths import as_text, as_texts
from vitrine.formats.mapping.values import split
from vitrine.records import Maker, Place, Term, Text

_HUNDRED = 100
_LONGEST_NAME = 400
"""Characters: what is longer is a text about somebody, and is taken as it is."""

_KINDS: dict[str, Literal["person", "organisation", "group"]] = {
    "person": "person", "individual": "person", "persoon": "person", "persona": "person", "personne": "person",
    "organisation": "organisation", "organization": "organisation", "institution": "organisation", "company": "organisation",
    "corporate": "organisation", "corporate body": "organisation", "instelling": "organisation", "ente": "organisation",
    "körperschaft": "organisation", "group": "group", "groep": "group", "gruppo": "group", "gruppe": "group", "family": "group",
}  # fmt: skip
"""What museums' systems call persons and bodies."""


def makers(table: MakerTable, values: dict[str, Any], notes: Notes, setting: Setting) -> list[Maker]:
    """Return the makers of an element: one, or several where names are split. Parallel lists go side by side."""
    names = split(as_texts(values["name"]), table.split)
    tag = setting.tag(values, notes)
    if len(names) == 1 and (groups := _in_brackets(values)):
        names, values = _side_by_side(names[0], values, groups)
    if len(names) == 1:
        found = _maker(table, names[0], values, notes, tag)
        return [found] if found else []
    columns = {
        key: split(as_texts(value), table.split) for key, value in values.items() if key not in ("name", "language")
    }
    # Of `Nancy, 1846; Nancy, 1904` beside two names nobody knows whether that is one life or two.
    if len(dates := columns.get("dates", [])) > 1 and not any(life_years(cell) != (None, None) for cell in dates):
        del columns["dates"]
    result: list[Maker] = []
    for number, name in enumerate(names):
        own = {key: cells[number] for key, cells in columns.items() if len(cells) == len(names)}
        # A single cell beside several names holds for all of them, but life dates and identities are one person's.
        own |= {
            key: cells[0] for key, cells in columns.items() if len(cells) == 1 and key in ("role", "kind", "occupation")
        }
        maker = _maker(table, name, own, notes, tag)
        if maker:
            result.append(maker)
    return result


_GROUPS = re.compile(r"\s*\([^()]*\)(?:[\s,;]*\([^()]*\))+\s*")
_GROUP = re.compile(r"\(([^()]*)\)")


def _in_brackets(values: dict[str, Any]) -> dict[str, list[str]]:
    """Return the cells that hold several values, each in brackets of its own: `(1912) (1908)`."""
    return {
        key: _GROUP.findall(value)
        for key, value in values.items()
        if key != "name" and isinstance(value, str) and _GROUPS.fullmatch(value)
    }


def _side_by_side(name: str, values: dict[str, Any], groups: dict[str, list[str]]) -> tuple[list[str], dict[str, Any]]:
    """Cut a cell of names at its commas if that makes one for each value in brackets; else leave out what is said of several
    people, as nobody knows of whom."""
    names = [piece.strip() for piece in name.split(",") if piece.strip()]
    if all(len(cells) == len(names) for cells in groups.values()):
        return names, values | groups
    return [name], {key: value for key, value in values.items() if key not in groups}


def _maker(table: MakerTable, raw_name: str, values: dict[str, Any], notes: Notes, tag: str) -> Maker | None:
    where = f"makers[{raw_name[:100]}]"
    name = notes.text(raw_name, where)
    if not name:
        return None
    taken = attribution(name) if len(name) <= _LONGEST_NAME else None
    role, weakened = notes.text(values.get("role"), where), taken.qualifier if taken else ""
    role = roles(role.rstrip(":").strip(), taken.role) if taken and taken.role else role
    if in_role := qualifier(role):
        role, weakened = "", in_role
    if stated := notes.text(values.get("qualifier"), where):
        weakened = qualifier(stated) or stated.rstrip(":").lower()
    dates = notes.text(values.get("dates"), where).strip("()[] ") or (taken.dates if taken else "")
    born, died = life_years(dates)
    born = notes.year(values.get("born"), where) or born
    died = notes.year(values.get("died"), where, last=True) or died
    if born and died and died - born == _HUNDRED and dates and str(died) not in dates:
        died = None  # what systems write where the death is not known, as the words beside it show: "1902 - ?"
    bare = taken.name if taken else name
    shown = upright(bare) if table.inverted else bare
    others = [
        shown_as
        for shown_as in [bare if shown != bare else "", *notes.texts(values.get("alternative_name"), where)]
        if shown_as
    ]
    nobody = is_nobody(shown)
    if nobody:
        notes.defect("maker-anonymous", f"makers[{shown}]", name)
    return Maker(
        name=shown,
        language=tag,
        role=role.rstrip(":").strip(),
        qualifier=weakened,
        dates=dates,
        born=born,
        died=died,
        places=_places(values, notes, where, tag),
        uris=notes.uris(values.get("uri"), where),
        alternative_names=tuple(Text(text, tag) for text in dict.fromkeys(others) if text != shown),
        occupations=tuple(Term((Text(text, tag),)) for text in notes.texts(values.get("occupation"), where)),
        kind=_KINDS.get(as_text(values.get("kind")).strip().lower(), ""),
        anonymous=nobody,
    )


def _places(values: dict[str, Any], notes: Notes, where: str, language: str) -> tuple[Place, ...]:
    kinds = {"birth_place": "birth", "death_place": "death", "nationality": "nationality"}
    return tuple(
        Place((Text(bare, language),), kind=kind)
        for key, kind in kinds.items()
        for text in notes.texts(values.get(key), where)
        if (bare := text.strip("()[] "))
    )
