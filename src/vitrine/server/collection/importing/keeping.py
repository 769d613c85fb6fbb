"""What an import keeps beside its works: records that could not be read, faults of the file, people named with an identifier."""

import hashlib
from collections.abc import Iterable

from vitrine.quality import Named
from vitrine.records import Defect
from vitrine.server.collection.importing.batch import Refused
from vitrine.server.collection.mending.models import Mend
from vitrine.server.collection.models import Quarantined, Source, SourceFinding, SourcePerson

_LONGEST_NAME = 400
"""Characters of a file's name that the database keeps."""


def quarantine(source: Source, file: str, job_id: int, refused: list[Refused]) -> None:
    """Keep what could not be read; the same bytes at the same place are kept once.

    What somebody has mended already is kept closed: the file it comes from has the fault in it every time.
    """
    mended = _mended(source, refused)
    Quarantined.objects.bulk_create(
        [
            Quarantined(
                source=source,
                digest=_digest(f"{one.locator}\n".encode() + one.raw),
                locator=one.locator,
                file=file[:_LONGEST_NAME],
                raw=one.raw,
                reason=one.reason,
                seen_in=job_id,
                open=content_digest(one.raw) not in mended,
            )
            for one in refused
        ],
        update_conflicts=True,
        unique_fields=["source", "digest"],
        update_fields=["reason", "seen_in", "open"],
    )


def content_digest(raw: bytes) -> bytes:
    """Return what tells the bytes of a record in quarantine from others, wherever they stand."""
    return _digest(b"content\n" + raw)


def _mended(source: Source, refused: list[Refused]) -> set[bytes]:
    """Return which of the refused bytes somebody has mended."""
    digests = [content_digest(one.raw) for one in refused]
    found = Mend.objects.filter(source=source, content__in=digests).values_list("content", flat=True)
    return {bytes(one) for one in found}


def keep_findings(source: Source, file: str, job_id: int, findings: Iterable[Defect]) -> None:
    """Keep what is wrong with a file beside its records; the same at the same place is kept once."""
    SourceFinding.objects.bulk_create(
        [
            SourceFinding(
                source=source,
                digest=_digest(f"{one.code}\n{one.path}\n{one.detail}".encode()),
                code=one.code,
                locator=one.path,
                detail=one.detail,
                file=file[:_LONGEST_NAME],
                seen_in=job_id,
                open=True,
            )
            for one in dict.fromkeys(findings)
        ],
        update_conflicts=True,
        unique_fields=["source", "digest"],
        update_fields=["seen_in", "open"],
    )


def keep_people(source: Source, job_id: int, named: Iterable[Named]) -> None:
    """Keep people with their identifiers, each once."""
    SourcePerson.objects.bulk_create(
        [
            SourcePerson(
                source=source,
                digest=_digest(f"{one.uri}\n{one.name}\n{one.born}".encode()),
                uri=one.uri,
                name=one.name,
                born=one.born,
                seen_in=job_id,
            )
            for one in named
        ],
        update_conflicts=True,
        unique_fields=["source", "digest"],
        update_fields=["seen_in"],
    )


def _digest(content: bytes) -> bytes:
    """Return what tells one of them from another, so that each is kept once."""
    return hashlib.blake2b(content, digest_size=16).digest()
