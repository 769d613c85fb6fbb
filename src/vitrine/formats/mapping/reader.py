"""A mapping made into the function that reads records.

Speed decides here: a collection of 70,000 works is read in seconds. The values of an element as the file has them are
the key under which what they come to is remembered: the same maker, subject, date or credit line is understood once and
shared by all records that have it, with the repairs and defects it brings. (Records are immutable.)
"""

from collections.abc import Callable
from typing import Any

import msgspec

from vitrine.formats.mapping import events, makers, media, texts
from vitrine.formats.mapping.model import Cell, Each, Mapping, RecordTable, Value
from vitrine.formats.mapping.notes import Notes, Setting
from vitrine.formats.mapping.paths import ROOT, Item, as_text, as_texts, condition, elements, getter
from vitrine.formats.mapping.values import compile_values
from vitrine.formats.reading import FeedError, Reading, UnreadableRecordError
from vitrine.records import UNDETERMINED, Defect, Identifier, Record, Repair, Rights, Text, language_tag

Make = Callable[[Any, dict[str, Any], Notes, Setting], list[Any]]
Build = Callable[[Item, Notes], tuple[Any, ...]]
Read = Callable[[Any], Reading]

_REMEMBERED = 16384
"""Elements of one table whose meaning is remembered; then it is forgotten and learnt anew."""
_LONGEST_KEY = 400
"""Characters of a value up to which it is remembered: longer ones do not repeat, and would fill the memory."""

_CONSTANTS = frozenset({"language", "unit", "part"})
"""Settings that are constants where they are plain texts."""
_NO_VALUES = frozenset({"each", "when", "unless", "split", "map", "kind", "scheme", "inverted", "purpose", "of"})
"""Settings of a table that are not looked up in the data."""

_UNIQUE_TEXTS = frozenset({"identifiers", "titles", "descriptions", "dimension_texts"})
_UNIQUE = _UNIQUE_TEXTS | {"surrogates", "relations"}
"""Fields whose values are different in every record: remembering them would only fill the memory."""

_LISTS: dict[str, Make] = {
    "identifiers": texts.identifiers,
    "titles": texts.texts,
    "descriptions": texts.texts,
    "object_types": texts.terms,
    "classifications": texts.terms,
    "makers": makers.makers,
    "events": events.events,
    "materials": texts.terms,
    "dimensions": media.dimensions,
    "subjects": texts.terms,
    "places": texts.places,
    "periods": events.periods,
    "credit_lines": texts.texts,
    "provenance": texts.texts,
    "inscriptions": texts.texts,
    "relations": texts.relations,
    "community_labels": texts.community_labels,
    "sensitivities": media.sensitivities,
    "surrogates": media.surrogates,
}
_SINGLES: dict[str, Make] = {
    "location": texts.places,
    "holder": media.holder,
    "reservation": media.reservation,
}
_VALUES_NAMED_KIND = frozenset({"makers", "dimensions"})
"""Fields whose `kind` is looked up in the data."""


class _Made(msgspec.Struct, frozen=True, gc=False):
    """What one element comes to. Thousands are kept, none refers back to another: the garbage collector need not look."""

    values: tuple[Any, ...]
    repairs: tuple[Repair, ...]
    defects: tuple[Defect, ...]


def compile_mapping(mapping: Mapping, *, feed: str) -> Read:
    """Return the function that reads a raw record's content as a record of `feed`.

    The function raises UnreadableRecordError for content that is no object or has no identifier; any other content it
    reads, whatever its values are. Raises FeedError where the mapping has no `[record]`.
    """
    if mapping.record is None:
        raise FeedError("The mapping has no [record] with id: say which column or field identifies a record.")
    key_of = _compile_key(mapping.record.id, mapping)
    plan, always = _plan(mapping)
    if mapping.source.media_kind:
        always["media_kind"] = mapping.source.media_kind
    extra = _compile_extra(mapping.record, mapping)
    media_rights = _compile_rights(mapping, "media")
    leave = mapping.source.left

    def read(content: Any) -> Reading:
        if type(content) is not dict:
            raise UnreadableRecordError("It is no object with named values.")
        notes = Notes(leave)
        try:
            key = key_of(content, notes)
            values = always.copy()
            for field, build in plan:
                if found := build(content, notes):
                    values[field] = found
            if extra:
                values |= extra(content, notes)
            if media_rights and "surrogates" in values:
                values["surrogates"] = _with_rights(values["surrogates"], media_rights(content, notes))
        except RecursionError as error:
            raise UnreadableRecordError("Its data is nested too deeply.") from error
        return Reading(Record(id=f"{feed}:{key}", key=key, **values), tuple(notes.repairs), tuple(notes.defects))

    return read


def used_paths(mapping: Mapping) -> list[tuple[str, str]]:
    """Return the paths that a mapping asks for, each with the `each` it starts from (blank: the record)."""
    found: list[tuple[str, str]] = []
    if mapping.record:
        found += [
            ("", path) for path in compile_values(_settings(mapping.record, "record"), mapping.maps, _CONSTANTS).paths
        ]
    for field in [*_LISTS, *_SINGLES, "rights"]:
        for table in _tables(mapping, field):
            each = getattr(table, "each", "")
            found += [(each, path) for path in compile_values(_settings(table, field), mapping.maps, _CONSTANTS).paths]
            if isinstance(table, Each):
                found += [(each, path) for path in (*table.when, *table.unless)]
            if each:
                found.append(("", each))
    return list(dict.fromkeys(found))


def _plan(mapping: Mapping) -> tuple[list[tuple[str, Build]], dict[str, Any]]:
    """Return, for each field that the mapping fills, what fills it; and the fields that are the same in every record."""
    plan: list[tuple[str, Build]] = []
    always: dict[str, Any] = {}
    for field, make in _LISTS.items():
        if tables := _tables(mapping, field):
            plan.append((field, _compile_field(field, tables, make, mapping)))
    if any(table.text for table in mapping.dimensions):
        tables = tuple(table for table in mapping.dimensions if table.text)
        plan.append(("dimension_texts", _compile_field("dimension_texts", tables, media.dimension_texts, mapping)))
    singles = [(field, make, _tables(mapping, field)) for field, make in _SINGLES.items()]
    for of in ("metadata", "object"):
        singles.append((f"rights_of_{of}", media.rights, tuple(one for one in mapping.rights if one.of == of)))
    for field, make, tables in singles:
        if not tables:
            continue
        build = _first(_compile_field(field, tables, make, mapping))
        if all(_is_constant(table, field, mapping) for table in tables):
            always[field] = build({}, Notes())
        else:
            plan.append((field, build))
    return plan, always


def _is_constant(table: Any, field: str, mapping: Mapping) -> bool:
    """Return whether a table says the same for every record. What it repairs in itself is no repair of the data."""
    depends = isinstance(table, Each) and (table.each or table.when or table.unless)
    return not depends and not compile_values(_settings(table, field), mapping.maps, _CONSTANTS).paths


def _tables(mapping: Mapping, field: str) -> tuple[Any, ...]:
    value = getattr(mapping, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _first(build: Build) -> Build:
    """Return the build of a field that holds one value, not a list."""

    def first(content: Item, notes: Notes) -> Any:
        found = build(content, notes)
        return found[0] if found else None

    return first


def _settings(table: Any, field: str) -> dict[str, Value]:
    """Return the settings of a table that are looked up in the data."""
    names = [one.name for one in msgspec.structs.fields(table) if one.name not in _NO_VALUES]
    if field in _VALUES_NAMED_KIND:
        names.append("kind")
    return {name: value for name in names if (value := getattr(table, name)) != ""}


def _compile_field(field: str, tables: tuple[Any, ...], make: Make, mapping: Mapping) -> Build:
    parts = [_compile_table(field, table, make, mapping) for table in tables]
    if len(parts) == 1:
        return parts[0]

    def all_of_them(content: Item, notes: Notes) -> tuple[Any, ...]:
        found: tuple[Any, ...] = ()
        for part in parts:
            if more := part(content, notes):
                found += more
        return found

    return all_of_them


def _compile_table(field: str, table: Any, make: Make, mapping: Mapping) -> Build:
    """Return what fills a field from one table. The loop is the hottest of all: it is written out, not composed."""
    values = compile_values(_settings(table, field), mapping.maps, _CONSTANTS)
    raws_of, remembered = values.raws, dict[Any, _Made]()
    test = condition(table.when, table.unless) if isinstance(table, Each) else None
    items_of = _items(table, values.paths)
    setting = Setting(field, mapping.source, mapping.maps)
    leave = mapping.source.left
    remembering = field not in _UNIQUE

    def made(raws: Any) -> _Made:
        own = Notes(leave)
        result = _Made(tuple(make(table, values.resolve(raws), own, setting)), tuple(own.repairs), tuple(own.defects))
        if remembering and all(len(raw) <= _LONGEST_KEY if type(raw) is str else type(raw) in _SHORT for raw in raws):
            if len(remembered) >= _REMEMBERED:
                remembered.clear()
            remembered[raws] = result
        return result

    def single(content: Item, notes: Notes) -> tuple[Any, ...]:
        raws = raws_of(content)
        try:
            one = remembered.get(raws)
        except TypeError:  # a list or an object among them
            one = None
        if one is None:
            one = made(raws)
        if one.repairs:
            notes.repairs += one.repairs
        if one.defects:
            notes.defects += one.defects
        return one.values

    if items_of is None and test is None:
        return _quick(field, table, setting, single)

    def build(content: Item, notes: Notes) -> tuple[Any, ...]:
        found: list[Any] = []
        for item in items_of(content) if items_of else (content,):
            if test is not None and not test(item):
                continue
            raws = raws_of(item)
            try:
                one = remembered.get(raws)
            except TypeError:
                one = None
            if one is None:
                one = made(raws)
            found += one.values
            if one.repairs:
                notes.repairs += one.repairs
            if one.defects:
                notes.defects += one.defects
        return tuple(found)

    return build


def _quick(field: str, table: Any, setting: Setting, build: Build) -> Build:
    """Return a shorter way for a text that stands alone in one place and is different in every record."""
    value = table.text if field == "dimension_texts" else getattr(table, "path", "")
    alone = isinstance(value, str) and "{" not in value and "://" not in value and not getattr(table, "split", "")
    if field not in _UNIQUE_TEXTS or not alone or isinstance(getattr(table, "language", ""), Cell):
        return build
    get, identifiers, noted = getter(value), field == "identifiers", field != "dimension_texts"
    tag = "" if identifiers else table.language or setting.source.language
    kind = table.scheme if identifiers else getattr(table, "kind", "") if noted else ""
    where = texts.place(field, tag, kind) if tag else field

    def quick(content: Item, notes: Notes) -> tuple[Any, ...]:
        raw = get(content)
        if raw is None:
            return ()
        if type(raw) is int:
            raw = str(raw)
        if type(raw) is not str:
            return build(content, notes)
        text = (notes if noted else Notes(notes.leave)).text(raw, where)
        if not text:
            return ()
        return (Identifier(text, kind),) if identifiers else (Text(text, tag, kind),)

    return quick


_SHORT = (int, float, bool, type(None))


def _items(table: Any, paths: tuple[str, ...]) -> Callable[[Item], list[Item]] | None:
    """Return what gives the elements that a table goes through, None where that is the record itself."""
    if not getattr(table, "each", ""):
        return None
    items_of = elements(table.each)
    if not any(path.startswith(ROOT) for path in (*paths, *table.when, *table.unless)):
        return items_of
    return lambda content: [{**item, ROOT: content} for item in items_of(content)]


def _compile_key(value: Value, mapping: Mapping) -> Callable[[Item, Notes], str]:
    values = compile_values({"id": value}, mapping.maps)
    shown = value.path if isinstance(value, Cell) else value

    def key(content: Item, notes: Notes) -> str:
        found = notes.text(values.resolve(values.raws(content))["id"], "key")
        if not found:
            raise UnreadableRecordError(f"It has no identifier: {shown} is empty.")
        return found

    return key


def _compile_extra(table: RecordTable, mapping: Mapping) -> Callable[[Item, Notes], dict[str, Any]] | None:
    """Return what reads the single values of `[record]`: landing page, kind of media, languages of the text."""
    settings = {
        name: value for name in ("landing_page", "media_kind", "languages") if (value := getattr(table, name)) != ""
    }
    if not settings:
        return None
    values = compile_values(settings, mapping.maps)

    def extra(content: Item, notes: Notes) -> dict[str, Any]:
        there = values.resolve(values.raws(content))
        found: dict[str, Any] = {}
        if page := notes.uri(there.get("landing_page"), "landing_page"):
            found["landing_page"] = page
        if len(there) == 1 and "landing_page" in there:
            return found
        if (kind := as_text(there.get("media_kind")).strip().upper()) in _MEDIA_KINDS:
            found["media_kind"] = kind
        tags = [language_tag(text) for text in as_texts(there.get("languages"))]
        if known := tuple(dict.fromkeys(tag for tag in tags if tag != UNDETERMINED)):
            found["text_languages"] = known
        return found

    return extra


_MEDIA_KINDS = frozenset({"IMAGE", "TEXT", "VIDEO", "SOUND", "3D"})


def _compile_rights(mapping: Mapping, of: str) -> Callable[[Item, Notes], Any] | None:
    tables = tuple(table for table in mapping.rights if table.of == of)
    if not tables:
        return None
    return _first(_compile_field("rights", tables, media.rights, mapping))


def _with_rights(surrogates: tuple[Any, ...], rights: Rights | None) -> tuple[Any, ...]:
    """Return media files with the rights that hold for those that state none."""
    if rights is None:
        return surrogates
    return tuple(one if one.rights is not None else msgspec.structs.replace(one, rights=rights) for one in surrogates)
