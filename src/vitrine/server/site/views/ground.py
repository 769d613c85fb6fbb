"""The ground that a page borrows from its work."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.collection.media.derivatives import UnpicturableError
from vitrine.server.collection.models import MediaFile
from vitrine.server.site.ground import stylesheet


@require_safe
def ground(request: HttpRequest, checksum: str) -> HttpResponse:  # noqa: ARG001
    """Serve the stylesheet for a picture; its address is the picture's checksum, so it never changes."""
    file = get_object_or_404(MediaFile, checksum=checksum)
    try:
        css = stylesheet(file)
    except (UnpicturableError, FileNotFoundError) as error:
        raise Http404(gettext("There is no such page.")) from error
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": "public, max-age=31536000, immutable"})
