"""What the name of a file says about its content: a guess that holds until the file itself has been looked into."""

import re

MEDIA_TYPES: dict[str, str] = {
    "avif": "image/avif",
    "bmp": "image/bmp",
    "gif": "image/gif",
    "heic": "image/heic",
    "jp2": "image/jp2",
    "jpe": "image/jpeg",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "webp": "image/webp",
    "avi": "video/x-msvideo",
    "m4v": "video/mp4",
    "mkv": "video/matroska",
    "mov": "video/quicktime",
    "mp4": "video/mp4",
    "mpeg": "video/mpeg",
    "mpg": "video/mpeg",
    "ogv": "video/ogg",
    "webm": "video/webm",
    "aif": "audio/aiff",
    "aiff": "audio/aiff",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "epub": "application/epub+zip",
    "pdf": "application/pdf",
    "glb": "model/gltf-binary",
    "gltf": "model/gltf+json",
    "obj": "model/obj",
    "ply": "model/ply",
    "stl": "model/stl",
    "x3d": "model/x3d+xml",
}
"""Media type (IANA registry; model/ply is in common use, not registered) by the ending of a file's name."""

_FILE_NAME = re.compile(r"[^/\\?#:]+\.([a-z0-9]{2,5})", re.IGNORECASE)


def media_type(name: str) -> str:
    """Return the media type that the ending of a file name or link says, or blank: `…/a.JPG?w=800` -> `image/jpeg`."""
    path = name.split("?", 1)[0].split("#", 1)[0]
    return MEDIA_TYPES.get(path.rpartition(".")[2].lower(), "") if "." in path else ""


def is_media_name(value: str) -> bool:
    """Return whether `value` is the bare name of a media file, such as `8700356b.jpg`."""
    return bool(_FILE_NAME.fullmatch(value)) and media_type(value) != ""
