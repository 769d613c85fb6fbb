"""Quarantine: what an import could not read, kept whole, with the reason."""

import re

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.collection.models import Quarantined
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, paged

_SHOWN = 20_000
"""Bytes of a record that its page shows; the rest is in the download."""


_UNSEEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]")
"""Control characters, and those that change the direction or stand for nothing: bytes are shown as they are, not obeyed."""


def _seen(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


@require_safe
@permission_required(access.SEE_QUARANTINE, raise_exception=True)
def quarantine(request: HttpRequest) -> HttpResponse:
    """List what is in quarantine."""
    rows = Quarantined.objects.filter(open=True).select_related("source").defer("raw")
    return render(
        request, "studio/quarantine.html", {**frame(gettext("Quarantine"), "warning"), **paged(request, rows)}
    )


@require_safe
@permission_required(access.SEE_QUARANTINE, raise_exception=True)
def quarantined(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one record in quarantine: why it is there, and its bytes as text."""
    row = get_object_or_404(Quarantined.objects.select_related("source"), pk=pk)
    raw = bytes(row.raw)
    return render(
        request,
        "studio/quarantined.html",
        {
            **frame(row.locator, "warning", ("studio-quarantine", gettext("Quarantine"))),
            "row": row,
            "text": _UNSEEN.sub(_seen, raw[:_SHOWN].decode("utf-8", "backslashreplace")),
            "size": len(raw),
            "cut": len(raw) > _SHOWN,
        },
    )


@require_safe
@permission_required(access.SEE_QUARANTINE, raise_exception=True)
def quarantined_raw(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """Send the bytes as they came, as a download that no browser opens."""
    row = get_object_or_404(Quarantined, pk=pk)
    return HttpResponse(
        bytes(row.raw),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="quarantined-{row.pk}.bin"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
