"""Mappings as TOML: read with errors that say where and what to do, and those that come with Vitrine."""

import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from vitrine.formats.mapping.errors import explained, line_of
from vitrine.formats.mapping.model import Mapping
from vitrine.formats.reading import FeedError
from vitrine.records import UNDETERMINED, language_tag

_SHIPPED = resources.files("vitrine.formats.mapping") / "shipped"


def shipped_mapping(name: str) -> str:
    """Return the TOML of a mapping that Vitrine brings, such as `tate`. Raises KeyError if there is none of that name."""
    file = _SHIPPED / f"{name}.toml"
    if name not in shipped_mappings():
        raise KeyError(name)
    return file.read_text("utf-8")


def shipped_mappings() -> list[str]:
    """Return the names of the mappings that Vitrine brings."""
    return sorted(file.name.removesuffix(".toml") for file in _SHIPPED.iterdir() if file.name.endswith(".toml"))


def load_mapping(source: Path | str) -> Mapping:
    """Return the mapping in a TOML file (a Path) or in TOML text. Raises FeedError that names the line and the key."""
    where, text = "The mapping", source
    if isinstance(source, Path):
        where = str(source)
        try:
            text = source.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise FeedError(
                f"The mapping {source} cannot be read: {error}. Check the path; it must be text in UTF-8."
            ) from error
    assert isinstance(text, str)  # noqa: S101
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FeedError(f"{where} is not valid TOML: {error}.") from error
    try:
        mapping = msgspec.convert(data, Mapping)
    except msgspec.ValidationError as error:
        raise FeedError(explained(where, text, str(error))) from error
    for key, problem in _contradictions(mapping):
        raise FeedError(f"{where}{line_of(text, key)}: {problem}")
    return mapping


def _contradictions(mapping: Mapping) -> Iterator[tuple[str, str]]:
    """Yield what is well formed and still cannot be meant, with the key at fault as `table[number].key`."""
    if mapping.record is None and mapping.source.format not in ("lido", "edm"):
        yield "record", "[record] with id is missing: say which column or field identifies a record."
    tag = mapping.source.language
    if tag != UNDETERMINED and language_tag(tag) == UNDETERMINED:
        yield "source.language", f"there is no language {tag!r}: write a tag such as en, it, nl or de-AT."
    for name, joined in mapping.tables.items():
        parent, dot, _ = joined.refers_to.rpartition(".")
        if dot and parent not in mapping.tables:
            yield (
                f"tables.{name}.refers_to",
                f"{joined.refers_to!r} names a table {parent!r} that [tables] does not have.",
            )
        if _is_own_ancestor(mapping, name):
            yield f"tables.{name}.refers_to", f"the table {name!r} refers, by way of others, to itself."
    yield from _bad_maps(mapping)


def _is_own_ancestor(mapping: Mapping, name: str) -> bool:
    seen: set[str] = set()
    here = name
    while here in mapping.tables and here not in seen:
        seen.add(here)
        here = mapping.tables[here].refers_to.rpartition(".")[0]
    return here in seen


def _bad_maps(mapping: Mapping) -> Iterator[tuple[str, str]]:
    """Yield the maps that are named and not there, and templates whose braces do not close."""
    for key, value in _settings(msgspec.to_builtins(mapping), ""):
        if key.endswith(".map") and isinstance(value, str) and value not in mapping.maps:
            yield key, f"there is no [maps.{value}]."
        if isinstance(value, str) and not key.startswith("maps") and value.count("{") != value.count("}"):
            yield key, f"the braces in {value!r} do not match."


def _settings(data: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _settings(value, f"{path}.{key}" if path else key)
    elif isinstance(data, (list, tuple)):
        for place, value in enumerate(data):
            yield from _settings(value, f"{path}[{place}]")
    else:
        yield path, data
