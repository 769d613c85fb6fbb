"""The ground that a page borrows from its work."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from vitrine.server.collection.media.derivatives import UnpicturableError
from vitrine.server.collection.media.public import cache_rule
from vitrine.server.collection.models import MediaFile
from vitrine.server.site.ground import stylesheet


@require_safe
def ground(request: HttpRequest, checksum: str) -> HttpResponseBase | None:
    """Serve the stylesheet for a picture to those who may see the picture."""
    file = MediaFile.objects.filter(checksum=checksum).first()
    rule = cache_rule(request, file) if file else None
    if file is None or rule is None:
        return _nothing()
    try:
        css = stylesheet(file)
    except (UnpicturableError, FileNotFoundError):
        return _nothing()
    etag = f'"{checksum}"'
    response = HttpResponse(css, content_type="text/css", headers={"Cache-Control": rule, "ETag": etag})
    return get_conditional_response(request, etag=etag, response=response)


def _nothing() -> HttpResponse:
    """Answer without a page: where a stylesheet is wanted, nobody reads one."""
    return HttpResponse(status=404, content_type="text/css", headers={"Cache-Control": "no-store"})
