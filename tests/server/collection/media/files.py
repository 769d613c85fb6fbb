"""Media files for tests, made by other programs than the code under test."""

import hashlib
import io
import wave

import pyvips

MARKED = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' xmlns:tdm="http://www.w3.org/ns/tdmrep/" tdm:reservation="1" tdm:policy="https://museum.example/tdm.json">'
    "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm"
    "</Iptc4xmpExt:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta>"
)
"""An XMP packet as museums' programs write it: digitised from a negative, rights reserved."""


def image(suffix: str = ".jpg", width: int = 60, height: int = 40, *, xmp: str = "", orientation: int = 0) -> bytes:
    """Return a noisy picture (it compresses badly, so that a cut file lacks real content)."""
    picture = pyvips.Image.gaussnoise(width, height, mean=128, sigma=60, seed=7).cast("uchar")
    picture = picture.bandjoin([picture, picture]).copy(interpretation="srgb")
    if xmp:
        picture.set_type(pyvips.GValue.blob_type, "xmp-data", xmp.encode())
    if orientation:
        picture.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    return picture.write_to_buffer(suffix)


def sound() -> bytes:
    """Return a tenth of a second of silence."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(1600))
    return buffer.getvalue()


def sha256(content: bytes) -> str:
    """Return the SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()
