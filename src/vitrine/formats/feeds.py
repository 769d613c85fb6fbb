"""A file opened as a feed, whatever its format."""

from collections.abc import Callable
from pathlib import Path

from vitrine.formats.containers import members
from vitrine.formats.mapping.files import load_mapping
from vitrine.formats.mapping.model import Mapping, Source
from vitrine.formats.media_names import media_type
from vitrine.formats.reading import Feed, FeedError

FORMATS = ("csv", "json", "lido", "edm")
_HEAD = 65_536
"""Bytes looked at to tell a format: namespaces stand in the first element, headers in the first line."""

_LIDO = b"http://www.lido-schema.org"
_EDM = (b"http://www.europeana.eu/schemas/edm/", b"http://www.openarchives.org/ore/terms/")


def sniff(path: Path) -> str:
    """Return the format of `path` by its first member: `lido`, `edm`, `json` or `csv`. Raises FeedError."""
    for member in members(path):
        # Media files and what cannot be opened are no data: the next member may be.
        head = b"" if member.refused or media_type(member.name) else member.stream.read(_HEAD)
        if b"\0" in head[:4]:
            head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")  # UTF-16: what is looked for is ASCII
        head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if not head:
            continue
        if head.startswith(b"<"):
            if _LIDO in head:
                return "lido"
            if any(namespace in head for namespace in _EDM):
                return "edm"
            raise FeedError(f"{member.name} is XML, but neither LIDO nor EDM: export one of these, or a table or JSON.")
        return "json" if head[:1] in b"{[" else "csv"
    raise FeedError(f"{path} holds no data: every file in it is empty.")


def open_feed(path: Path, *, feed: str, format: str = "auto", mapping: Mapping | str | None = None) -> Feed:
    """Open `path` as the feed `feed`; `mapping` is needed for tables and JSON. Raises FeedError."""
    if isinstance(mapping, str):
        mapping = load_mapping(mapping)
    if format == "auto":
        format = (mapping.source.format if mapping else "") or sniff(path)
    if format in ("lido", "edm"):
        return _opener(format)(path, feed=feed, source=mapping.source if mapping else Source())
    if mapping is None:
        raise FeedError(f"{path} is a {format} file: a mapping has to say what its columns mean.")
    return _opener(format)(path, feed=feed, mapping=mapping)


def _opener(format: str) -> Callable[..., Feed]:
    """Return what opens files of a format, loaded only now: no program reads all of them."""
    # ruff: noqa: PLC0415
    if format == "lido":
        from vitrine.formats.lido.feed import open_lido

        return open_lido
    if format == "edm":
        from vitrine.formats.edm.feed import open_edm

        return open_edm
    if format == "csv":
        from vitrine.formats.tables.feed import open_table

        return open_table
    from vitrine.formats.json_feed import open_json

    return open_json
