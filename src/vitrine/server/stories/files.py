"""Sound, film and captions of stories: what each is, by its content."""

from wagtail.documents.models import AbstractDocument

from vitrine.server.collection.media.types import HEAD, media_type_of

SOUND = frozenset({"audio/mpeg", "audio/ogg", "audio/mp4", "audio/wav", "audio/flac", "audio/aac"})
VIDEO = frozenset({"video/mp4", "video/webm"})
VTT = "text/vtt"

_VTT_BEGINS = (b"WEBVTT", b"\xef\xbb\xbfWEBVTT")
"""How a WebVTT file begins (W3C WebVTT, section 4.1)."""


def type_of(document: AbstractDocument) -> str:
    """Return the media type found in the content of an uploaded file; blank where it is none that stories use."""
    with document.file.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(_VTT_BEGINS):
        return VTT
    found = media_type_of(head, document.file.size)
    return found if found in SOUND | VIDEO else ""
