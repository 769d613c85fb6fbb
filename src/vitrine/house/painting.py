"""A picture painted and written as JPEG, its origin and its licence marked in the file."""

from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
import pyvips

from vitrine.house.pictures import PICTURES
from vitrine.house.work import CC0, HouseWork, work

QUALITY = 90
"""JPEG quality: no blocks to be seen at twice the size."""


def paint(work_id: str, path: Path | str, long_side: int | None = None) -> None:
    """Paint a work and write it to `path` as JPEG (sRGB), `long_side` pixels long: its own size unless given.

    The same work at the same size is the same file, byte for byte, on the same machine. The file says in XMP that it
    is algorithmic media (IPTC Photo Metadata, DigitalSourceType) and that it is given to the public domain (CC0).
    It appears at `path` only when it is complete. Raises KeyError for an id that is not in the collection.
    """
    shown = work(work_id)
    pixels = PICTURES[work_id](long_side or max(shown.size)).pixels
    bytes_ = np.clip(pixels * 255 + 0.5, 0, 255).astype(np.uint8)
    image = pyvips.Image.new_from_array(np.ascontiguousarray(bytes_)).copy(interpretation="srgb")
    image.set_type(pyvips.GValue.blob_type, "xmp-data", xmp(shown))
    path = Path(path)
    unfinished = path.with_name(f".{path.name}.unfinished")
    image.jpegsave(str(unfinished), Q=QUALITY, profile="srgb", optimize_coding=True)
    unfinished.replace(path)


def xmp(shown: HouseWork) -> bytes:
    """The XMP packet of a work: title, maker, licence, and what kind of picture it is."""
    titles = "".join(f'<rdf:li xml:lang="{tag}">{escape(text)}</rdf:li>' for tag, text in shown.titles.items())
    default = f'<rdf:li xml:lang="x-default">{escape(shown.titles["en"])}</rdf:li>'
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
  xmlns:cc="http://creativecommons.org/ns#"
  xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<dc:title><rdf:Alt>{default}{titles}</rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(shown.maker)}</rdf:li></rdf:Seq></dc:creator>
<dc:identifier>{escape(shown.accession)}</dc:identifier>
<xmpRights:Marked>False</xmpRights:Marked>
<xmpRights:WebStatement>{CC0}</xmpRights:WebStatement>
<cc:license rdf:resource="{CC0}"/>
<Iptc4xmpExt:DigitalSourceType>{shown.source_type}</Iptc4xmpExt:DigitalSourceType>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()
