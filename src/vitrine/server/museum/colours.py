"""A museum's accent colour: which can be read on every ground that a page may have."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

ENOUGH = 4.5
"""Contrast of text and ground (WCAG 2.2, 1.4.3)."""

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


def checked(written: str, scheme: str) -> str:
    """Return a colour as `#rrggbb`, blank as blank. Raises ValidationError where it is none or cannot be read."""
    colour = written.strip().lower()
    if not colour:
        return ""
    if not _HEX.fullmatch(colour):
        raise ValidationError(gettext("Write the colour as # and six digits or letters from a to f, such as #17594f."))
    for ground in GROUNDS[scheme]:
        ratio = contrast(colour, ground)
        if ratio < ENOUGH:
            sentence = gettext("{colour} on the ground {ground} has a contrast of {ratio}:1; text needs {enough}:1.")
            # Cut, not rounded: 4.49 must not be shown as 4.5.
            shown = int(ratio * 10) / 10
            raise ValidationError(sentence.format(colour=colour, ground=ground, ratio=shown, enough=ENOUGH))
    return colour
