"""From the settings of one table of a mapping to the values of one element, in two steps.

The first, `raws`, takes what the file has, as a tuple: cheap, done for every element. The second, `resolve`, splits,
translates and fills templates: done once for all elements that have the same raws, because what they come to is
remembered (see `mapping_build`).
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from vitrine.formats.mapping.model import Cell, Separators, Value
from vitrine.formats.mapping.paths import Getter, Item, as_text, as_texts, getter, is_name, template_parts

Maps = dict[str, dict[str, str]]
Raws = tuple[Any, ...]


class Values(NamedTuple):
    """The two steps. `resolve` gives for each setting what is there: raw data, or texts where it was split or translated."""

    raws: Callable[[Item], Raws]
    resolve: Callable[[Raws], dict[str, Any]]
    paths: tuple[str, ...]


def compile_values(settings: dict[str, Value], maps: Maps, constants: frozenset[str] = frozenset()) -> Values:
    """Compile `settings`. Those named in `constants` are constants where they are plain texts (languages, units)."""
    getters: list[Getter] = []
    paths: list[str] = []
    fillings: list[tuple[str, Callable[[Raws], Any]]] = []

    def take(path: str) -> int:
        if path in paths:
            return paths.index(path)
        paths.append(path)
        getters.append(getter(path))
        return len(paths) - 1

    for name, value in settings.items():
        if value != "":
            fillings.append((name, _filling(value, take, maps, constant=name in constants)))

    def resolve(raws: Raws) -> dict[str, Any]:
        return {name: fill(raws) for name, fill in fillings}

    return Values(_raws(paths, getters), resolve, tuple(paths))


def _raws(paths: list[str], getters: list[Getter]) -> Callable[[Item], Raws]:
    """Return the function that asks all getters; written out for one to three names, which most tables have."""
    if paths and len(paths) <= 3 and all(is_name(path) for path in paths):
        one, two, three = (paths + [""] * 2)[:3]
        if len(paths) == 1:
            return lambda item: (item.get(one),)
        if len(paths) == 2:
            return lambda item: (item.get(one), item.get(two))
        return lambda item: (item.get(one), item.get(two), item.get(three))
    asked = tuple(getters)
    return lambda item: tuple([get(item) for get in asked])


def _filling(value: Value, take: Callable[[str], int], maps: Maps, *, constant: bool) -> Callable[[Raws], Any]:
    cell = value if isinstance(value, Cell) else Cell(value=value) if constant else _cell(value)
    if not cell.path:
        return lambda _: cell.value
    pieces, paths = template_parts(cell.path)
    if not paths:
        place = take(cell.path)
        fill: Callable[[Raws], Any] = lambda raws: raws[place]  # noqa: E731
    else:
        places = [take(path) for path in paths]

        def fill(raws: Raws) -> Any:
            texts = [as_text(raws[place]).strip() for place in places]
            return (
                pieces[0] + "".join(t + piece for t, piece in zip(texts, pieces[1:], strict=True)) if all(texts) else ""
            )

    table = maps[cell.map] if isinstance(cell.map, str) and cell.map else cell.map
    if not cell.split and not table:
        return fill

    def changed(raws: Raws) -> Any:
        return [translated(text, table) for text in split(as_texts(fill(raws)), cell.split)]

    return changed


def _cell(value: str) -> Cell:
    """Tell a constant (an address without braces) from a path or template."""
    return Cell(value=value) if "://" in value and "{" not in value else Cell(path=value)


def paths_of(value: Value) -> list[str]:
    """Return the paths that a value asks for."""
    cell = value if isinstance(value, Cell) else _cell(value)
    if not cell.path:
        return []
    return template_parts(cell.path)[1] or [cell.path]


def split(texts: list[str], separators: Separators) -> list[str]:
    """Cut texts at any of the separators; what is blank between two falls away."""
    for separator in [separators] if isinstance(separators, str) else separators:
        if separator:
            texts = [piece for text in texts for piece in text.split(separator)]
    return [text.strip() for text in texts if text.strip()] if separators else texts


def translated(text: str, table: Any) -> str:
    """Return what `table` says for `text`, also where it is written with other capitals; `text` where it says nothing."""
    if not table:
        return text
    found = table.get(text)
    if found is None:
        lower = text.strip().lower()
        found = next((meant for said, meant in table.items() if said.lower() == lower), text)
    return str(found)
