"""The ways through the site: pages of the rooms above are linked where those rooms are there."""

from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy

from vitrine.server.uses.gate import is_on

_MENU = {
    "works": gettext_lazy("Works"),
    "stories": gettext_lazy("Stories"),
    "play": gettext_lazy("Play"),
    "ai": gettext_lazy("AI"),
    "quality": gettext_lazy("Quality"),
}

_FOOTER = {
    "privacy": gettext_lazy("Privacy"),
    "accessibility": gettext_lazy("Accessibility"),
    "wagtailadmin_home": gettext_lazy("Studio"),
}


PLAYED = ("strike-a-pose", "face-fit")
"""The uses of AI that are games."""


class Way(NamedTuple):
    """A link of the menu or the footer."""

    name: str
    address: str


def menu() -> list[Way]:
    """Return what the main menu leads to; to the games only where one of them is switched on."""
    shown = any(is_on(use) for use in PLAYED)
    return _ways({name: words for name, words in _MENU.items() if name != "play" or shown})


def footer() -> list[Way]:
    """Return what the footer leads to."""
    return _ways(_FOOTER)


def address_of(name: str) -> str:
    """Return the address of a page, blank where no room has it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _ways(names: dict[str, object]) -> list[Way]:
    return [Way(str(words), address) for name, words in names.items() if (address := address_of(name))]
