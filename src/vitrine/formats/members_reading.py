"""Reading the files of a folder or archive one after another, so that damage in one does not lose the next."""

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from vitrine.formats.containers import Member, members
from vitrine.formats.reading import FeedError, RawRecord, Unreadable

Item = RawRecord | Unreadable


class UnusableMappingError(FeedError):
    """The mapping does not fit the file: no file of it is worth reading."""


def read_members(path: Path, wanted: Callable[[str], bool], read: Callable[[Member], Iterator[Item]]) -> Iterator[Item]:
    """Yield what `read` finds in every member of `path` whose name is `wanted`.

    A member that cannot be opened, or is cut short while others follow, is handed out as unreadable. Raises FeedError
    where nothing follows, and where no member is wanted.
    """
    fault: tuple[str, FeedError] | None = None
    names: list[str] = []
    found = False
    for member in members(path):
        if fault:
            yield Unreadable(fault[0], b"", str(fault[1]))
            fault = None
        if not wanted(member.name):
            names.append(member.name)
            continue
        found = True
        if member.refused:
            yield Unreadable(member.name, b"", member.refused)
            continue
        try:
            yield from read(member)
        except UnusableMappingError:
            raise
        except FeedError as error:
            fault = (member.name, error)
    if fault:
        raise fault[1]
    if not found:
        raise FeedError(f"{path} holds no file to read here. It holds: {', '.join(names[:10]) or 'nothing'}.")


def chosen(path: Path, file: str, endings: tuple[str, ...]) -> Callable[[str], bool]:
    """Return which members to read: those that the mapping's `file` names, else those with one of `endings`; a file that
    is given by itself is read whatever its name is."""
    itself = {path.name.lower(), path.name.lower().removesuffix(".gz")} if path.is_file() else set()
    if file:
        return lambda name: named(name, file) or name.lower() in itself
    return lambda name: name.lower().endswith(endings) or name.lower() in itself


def named(member: str, pattern: str) -> bool:
    """Return whether a member is the one that a mapping names: by its name without folders, `*` for anything, `.gz` or not."""
    name = member.rpartition("/")[2].lower().removesuffix(".gz")
    return fnmatchcase(name, pattern.rpartition("/")[2].lower().removesuffix(".gz"))
