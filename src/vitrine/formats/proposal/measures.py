"""Measures of a proposed mapping: from a text, from columns of numbers, or from kinds and values side by side."""

from vitrine.formats.proposal.placement import Placed, unit_in_name
from vitrine.formats.proposal.values import Evidence
from vitrine.formats.proposal.writer import Writer, string

_KINDS = ("height", "width", "depth", "length", "diameter", "weight")

_SOMETIMES = 0.1


def measures(w: Writer) -> None:
    """Write the tables of measures."""
    _measures_side_by_side(w)
    text = next(iter(w.placement.of("dimensions")), None)
    for frame in w.placement.of("dimensions.frame"):
        settings = {"text": string(frame.column.path), "part": string("frame")}
        w.table("[[dimensions]]", [w.comment(frame)], settings, frame.column.each)
    unit = w.first("dimension.unit")
    columns = [one for kind in _KINDS for one in w.placement.of(kind)]
    if text and (not columns or Evidence(text.column).measures > 0.6):
        settings = {"text": string(text.column.path)}
        comments = [w.comment(text)]
        if Evidence(text.column).measures_without_unit and not unit:
            stated = unit_in_name(text.column)
            if stated or Evidence(text.column).broken_measures > _SOMETIMES:
                settings["unit"] = string(stated or "cm")
            else:
                comments.append(
                    'no unit is given, and nothing shows which: supply it, as in unit = "cm" or unit = "mm"'
                )
            if not stated and "unit" in settings:
                comments.append("no unit is given; by their decimals these are centimetres: change it if they are not")
        if unit and unit.column.place not in w.used:
            settings["unit"] = f"{{ path = {string(unit.column.path)} }}"
            comments.append(f"unit of numbers without one: {w.comment(unit)}")
        w.table("[[dimensions]]", comments, settings, text.column.each)
        for one in columns:
            w.leave(one, f"the measures are taken from {text.column.shown!r}")
        return
    if text:
        w.leave(text, "too few of its measures could be read; they are taken from the columns of numbers")
    _measures_in_columns(w, columns, unit)


def _measures_side_by_side(w: Writer) -> None:
    value = w.first("dimension.value") or next(iter(w.placement.of("dimension.value")), None)
    if value is None:
        return
    each = value.column.each
    found = {name: one for name in ("kind", "value", "unit", "part") if (one := w.first(f"dimension.{name}", each))}
    settings = {}
    for name, one in found.items():
        path = string(one.column.path)
        settings[name] = f"{{ path = {path} }}" if name in ("unit", "part") else path
    settings |= w.split(value)
    w.table("[[dimensions]]", [w.comment(one) for one in found.values()], settings, each)


def _measures_in_columns(w: Writer, columns: list[Placed], unit: Placed | None) -> None:
    units: dict[tuple[str, str], list[Placed]] = {}
    for one in columns:
        stated = unit_in_name(one.column) or ("kg" if one.role == "weight" else "")
        if not stated and not unit and Evidence(one.column).measures < 0.5:
            w.leave(one, 'no unit is given: supply it, as in unit = "cm"')
            continue
        units.setdefault((one.column.each, stated), []).append(one)
    for (each, stated), several in units.items():
        settings: dict[str, str] = {}
        for one in several:
            settings.setdefault(one.role, string(one.column.path))
        comments = [w.comment(one) for one in several]
        if stated:
            settings["unit"] = string(stated)
        elif unit:
            settings["unit"] = f"{{ path = {string(unit.column.path)} }}"
            comments.append(w.comment(unit))
        w.table("[[dimensions]]", comments, settings, each)
