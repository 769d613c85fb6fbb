"""Shared by the tests of dates: what a text must come to, told in the fewest words."""

from vitrine.dates import resolve

TODAY = 2025
"""The year the tests are told it is."""


def read(text: str, **settings: object) -> tuple[str | None, int | None, int | None]:
    """Return EDTF, earliest and latest of a museum's text."""
    found = resolve(text, today=TODAY, **settings)
    return found.edtf, found.earliest, found.latest


def years(text: str, **settings: object) -> tuple[int | None, int | None]:
    """Return earliest and latest of a museum's text."""
    return read(text, **settings)[1:]


def edtf(text: str, **settings: object) -> str | None:
    """Return the EDTF of a museum's text."""
    return read(text, **settings)[0]


def kind(text: str, **settings: object) -> str:
    """Return whether a museum's text is read, unknown or unreadable."""
    return resolve(text, today=TODAY, **settings).kind
