"""What the doctor says of one part."""

from collections.abc import Callable
from typing import Literal, NamedTuple

Show = Callable[[int, int | None], None]
"""Told how many bytes are done, of how many."""


class Check(NamedTuple):
    """A finding: what was looked at, how it is, and in one sentence what was found and what to do."""

    name: str
    state: Literal["ok", "warning", "error"]
    message: str
