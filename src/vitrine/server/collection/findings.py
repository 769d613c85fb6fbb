"""What an import noticed in one record, as it is kept beside the version."""

from typing import Any

import msgspec

from vitrine.records import Defect, Repair


class Findings(msgspec.Struct, frozen=True, omit_defaults=True):
    """The repairs made and the defects seen."""

    repairs: tuple[Repair, ...] = ()
    defects: tuple[Defect, ...] = ()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Findings)


def write_findings(findings: Findings) -> bytes:
    """Return the findings as they are stored; nothing noticed is no bytes."""
    return _encoder.encode(findings) if findings.repairs or findings.defects else b""


def read_findings(data: Any) -> Findings:
    """Return the findings stored in `data`."""
    return _decoder.decode(bytes(data)) if data else Findings()
