"""What a page may load and do: the Content-Security-Policy of every response.

Public pages, the way in (sign-in, first account), our own pages in the studio and error pages load styles, scripts, fonts
and pictures from this host only, none of it inline. Wagtail's pages need more: their menus, date pickers and inline panels
are started by inline scripts and its editors set inline styles, so both are allowed there, still from this host only.
Where visitors play, a worker of this host sees what the camera shows: it runs WebAssembly, and nothing else is allowed for it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_PUBLIC = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "img-src": "'self'",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "object-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
}

_PLAY = _PUBLIC | {
    "script-src": "'self' 'wasm-unsafe-eval'",  # compiles WebAssembly; `eval` stays forbidden
    "worker-src": "'self'",
}

_PLAYED_AT = ("/play/", f"{settings.STATIC_URL}site/build/assets/workers/")
"""The pages, and the workers themselves: a worker keeps the policy that its own script came with."""

_STUDIO = _PUBLIC | {
    "frame-ancestors": "'self'",  # previews are shown in a frame of the studio's own pages
    "frame-src": "'self'",
    "img-src": "'self' data: blob:",  # crops and previews made in the browser
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
}

_STRICT_IN_STUDIO = tuple(
    f"/studio/{name}/"
    for name in (
        *("welcome", "login", "second-factor", "sessions", "people"),
        *(
            "works",
            "import",
            "quarantine",
            "jobs",
            "quality",
            "rights",
            "rights-changes",
            "review",
            "ai-uses",
            "museum",
            "portraits",
            "play",
            "poses",
            "figures",
            "play",
        ),
    )
)
"""The way in, and our own pages: nothing on them is inline."""


def policy(path: str) -> str:
    """Return the policy of the page at `path`."""
    return "; ".join(f"{name} {value}" for name, value in _directives(path).items())


def _directives(path: str) -> dict[str, str]:
    if path.startswith(_PLAYED_AT):
        return _PLAY
    loose = path.startswith("/studio/") and not path.startswith(_STRICT_IN_STUDIO)
    return _STUDIO if loose else _PUBLIC


class ContentSecurityPolicy:
    """Middleware that sets the policy on every response that has none of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy(request.path_info))
        return response
