"""JSON opened for import: NDJSON, a list of records, or an object that holds one; read value by value."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from vitrine.formats.containers import Member
from vitrine.formats.encodings import HEAD, Decode, decoder, opened, without_surrogates
from vitrine.formats.json_stream import LOST, Values, shape_of
from vitrine.formats.lines import Oversized, lines
from vitrine.formats.mapping.model import Mapping, canonical
from vitrine.formats.mapping.paths import NUMBER
from vitrine.formats.mapping.reader import compile_mapping, used_paths
from vitrine.formats.members_reading import Item, chosen, read_members
from vitrine.formats.reading import Feed, FeedError, RawRecord, Reading, Unreadable
from vitrine.records import Repair

ENDINGS = (".json", ".ndjson", ".jsonl", ".jsonlines")
"""Endings of the names of JSON files, as far as they lie among other files."""


class Mended(msgspec.Struct, frozen=True):
    """A value that was not valid JSON and could be read all the same, with what had to be repaired."""

    value: Any
    repairs: tuple[Repair, ...]


def open_json(path: Path, *, feed: str, mapping: Mapping) -> Feed:
    """Open the JSON at `path`. Raises FeedError for a mapping without `[record]`."""
    compiled = compile_mapping(mapping, feed=feed)
    wanted = chosen(path, mapping.source.file, ENDINGS)
    numbered = ("", NUMBER) in used_paths(mapping)

    def read(raw: RawRecord) -> Reading:
        content = raw.content
        if numbered and type(content) is dict:
            content = {**content, NUMBER: re.split("[:#]", raw.locator)[-1]}
        if type(content) is not Mended:
            return compiled(content)
        reading = compiled(content.value)
        return Reading(reading.record, content.repairs + reading.repairs, reading.defects)

    def items() -> Iterator[Item]:
        return read_members(path, wanted, lambda member: json_items(member, mapping))

    return Feed("json", items, read, canonical(mapping))


def json_items(member: Member, mapping: Mapping) -> Iterator[Item]:
    """Yield the values of one file. Raises FeedError where the list that the mapping names is not there."""
    stream, encoding = opened(member.stream, mapping.source.encoding)
    decode = decoder(encoding)
    always = encoding.name == "utf-7"  # plain ASCII that does not mean what it says
    shape = shape_of(bytes(stream.peek(HEAD)[:HEAD]), mapping.source.records)  # type: ignore[attr-defined]
    if shape.lines:
        for number, line in enumerate(lines(stream), start=1):
            if isinstance(line, Oversized):
                yield Unreadable(f"{member.name}:{number}", line.raw, line.reason)
            elif not line.isspace():
                yield _item(f"{member.name}:{number}", line.rstrip(b"\r\n"), decode, always)
        return
    empty = True
    for piece in Values(stream, shape.path):
        empty = False
        locator = f"{member.name}#{piece.place}"
        if not piece.fault:
            yield _item(locator, piece.raw, decode, always)
            continue
        yield Unreadable(locator, piece.raw, piece.fault)
        if piece.fault == LOST:
            raise FeedError(f"{locator} does not end: all that comes after it in the file is lost. Export it again.")
    if empty and mapping.source.records:
        raise FeedError(
            f"{member.name} has no list at {mapping.source.records!r}, where the mapping looks for records."
        )


def one_value(locator: str, raw: bytes, mapping: Mapping) -> Item:
    """Return bytes that are one value, without a file around them."""
    stream, encoding = opened(io.BytesIO(raw), mapping.source.encoding)
    return _item(locator, stream.read().strip(), decoder(encoding), encoding.name == "utf-7")


def _item(locator: str, raw: bytes, decode: Decode, always: bool) -> Item:
    if not always:
        try:
            return RawRecord(locator, raw, msgspec.json.decode(raw))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            pass  # read with more patience below, which says what is wrong
    try:
        return RawRecord(locator, raw, _mended(raw, decode))
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        return Unreadable(locator, raw, f"This is not valid JSON: {reason}.")


def _mended(raw: bytes, decode: Decode) -> Any:
    """Read JSON as programs write it that do not keep to RFC 8259: other encodings, NaN, line breaks within texts.

    Raises ValueError where it cannot be read.
    """
    text, odd = decode(raw)
    found: list[str] = []

    def constant(name: str) -> None:
        found.append(name)

    value = json.loads(text, strict=False, parse_constant=constant)
    # Once more through strict JSON: halves of characters and numbers beyond all bounds do not get any further.
    clean = without_surrogates(json.dumps(value, ensure_ascii=False))
    value = msgspec.json.decode(clean.replace("Infinity", "null") if "Infinity" in clean else clean)
    repairs = [Repair("record", "encoding", "no UTF-8", "utf-8")] if odd else []
    if found:
        repairs.append(Repair("record", "json", ", ".join(dict.fromkeys(found)), "null"))
    elif not odd:
        repairs.append(Repair("record", "json", "texts with line breaks or broken characters", "valid JSON"))
    return Mended(value, tuple(repairs))
