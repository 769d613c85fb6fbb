"""A museum's logo: whatever is uploaded is drawn anew as a PNG, so that nothing but pixels is ever served."""

import hashlib
from typing import Any, NamedTuple

import pyvips
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from vitrine.server.collection.media.types import HEAD, media_type_of

LARGEST = 5_000_000
"""Bytes of an upload."""

_MOST_PIXELS = 50_000_000
_BOX = (960, 288)
"""Pixels, three times the largest size on a page."""

_TAKEN = frozenset({"image/png", "image/jpeg", "image/webp"})


class Logo(NamedTuple):
    """A logo as it is served. `clear`: whether the page's ground is seen through it."""

    png: bytes
    width: int
    height: int
    clear: bool

    def about(self) -> dict[str, Any]:
        """Return what pages need to know of it."""
        digest = hashlib.sha256(self.png).hexdigest()[:16]
        return {"width": self.width, "height": self.height, "clear": self.clear, "digest": digest}


def drawn(content: bytes) -> Logo:
    """Return an uploaded picture as a PNG of pixels alone. Raises ValidationError for SVG and whatever is no picture."""
    type_ = media_type_of(content[:HEAD], len(content))
    if type_ == "image/svg+xml":
        raise ValidationError(gettext("An SVG can hold programs, so it is not taken. Save the logo as PNG or WebP."))
    if type_ not in _TAKEN:
        raise ValidationError(gettext("This file is no PNG, WebP or JPEG picture."))
    try:
        image = pyvips.Image.new_from_buffer(content, "")
        if image.width * image.height > _MOST_PIXELS:
            raise ValidationError(gettext("The picture has too many pixels for a logo."))
        small = pyvips.Image.thumbnail_buffer(content, _BOX[0], height=_BOX[1], size="down")
        png: bytes = small.pngsave_buffer(keep="none")
    except pyvips.Error:
        raise ValidationError(gettext("This picture is damaged: it cannot be drawn.")) from None
    return Logo(png, small.width, small.height, bool(small.hasalpha()))
