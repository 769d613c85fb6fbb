"""What every template may use."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language_info

from vitrine.server.museum.models import museum
from vitrine.server.site import assets, menu

_FONT = "node_modules/@fontsource-variable/{}/files/{}-latin-wght-{}.woff2"
_FONTS = {
    "roman": _FONT.format("brygada-1918", "brygada-1918", "normal"),
    "italic": _FONT.format("brygada-1918", "brygada-1918", "italic"),
    "sans": _FONT.format("commissioner", "commissioner", "normal"),
}
"""What pages are set in: asked for with the page, not only when the stylesheet is read. The other alphabets wait."""


def site(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001  (Django calls it so)
    """Return the museum's name, the languages of its interface by their own names, the fonts that pages begin with, and the ways on."""
    house = museum()
    languages = [(code, own_name(code)) for code, _ in house.offered]
    fonts = {name: assets.address(source) for name, source in _FONTS.items()}
    return {
        "museum": house.shown_name,
        "museum_logos": house.logos,
        "museum_theme": house.theme_digest,
        "museum_contact": house,
        "site_languages": languages,
        "fonts": fonts,
        "site_menu": menu.menu(),
        "site_footer": menu.footer(),
    }


def own_name(code: str) -> str:
    """Return the name of a language in that language, as it begins a line."""
    name: str = get_language_info(code)["name_local"]
    return name[:1].upper() + name[1:]
