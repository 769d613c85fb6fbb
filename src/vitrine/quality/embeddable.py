"""Media that can be played inside another page: by their address or as an oEmbed description.

The addresses are Europeana's fixed list (metis-framework, tiers/media/EmbeddableMedia): `*` stands for anything, and
anything may follow.
"""

import re

OEMBED = frozenset({"application/json+oembed", "application/xml+oembed"})
"""Media types of an oEmbed description."""

PLAYED = ("VIDEO", "SOUND")
"""The kinds of works for which a player counts."""

_ADDRESSES = (
    "http://sounds.bl.uk/embed/",
    "http://eusounds.ait.co.at/player/",
    "http://www.dismarc.org/player/",
    "http://api.picturepipe.net/api/html/widgets/public/playout_cloudfront?token=",
    "https://api.picturepipe.net/api/html/widgets/public/playout_cloudfront?token=",
    "http://archives.crem-cnrs.fr/archives/items/",
    "http://www.ccma.cat/tv3/alacarta/programa/titol/video/",
    "http://www.ina.fr/*/video/",
    "http://www.ina.fr/video/",
    "http://www.theeuropeanlibrary.org/tel4/newspapers/issue/fullscreen/",
    "http://www.euscreen.eu/item.html",
    "https://www.euscreen.eu/item.html",
    "https://sketchfab.com/3d-models",
    "https://sketchfab.com/models/",
    "https://skfb.ly/",
    "http://soundcloud.com/",
    "https://soundcloud.com/",
    "http://player.vimeo.com/video/",
    "http://vimeo.com/",
    "https://player.vimeo.com/video/",
    "https://vimeo.com/",
    "https://*.youtube.com/v/",
    "https://*.youtube.com/watch",
    "https://youtu.be/",
)

_EMBEDDABLE = re.compile("|".join(".*".join(map(re.escape, address.split("*"))) for address in _ADDRESSES))


def is_embeddable(address: str) -> bool:
    """Return whether what is at `address` can be played inside another page."""
    return _EMBEDDABLE.match(address) is not None
