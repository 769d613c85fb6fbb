"""Records as JSON: what is stored, shown by programs and read back. The schema's number travels with each record."""

from typing import Any

import msgspec

from vitrine.records.work import Record

SCHEMA = 1
"""Number of the record's shape. A change that old records cannot be read under raises it and adds a migration."""

_encoder = msgspec.json.Encoder()


class RecordFormatError(ValueError):
    """Stored text is not a record of this schema: it says what is wrong and where."""


class _Envelope(msgspec.Struct):
    schema: int
    record: Record


_decoder = msgspec.json.Decoder(_Envelope)


def encode(record: Record) -> bytes:
    """Return the record as JSON (UTF-8); equal records give equal bytes."""
    return _encoder.encode(_Envelope(SCHEMA, record))


def decode(data: bytes | str) -> Record:
    """Return the record that `encode` wrote. Raises RecordFormatError if it is not one."""
    try:
        envelope = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordFormatError(f"This is not a Vitrine record: {error}") from error
    if envelope.schema != SCHEMA:
        raise RecordFormatError(
            f"This record has schema {envelope.schema}, this Vitrine reads schema {SCHEMA}: run `vitrine doctor`."
        )
    return envelope.record


def plain(record: Record) -> dict[str, Any]:
    """Return the record as plain dictionaries and lists, blanks left out."""
    return msgspec.json.decode(_encoder.encode(record))  # type: ignore[no-any-return]
