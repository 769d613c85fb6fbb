"""A museum's accent and ground: every text can be read on every ground that a page may have."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

ENOUGH = 4.5
"""Contrast of text and ground (WCAG 2.2, 1.4.3)."""

INKS = {"light": ("#23201c", "#655e54", "#17594f"), "dark": ("#ece5d8", "#aba294", "#8fc9bb")}
"""The stylesheet's inks (tokens.css: ink, quiet ink, accent), which have to be read on the ground."""

VERDICTS = {"light": ("#7a4a00", "#8f2b23"), "dark": ("#e0b36a", "#ef9a8c")}
"""The stylesheet's colours of "ask" and "no", which no museum changes."""

GROUNDS = {"light": ("#f6f3ed", "#ececec"), "dark": ("#1b1916", "#272727")}
"""The house's wall, and the most unfavourable of the tones that pages borrow from works or raise cards with.

Borrowed tones all have the lightness L* 94 or 9.5 (site/ground.py), and contrast depends on lightness alone."""

_HEX = re.compile(r"#[0-9a-f]{6}")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two sRGB hex colours (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def accent(written: str, scheme: str) -> str:
    """Return an accent as `#rrggbb`, blank as blank. Raises ValidationError where it is no colour or cannot be read.

    Whether it is read on a ground of the museum's own, that ground says.
    """
    colour = _colour(written)
    if colour:
        _refuse_unreadable([(colour, one) for one in GROUNDS[scheme]])
    return colour


def ground(written: str, scheme: str, own_accent: str = "") -> str:
    """Return a ground as `#rrggbb`, blank as blank. Raises ValidationError where it is no colour or an ink cannot be read on it.

    `own_accent` is the museum's, blank where it keeps the house's.
    """
    colour = _colour(written)
    if colour:
        ink, quiet, house = INKS[scheme]
        texts = (ink, quiet, *VERDICTS[scheme], own_accent or house)
        _refuse_unreadable([(text, one) for text in texts for one in (colour, _raised(colour, scheme))])
    return colour


def _colour(written: str) -> str:
    colour = written.strip().lower()
    if colour and not _HEX.fullmatch(colour):
        raise ValidationError(gettext("Write the colour as # and six digits or letters from a to f, such as #17594f."))
    return colour


def _raised(colour: str, scheme: str) -> str:
    """Return what the stylesheet raises fields and cards with: the ground, nearer to white (tokens.css: raised)."""
    share = 0.6 if scheme == "light" else 0.05
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)


def _refuse_unreadable(pairs: list[tuple[str, str]]) -> None:
    """Raise ValidationError for the first pair of text and ground without enough contrast."""
    for text, behind in pairs:
        ratio = contrast(text, behind)
        if ratio < ENOUGH:
            sentence = gettext("{colour} on the ground {ground} has a contrast of {ratio}:1; text needs {enough}:1.")
            # Cut, not rounded: 4.49 must not be shown as 4.5.
            shown = int(ratio * 10) / 10
            raise ValidationError(sentence.format(colour=text, ground=behind, ratio=shown, enough=ENOUGH))
