"""What a path holds: files one after another, out of a folder, a .gz, a .zip, a .tar or a .tgz, never all at once.

Told apart by their first bytes, not by their names. Nothing is written to disk, so the name of a member is only ever
shown; memory does not grow with the size of the file.
"""

import gzip
import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self

from vitrine.formats.reading import FeedError

MEGABYTE = 1_000_000
GIGABYTE = 1000 * MEGABYTE


class Limits(NamedTuple):
    """How far an archive may expand before it is taken for one made to fill the machine. Sizes in bytes.

    Real exports of many like XML files reach 50 times their packed size; a packed run of one character reaches 1,000.
    """

    ratio: int = 200
    free: int = 100 * MEGABYTE
    expanded: int = 200 * GIGABYTE
    members: int = 5_000_000
    # zipfile keeps about 600 bytes for the 100 that a file takes in a zip's directory: 240 MB for this.
    zip_directory: int = 40 * MEGABYTE

    def allowed(self, packed: int) -> int:
        """Return how many bytes an archive of `packed` bytes may expand to."""
        return min(self.expanded, max(self.free, self.ratio * packed))


class Member(NamedTuple):
    """One file: its name within what was opened, and its bytes, to be read before the next member is taken.

    `refused` says why a member is not opened (a link, an archive within an archive); its stream is then empty.
    The stream raises FeedError at damage, after everything before it was given out.
    """

    name: str
    stream: io.BufferedReader
    refused: str = ""


LIMITS = Limits()


def members(path: Path, limits: Limits = LIMITS) -> Iterator[Member]:
    """Yield the files of `path` in their order: itself, or what the folder or archive contains.

    A folder is walked by name, archives directly in it are opened too. Hidden files and what operating systems leave
    behind are passed over. Raises FeedError for what is not there, is damaged, encrypted or expands beyond `limits`;
    damage to one file of a zip does not keep the next from being taken.
    """
    if not path.exists():
        raise FeedError(f"{path} does not exist. Check the path.")
    if path.is_dir():
        yield from _folder(path, limits)
    else:
        if not path.is_file():
            raise FeedError(f"{path} is a pipe or a device, not a file. Save it as a file first.")
        yield from _file(path, path.name, limits)


_BUFFER = 128 * 1024
_LINK = "a link or a device, not a file: pack the file itself"
_SMALL = 32 * 1024
"""Bytes of a file in a tar that is read at once: exports of one file per record have millions of these."""
_CONTENT_OF_GZIP = ".gz"
_LEFT_BEHIND = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
_LONGEST_NAME = 400

_FOREIGN = {
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"Rar!\x1a\x07": "RAR",
    b"\x28\xb5\x2f\xfd": "Zstandard",
}
_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DAMAGE = (EOFError, OSError, zlib.error, tarfile.TarError, zipfile.BadZipFile)


class _Budget:
    """How much may still come out of one archive."""

    def __init__(self, archive: str, packed: int, limits: Limits) -> None:
        self._archive, self._allowed, self._members = archive, limits.allowed(packed), limits.members

    def spend(self, size: int) -> None:
        self._allowed -= size
        self.check()

    def check(self) -> None:
        if self._allowed < 0:
            raise FeedError(
                f"{self._archive} expands to far more than its size lets expect, as archives do that are made to fill "
                "a machine. If it is sound, unpack it and import the folder."
            )

    def count(self) -> None:
        self._members -= 1
        if self._members < 0:
            raise FeedError(f"{self._archive} holds too many files for one import. Split it.")


class _Guarded(io.RawIOBase):
    """A stream whose damage is told in words, and whose bytes are paid for from a budget."""

    def __init__(self, inner: BinaryIO, what: str, budget: _Budget | None = None) -> None:
        self._inner, self._what, self._budget = inner, what, budget
        self.fault: FeedError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            # read1: what was read before the damage is handed over before the damage is met.
            data: bytes = self._inner.read1(len(buffer))  # type: ignore[attr-defined]
            if self._budget:
                self._budget.spend(len(data))
        except FeedError as error:
            self.fault = error
            raise
        except _DAMAGE as error:
            self.fault = FeedError(f"{self._what} is damaged or cut short ({error}). Fetch or export it again.")
            raise self.fault from error
        buffer[: len(data)] = data
        return len(data)


def _buffered(raw: io.RawIOBase, size: int = _BUFFER) -> io.BufferedReader:
    return io.BufferedReader(raw, size)


def _folder(folder: Path, limits: Limits) -> Iterator[Member]:
    found = False
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not _ignored(name) and path.is_file():
            found = True
            yield from _file(path, name, limits, prefix=f"{name}/")
    if not found:
        raise FeedError(f"{folder} holds no files.")


def _file(path: Path, name: str, limits: Limits, prefix: str = "") -> Iterator[Member]:
    """Yield what one file on disk holds; `prefix` stands before the names of what is in an archive."""
    inside = _Inside(str(path), prefix)
    try:
        with path.open("rb") as file:
            head, packed = file.read(512), path.stat().st_size
            file.seek(0)
            foreign = _foreign(head)
            if foreign:
                raise FeedError(f"{path} is packed with {foreign}, which is not read here. Pack it as .zip or .tgz.")
            if head.startswith(_ZIP):
                yield from _zip(file, inside, packed, limits)
            elif head.startswith(_GZIP):
                yield from _gzip(file, name, inside, packed, limits)
            elif _is_tar(head):
                yield from _tar(_buffered(_Guarded(file, str(path))), inside, limits)
            else:
                yield Member(_shown(name), _buffered(_Guarded(file, str(path))))
    except OSError as error:
        raise FeedError(
            f"{path} cannot be read: {error.strerror or error}. Check the file and its permissions."
        ) from error


class _Inside(NamedTuple):
    """An archive: how it is called in messages, and what stands before its members' names."""

    archive: str
    prefix: str


def _gzip(file: BinaryIO, name: str, inside: _Inside, packed: int, limits: Limits) -> Iterator[Member]:
    """Yield the one file of a .gz, or the files of a .tgz."""
    budget = _Budget(inside.archive, packed, limits)
    with gzip.GzipFile(fileobj=file) as unpacked:
        guarded = _Guarded(unpacked, inside.archive, budget)  # type: ignore[arg-type]
        stream = _buffered(guarded)
        if _is_tar(stream.peek(512)[:512]):
            yield from _tar(stream, inside, limits)
            while stream.read1(_BUFFER):
                pass  # to the checksum at the end, which says whether all of it was sound
            return
        yield _opened(_shown(name.removesuffix(_CONTENT_OF_GZIP)), stream)
        if guarded.fault:
            raise guarded.fault


class _Entry(tarfile.TarInfo):
    """A tar's header that tells the end of an archive from damage: tarfile takes both for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):
                raise
            raise tarfile.ReadError("no header where the next file should begin") from error


class _Pieces:
    """A stream for tarfile, which otherwise asks for more than it needs and loses all of it to damage."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self.read = stream.read1


def _tar(stream: io.BufferedReader, inside: _Inside, limits: Limits) -> Iterator[Member]:
    budget = _Budget(inside.archive, 0, limits)
    try:
        pieces: Any = _Pieces(stream)
        with tarfile.open(fileobj=pieces, mode="r|", bufsize=_BUFFER, tarinfo=_Entry) as archive:
            for entry in iter(archive.next, None):
                archive.members.clear()  # type: ignore[attr-defined]  # tarfile would remember every one of a million
                budget.count()
                member = _tar_member(archive, entry, inside)
                if member:
                    yield member
    except (tarfile.TarError, EOFError) as error:
        raise FeedError(f"{inside.archive} is damaged or cut short ({error}). Fetch or export it again.") from error


def _tar_member(archive: tarfile.TarFile, entry: tarfile.TarInfo, inside: _Inside) -> Member | None:
    if entry.isdir() or _ignored(entry.name):
        return None
    name = inside.prefix + _shown(entry.name)
    if not entry.isfile():
        return _refused(name, _LINK)
    content = archive.extractfile(entry)
    assert content is not None  # noqa: S101  (it is a file)
    if entry.size <= _SMALL:
        return _opened(name, io.BufferedReader(io.BytesIO(content.read()), _SMALL))
    return _opened(name, _buffered(_Guarded(content, inside.archive)))  # type: ignore[arg-type]


def _zip(file: BinaryIO, inside: _Inside, packed: int, limits: Limits) -> Iterator[Member]:
    budget = _Budget(inside.archive, packed, limits)
    try:
        _check_directory(file, inside.archive, packed, limits)
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise FeedError(
            f"{inside.archive} is no complete zip ({error}): its list of files, which stands at the end, is missing or "
            "damaged. Fetch or export it again."
        ) from error
    with archive:
        for entry in archive.infolist():
            if entry.is_dir() or _ignored(entry.filename):
                continue
            budget.count()
            if entry.flag_bits & 1:
                raise FeedError(f"{inside.archive} is encrypted. Unpack it with its password and import the folder.")
            yield _zip_member(archive, entry, inside, budget)
            budget.check()


def _zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, inside: _Inside, budget: _Budget) -> Member:
    name = inside.prefix + _shown(entry.filename)
    if stat.S_ISLNK(entry.external_attr >> 16):  # as Unix packs a link: its target for content (APPNOTE 4.4.15)
        return _refused(name, _LINK)
    try:
        content = archive.open(entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        return _refused(name, f"it cannot be unpacked ({error})")
    guarded = _Guarded(content, f"{name} in {inside.archive}", budget)  # type: ignore[arg-type]
    try:
        return _opened(name, _buffered(guarded))
    except FeedError as error:
        return _refused(name, str(error))


def _check_directory(file: BinaryIO, archive: str, packed: int, limits: Limits) -> None:
    """Refuse a zip whose list of files would fill the memory: zipfile reads it whole before anything can be asked.

    The end record (PKWARE APPNOTE 4.3.16) stands in the last 65,557 bytes, the list's size 12 bytes into it; the
    zip64 form, for lists beyond 4 GB or 65,535 files, says its size 40 bytes into its own end record (4.3.14).
    """
    file.seek(max(0, packed - 65_557 - 76))
    tail = file.read()
    end, end64 = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    size = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    if end64 >= 0 and size == 0xFFFFFFFF:
        size = int.from_bytes(tail[end64 + 40 : end64 + 48], "little")
    file.seek(0)
    if size > limits.zip_directory:
        raise FeedError(f"{archive} lists too many files for one import. Split it, or pack it as .tgz.")


def _opened(name: str, stream: io.BufferedReader) -> Member:
    """Return a member of an archive, refused where it is an archive itself."""
    head = stream.peek(512)[:512]
    if head.startswith((_GZIP, *_ZIP)) or head[257:262] == b"ustar" or _foreign(head):
        return _refused(name, "an archive inside an archive is not opened: unpack it first")
    return Member(name, stream)


def _refused(name: str, reason: str) -> Member:
    return Member(name, io.BufferedReader(io.BytesIO()), reason)


def _is_tar(head: bytes) -> bool:
    """Tell a tar by the checksum of its first header, which every variant of the format has."""
    try:
        return bool(tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape"))
    except tarfile.TarError:
        return False


def _foreign(head: bytes) -> str:
    return next((name for magic, name in _FOREIGN.items() if head.startswith(magic)), "")


def _ignored(name: str) -> bool:
    """Tell whether a name is hidden or left behind by an operating system."""
    return any((part[:1] == "." and part.strip(".")) or part in _LEFT_BEHIND for part in name.split("/"))


def _shown(name: str) -> str:
    """Return a name fit to be shown and stored: valid Unicode, nothing invisible, of bounded length."""
    if name.isascii() and name.isprintable() and len(name) <= _LONGEST_NAME:
        return name
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    text = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return text if len(text) <= _LONGEST_NAME else f"…{text[-_LONGEST_NAME:]}"
