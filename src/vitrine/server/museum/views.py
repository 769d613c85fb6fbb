"""The museum's colours and logo, and the statements it owes its visitors."""

import hashlib
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from vitrine.server.museum.models import ONLY, Museum, museum

_MAKERS_CHECKED = date(2026, 11, 24)
"""When the makers last ran and read what tests/browser says of barriers, on every public page. It is set anew with each version."""

_ASKED_AGAIN = "public, no-cache"


@require_safe
def theme(request: HttpRequest) -> HttpResponseBase | None:
    """Serve the museum's colours: custom properties alone."""
    return _answer(request, museum().theme.encode(), "text/css")


@require_safe
def logo(request: HttpRequest, field: str) -> HttpResponseBase | None:
    """Serve the logo for light or for dark pages as it was drawn."""
    content = Museum.objects.filter(pk=ONLY).values_list(field, flat=True).first()
    if not content:
        raise Http404
    return _answer(request, bytes(content), "image/png")


def _answer(request: HttpRequest, content: bytes, type_: str) -> HttpResponseBase | None:
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    response = HttpResponse(content, content_type=type_, headers={"Cache-Control": _ASKED_AGAIN, "ETag": etag})
    return get_conditional_response(request, etag=etag, response=response)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what this site keeps of its visitors."""
    return render(request, "museum/privacy.html", {**_own(), "days": settings.LANGUAGE_COOKIE_AGE // 86_400})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how far everybody can use this site, and whom to tell."""
    return render(request, "museum/accessibility.html", {**_own(), "makers_checked": _MAKERS_CHECKED})


def _own() -> dict[str, object]:
    """Return the museum's settings and its own texts in the visitor's language."""
    row, language = museum(), (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    kinds = ("imprint", "privacy", "accessibility")
    return {"house": row, **{f"own_{kind}": row.word(kind, language) for kind in kinds}}
