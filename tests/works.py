"""Works for tests of pages, put into the database as an import leaves them."""

import hashlib
from typing import Any

import msgspec
import pyvips
from django.utils import timezone

from vitrine.records import Date, Event, Maker, Record, Surrogate, Text, encode
from vitrine.server.collection.media.limits import read_limits
from vitrine.server.collection.media.store import store
from vitrine.server.collection.models import MediaFile, Noted, Source, Version, Work, WorkMedia
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import with_files
from vitrine.server.collection.summary import summarise
from vitrine.server.jobs.run import run
from vitrine.server.search.indexing import index_job


def record(key: str = "1", source: str = "museum", **fields: Any) -> Record:
    """Return a record with nothing but what is named."""
    return Record(id=f"{source}:{key}", key=key, **fields)


def jar(key: str = "1", source: str = "museum", **fields: Any) -> Record:
    """Return a record with a title, a maker and a date, for tests that are about something else."""
    plain = {
        "titles": (Text("A jar", "en"),),
        "makers": (Maker("Ada Brown", "en", dates="1815–1852"),),
        "events": (Event("production", Date("about 1840", "1840~", 1835, 1845, "en")),),
    }
    return record(key, source, **{**plain, **fields})


def picture(red: int = 180, green: int = 60, blue: int = 40, width: int = 800, height: int = 600) -> bytes:
    """Return a JPEG of one colour."""
    image = pyvips.Image.black(width, height, bands=3) + [red, green, blue]  # noqa: RUF005  (adds to every pixel)
    data: bytes = image.cast("uchar").copy(interpretation="srgb").jpegsave_buffer()
    return data


def put(one: Record, pictures: dict[str, bytes] | None = None, versions: int = 1) -> Work:
    """Store a record as its source's latest version, with the files of its surrogates by their key."""
    source, _ = Source.objects.get_or_create(name=one.id.partition(":")[0], defaults={"format": "json"})
    files = {key: store([content], read_limits()) for key, content in (pictures or {}).items()}
    missing = tuple(Surrogate(key) for key in files if key not in {s.key for s in one.surrogates})
    one = msgspec.structs.replace(one, surrogates=(*one.surrogates, *missing))
    summary = summarise(with_files(one, files), ())
    work = Work.objects.create(
        source=source,
        key=one.key,
        number=versions,
        digest=hashlib.blake2b(encode(one), digest_size=16).digest(),
        seen_in=1,
        profile_id=Profiles().id_of(summary.profile_key),
        **summary.columns(),
    )
    _versions(work, one, versions)
    _media(work, files)
    return work


def index() -> None:
    """Bring the index of the search up to what the database holds. It is removed after the test (tests/conftest.py)."""
    Noted.objects.create(works=list(Work.objects.values_list("pk", flat=True)))
    run(index_job())


def _versions(work: Work, one: Record, versions: int) -> None:
    for number in range(1, versions + 1):
        Version.objects.create(
            work=work, number=number, data=encode(one), raw=b"{}", raw_checksum=bytes(32), locator=f"export.json:{work.pk}",
            findings_data=b"", job_id=1, read_at=timezone.now(),
        )  # fmt: skip


def _media(work: Work, files: dict[str, MediaFile]) -> None:
    for key, file in files.items():
        WorkMedia.objects.create(work=work, key=key, file=file, state=WorkMedia.State.STORED)
