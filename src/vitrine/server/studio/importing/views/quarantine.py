"""Quarantine: what an import could not read, kept whole, with the reason; and mending it."""

import re
from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Min, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from vitrine.formats import FeedError, UnreadableRecordError, load_mapping
from vitrine.formats.single import Columns, columns_of, single, text_of
from vitrine.server.collection.mending.mending import NotSentError, reread, send
from vitrine.server.collection.mending.models import Mend
from vitrine.server.collection.models import Quarantined, Source
from vitrine.server.home import BusyError
from vitrine.server.site.entries import work_address
from vitrine.server.studio import access
from vitrine.server.studio.importing.looking import as_seen
from vitrine.server.studio.importing.rows import columns_for, needs_columns
from vitrine.server.studio.pages import frame, name_of, paged

_SHOWN = 20_000
"""Bytes of a record that its page shows; the rest is in the download."""

_TYPED = 500_000
"""Bytes of a record that can be mended on its page; a larger one is downloaded, mended and uploaded."""

_MENDED = 16_000_000
"""Bytes that a mended record may have, as many as one in an XML file."""

_REASONS = 20

_UNSEEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]")
"""Control characters, and those that change the direction or stand for nothing: bytes are shown as they are, not obeyed."""

_NO_TEXT = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f]")
"""What no text field gives back as it was."""


def _seen(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


@require_safe
@permission_required(access.SEE_QUARANTINE, raise_exception=True)
def quarantine(request: HttpRequest) -> HttpResponse:
    """List what is in quarantine: reasons with their counts first, records of one source or reason where that is asked for."""
    waiting = Quarantined.objects.filter(open=True)
    source = request.GET.get("source", "")
    rows = waiting.filter(source__name=source) if source else waiting
    reasons = rows.values("reason").annotate(number=Count("id"), one=Min("id")).order_by("-number", "one")[:_REASONS]
    alike = request.GET.get("like", "")
    chosen = (
        Quarantined.objects.filter(pk=alike).first()
        if alike.isascii() and alike.isdecimal() and len(alike) < 18
        else None
    )
    if chosen is not None:
        rows = rows.filter(reason=chosen.reason)
    context = {
        **frame(gettext("Quarantine"), "warning"),
        **paged(request, rows.select_related("source").defer("raw")),
        "sources": _sources(waiting),
        "source": source,
        "reasons": reasons,
        "chosen": chosen,
        "mended": Mend.objects.select_related("work__source", "quarantined").order_by("-id")[:5],
    }
    return render(request, "studio/importing/quarantine.html", context)


def _sources(waiting: QuerySet[Quarantined]) -> list[dict[str, Any]]:
    counts = dict(waiting.order_by().values_list("source").annotate(Count("id")))
    names = Source.objects.filter(pk__in=counts).order_by("name").values_list("pk", "name")
    return [{"name": name, "number": counts[pk]} for pk, name in names]


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.SEE_QUARANTINE, raise_exception=True)
def quarantined(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one record in quarantine: why it is there, its bytes as text, and the means to mend it."""
    row = get_object_or_404(Quarantined.objects.select_related("source"), pk=pk)
    may = request.user.has_perm(access.MEND_QUARANTINE)
    if request.method == "POST" and may and row.open:
        return _mend(request, row)
    return _page(request, row)


def _mend(request: HttpRequest, row: Quarantined) -> HttpResponse:
    """Read what was mended, or send it into the collection."""
    first_line = request.POST.get("columns", "")
    typed = request.POST.get("text")
    try:
        raw = _sent(request, row)
        columns = columns_for(row) or (columns_of(first_line) if first_line.strip() and needs_columns(row) else None)
        if request.POST.get("action") == "send":
            send(row, raw, columns, name_of(request.user))
            messages.success(request, gettext("Mended and stored. The bytes that came are kept beside it."))
            return redirect("studio-quarantined", row.pk)
        found = _reading(row, raw, columns)
    except (UnreadableRecordError, FeedError, NotSentError, BusyError) as error:
        return _page(request, row, _Sent(typed, first_line, str(error)), 422)
    return _page(request, row, _Sent(typed, first_line, found=found))


def _reading(row: Quarantined, raw: bytes, columns: Columns | None) -> dict[str, Any]:
    result = reread(row, raw, columns)
    item = single(row.locator, raw, row.source.format, row.source.mapping, columns)
    seen = as_seen(row.locator, raw, item.content, result.reading)
    return {"seen": seen, "key": result.incoming.key, "exists": result.exists}


def _sent(request: HttpRequest, row: Quarantined) -> bytes:
    """Return the mended bytes: of an uploaded file as they are, of the text in the record's own encoding."""
    upload = request.FILES.get("file")
    if upload is not None:
        if (upload.size or 0) > _MENDED:
            raise UnreadableRecordError(gettext("The file is too large for one record."))
        raw: bytes = upload.read()
    else:
        text = request.POST.get("text", "").replace("\r\n", "\n")
        encoding = _text(row)[1]
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError as error:
            message = gettext("The encoding of this record ({encoding}) has no “{sign}”.")
            raise UnreadableRecordError(message.format(encoding=encoding, sign=text[error.start])) from error
    if not raw.strip():
        raise UnreadableRecordError(gettext("Nothing stands here. What cannot be mended can stay in quarantine."))
    return raw


def _text(row: Quarantined) -> tuple[str, str]:
    stated = load_mapping(row.source.mapping).source.encoding if row.source.mapping else ""
    return text_of(bytes(row.raw), row.source.format, stated)


class _Sent(NamedTuple):
    """What was sent: the text and the names of the columns, why it could not be stored, or how it reads."""

    text: str | None = None
    columns: str = ""
    error: str = ""
    found: dict[str, Any] | None = None


_NOTHING_SENT = _Sent()


def _page(request: HttpRequest, row: Quarantined, sent: _Sent = _NOTHING_SENT, status: int = 200) -> HttpResponse:
    raw = bytes(row.raw)
    mend = Mend.objects.filter(quarantined=row).select_related("work__source").first()
    context: dict[str, Any] = {
        **frame(row.locator, "warning", ("studio-quarantine", gettext("Quarantine"))),
        "row": row,
        "text": _UNSEEN.sub(_seen, raw[:_SHOWN].decode("utf-8", "backslashreplace")),
        "size": len(raw),
        "cut": len(raw) > _SHOWN,
        "mend": mend,
        "mended_text": _UNSEEN.sub(_seen, bytes(mend.raw)[:_SHOWN].decode("utf-8", "backslashreplace")) if mend else "",
        "mended_address": work_address(mend.work) if mend else "",
        "error": sent.error,
        "found": sent.found,
    }
    if row.open and request.user.has_perm(access.MEND_QUARANTINE):
        context |= _means(row, sent.text, sent.columns)
    return render(request, "studio/importing/quarantined.html", context, status=status)


def _means(row: Quarantined, typed: str | None, first_line: str) -> dict[str, Any]:
    """Return what the form for mending needs."""
    raw = bytes(row.raw)
    try:
        text = _text(row)[0]
        columns = columns_for(row)
        asked = columns is None and needs_columns(row)
    except FeedError as error:
        return {"unmendable": str(error)}
    return {
        "mendable": bool(raw),
        "typed": text.rstrip("\r\n") if typed is None else typed,
        "typable": bool(raw) and len(raw) <= _TYPED and not _NO_TEXT.search(text),
        "names": columns.names[:200] if columns else (),
        "ask_columns": asked,
        "first_line": first_line,
    }


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
