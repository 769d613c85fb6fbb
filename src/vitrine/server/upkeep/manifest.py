"""What a back-up says of itself: the list of its parts with their checksums, and which Vitrine made it."""

from importlib.metadata import version as installed_version

import msgspec

MANIFEST, SEAL = "manifest.json", "manifest.sha256"
"""The last files of a back-up, so that one that was cut short has none: the manifest, and its own checksum."""

FORMAT = 1
"""Number of the back-up's layout."""

FOLDERS = ("media", "mappings", "uploads", "evidence")
"""The folders of a home that are kept. What is missing here is made anew: caches, locks, static files."""

DRAFTS = "media/drafts"
"""Media files still being written: no part of the collection yet."""

SECRET = "secret-key"  # noqa: S105  (the name of the file)
SQLITE = "vitrine.sqlite3"
DATABASES = {"sqlite": "database.sqlite3.gz", "postgresql": "database.dump"}
"""The database's file in a back-up, by engine."""


class Part(msgspec.Struct, frozen=True):
    """One file: size in bytes, SHA-256 in hex."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """A back-up's account of itself. `database_size` is that of the unpacked SQLite file, 0 for PostgreSQL."""

    format: int
    vitrine: str
    schema: int
    engine: str
    made: str
    migrations: list[str]
    works: int
    media: int
    database_size: int
    parts: dict[str, Part]


def vitrine_version() -> str:
    """Return the version of the Vitrine that runs."""
    return installed_version("vitrine-museum")


def version_order(version: str) -> tuple[int, ...]:
    """Return what versions such as `0.10.2` are ordered by."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
