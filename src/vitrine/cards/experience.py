"""What a package gives to be a use of AI: an `Experience`, named by an entry point of the group `vitrine.experiences`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import NamedTuple


class Done(NamedTuple):
    """How often a use has done something: `key` for programs and never changed, `name` in the reader's language."""

    key: str
    name: str
    number: int


def _nothing_done() -> Sequence[Done]:
    return ()


def _nothing_missing() -> str:
    return ""


@dataclass(frozen=True)
class Experience:
    """A use of AI. The entry point's name is its identifier, and its card has to bear the same.

    `card` is the card.toml beside the code: `importlib.resources.files(__package__) / "card.toml"`. `page` is the
    address on the site where a visitor meets it (`/pose`), blank if there is none. `kinds` names the modules
    that register its jobs. `missing` says, in a sentence, why it cannot run on this machine (a file that is not there,
    a checksum that differs), blank if it can. `done` counts what it has done, for the public account; it may ask the
    database and is called in the reader's language.
    """

    card: Traversable
    page: str = ""
    kinds: tuple[str, ...] = ()
    missing: Callable[[], str] = _nothing_missing
    done: Callable[[], Sequence[Done]] = _nothing_done
