"""The service worker of the games, at an address inside its reach: a worker controls only the pages beside and below itself.

Web workers are looked up by their own address, so it has to reach the build's as well; web/src/play/offline.ts asks for both
and for nothing else.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vitrine.server.site.assets import BUILD, manifest

_SOURCE = "src/play-worker.ts"


@require_safe
def worker(_request: HttpRequest) -> HttpResponse:
    """Answer with the script as it was built; browsers ask for it anew each time, so that a new build takes over."""
    file = manifest().get(_SOURCE)
    if file is None:
        raise Http404("The front end is not built.")
    answer = HttpResponse((BUILD / file).read_bytes(), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    answer["Service-Worker-Allowed"] = "/"
    return answer
