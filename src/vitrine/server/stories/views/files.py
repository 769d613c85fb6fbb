"""Sending uploaded files: what plays is played, pictures made for pages are shown, all else is a download."""

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model

from vitrine.server.collection.media.serving import served
from vitrine.server.collection.media.types import HEAD, media_type_of
from vitrine.server.stories.files import type_of

_KEPT = "public, max-age=31536000, immutable"
"""A picture made for a page has its size and focus in its name: another one has another name."""

_ASKED = "public, no-cache"
_PICTURES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"})
_NAME = re.compile(r"[\w.-]+", re.ASCII)


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Send the sound, film or captions of a story; any other uploaded file is a download of a type that says nothing.

    What lies in a collection that its keepers have restricted is sent to nobody here: stories are for everybody.
    """
    found = get_object_or_404(get_document_model(), pk=document_id)
    path = Path(found.file.path)
    hidden = found.collection.get_view_restrictions().exists()
    if hidden or found.filename != document_filename or not path.is_file():
        raise Http404(gettext("There is no such file."))
    type_ = type_of(found)
    tag = f"document-{found.pk}-{path.stat().st_mtime_ns:x}"
    response = served(request, path, type_ or "application/octet-stream", tag, _ASKED)
    if not type_:
        response["Content-Disposition"] = "attachment"
    return response


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """Send a picture that Wagtail made for a page or for the studio."""
    path = Path(settings.MEDIA_ROOT) / "images" / name
    if not _NAME.fullmatch(name) or not path.is_file():
        raise Http404(gettext("There is no such file."))
    with path.open("rb") as file:
        type_ = media_type_of(file.read(HEAD), path.stat().st_size)
    if type_ not in _PICTURES:
        raise Http404(gettext("There is no such file."))
    return served(request, path, type_, name, _KEPT)
