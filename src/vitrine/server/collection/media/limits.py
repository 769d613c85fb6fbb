"""What is taken in: the operator's limits, and the error of a file that is not."""

from typing import NamedTuple

from vitrine.server.options import SettingError, names, option


class UnusableMediaError(ValueError):
    """A media file is not taken in: the message says why, and what to do about it."""


class UnreachableError(UnusableMediaError):
    """No connection came about: the host is to blame, not the file."""


class Limits(NamedTuple):
    """The settings VITRINE_MEDIA_…: bytes and pixels of one file, seconds of one fetch, fetches per second and host."""

    max_bytes: int
    max_pixels: int
    timeout: float
    rate: float
    private_hosts: frozenset[str]


def read_limits() -> Limits:
    """Return the operator's limits. Raises SettingError."""
    return Limits(
        max_bytes=int(_positive("VITRINE_MEDIA_MAX_BYTES")),
        max_pixels=int(_positive("VITRINE_MEDIA_MAX_PIXELS")),
        timeout=_positive("VITRINE_MEDIA_TIMEOUT"),
        rate=_positive("VITRINE_MEDIA_RATE"),
        private_hosts=frozenset(host.lower().strip("[]") for host in names("VITRINE_MEDIA_PRIVATE_HOSTS")),
    )


def _positive(name: str) -> float:
    value = option(name)
    try:
        number = float(value)
    except ValueError:
        number = 0
    # Written so that "nan" and "inf", which Python reads as numbers, fail too.
    if not 0 < number < 1e15:
        raise SettingError(f"The setting {name} is {value!r}: it must be a number greater than 0.")
    return number
