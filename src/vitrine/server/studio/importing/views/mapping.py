"""The third step: what each column means, by choosing or as text; both say the same."""

import re
from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods
from wagtail.admin.paginator import WagtailPaginator

from vitrine.formats import FeedError, load_mapping, shipped_mapping, shipped_mappings
from vitrine.records import UNDETERMINED, language_tag
from vitrine.server.studio import access
from vitrine.server.studio.importing.columns import identifier_choices, mapping_for, same
from vitrine.server.studio.importing.drafting import change
from vitrine.server.studio.importing.files import path_of
from vitrine.server.studio.importing.models import Draft
from vitrine.server.studio.importing.parts import LEFT_OUT, NAMES, PARTS, ROW_NUMBER, WHY
from vitrine.server.studio.importing.views.look import records
from vitrine.server.studio.importing.views.steps import page
from vitrine.server.studio.pages import name_of

PER_PAGE = 40
"""Columns on one page: each has a list of sixty parts."""

_LONGEST_MAPPING = 1_000_000
_LINE = re.compile(r"line (\d+)")
_MOST_CIRCA = 500


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.IMPORT, raise_exception=True)
def mapping(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the mapping as a form and as text, and take changes of either."""
    draft = get_object_or_404(Draft, pk=pk)
    if request.method != "POST":
        return _page(request, draft)
    if draft.job_id is not None:
        messages.error(request, gettext("The import has begun with this mapping: it can no longer be changed here."))
        return redirect("studio-import-mapping", pk)
    try:
        fields = _wanted(request, draft)
    except FeedError as error:
        return _page(request, draft, _Sent(request.POST.get("text"), str(error)), 422)
    if change(draft, _number(request.POST.get("revision")), name_of(request.user), **fields):
        messages.success(request, gettext("The mapping is kept. Below are the first records as they read with it."))
        return redirect(f"{request.path}?p={_number(request.POST.get('p')) or 1}")
    draft.refresh_from_db()
    conflict = gettext(
        "{name} has changed this mapping since you opened it. Nothing of yours is lost: it stands below. Compare it with what is"
        " kept now, and save again what should hold."
    ).format(name=draft.changed_by or draft.by)
    return _page(request, draft, _Sent(fields["mapping"], conflict, conflict=True), 409)


def _wanted(request: HttpRequest, draft: Draft) -> dict[str, Any]:
    """Return the fields that what was sent comes to. Raises FeedError."""
    action = request.POST.get("action")
    if action == "text":
        text = request.POST.get("text", "").replace("\r\n", "\n")
        if len(text) > _LONGEST_MAPPING:
            raise FeedError(gettext("This is too long for a mapping."))
        if "\0" in text:
            raise FeedError(gettext("The text has a character in it that no file can hold (NUL). Take it out."))
        if text.strip() or draft.needs_mapping:
            load_mapping(text)
        return {"mapping": text}
    if action == "shipped":
        try:
            return {"mapping": shipped_mapping(request.POST.get("shipped", ""))}
        except KeyError as error:
            raise FeedError(gettext("Choose one of the mappings in the list.")) from error
    choices = {} if action == "again" else _choices(request, draft)
    text = mapping_for(path_of(draft), choices)
    return {"mapping": text, "written": text, "choices": choices}


def _choices(request: HttpRequest, draft: Draft) -> dict[str, Any]:
    """Return what was chosen, on this page of the form and on others before."""
    parts = dict(draft.choices.get("parts", {}))
    for number, column in enumerate(draft.columns["columns"]):
        part = request.POST.get(f"part-{number}")
        known = part in NAMES or part == LEFT_OUT
        if known and (part != (column["part"] or LEFT_OUT) or column["key"] in parts):
            parts[column["key"]] = part
    choices: dict[str, Any] = {**draft.choices, "parts": parts}
    identifiers = {value for value, _ in identifier_choices(draft.columns)} | {ROW_NUMBER}
    if (identifier := request.POST.get("identifier")) in identifiers:
        choices["identifier"] = identifier
    language = request.POST.get("language", "").strip() or UNDETERMINED
    if language != UNDETERMINED and language_tag(language) == UNDETERMINED:
        raise FeedError(
            gettext("There is no language “{tag}”: write a tag such as en, it, nl or de-AT.").format(tag=language[:40])
        )
    choices["language"] = language
    choices["circa"] = min(_number(request.POST.get("circa")), _MOST_CIRCA)
    return choices


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else 0


class _Sent(NamedTuple):
    """What was sent and could not be kept: the text, why, and whether somebody else's change stands against it."""

    text: str | None = None
    error: str = ""
    conflict: bool = False


_NOTHING_SENT = _Sent()


def _page(request: HttpRequest, draft: Draft, sent: _Sent = _NOTHING_SENT, status: int = 200) -> HttpResponse:
    context = page(draft, "mapping")
    there = path_of(draft).exists()
    line = _LINE.search(sent.error)
    context |= {
        "text": draft.mapping if sent.text is None else sent.text,
        "kept_text": draft.mapping if sent.conflict else "",
        "error": sent.error,
        "line": _at_line(sent.text or "", int(line[1])) if line else None,
        "shipped": shipped_mappings(),
        "by_hand": bool(draft.mapping) and not same(draft.mapping, draft.written),
    }
    if there and not context["fault"]:
        context |= records(draft, draft.mapping)
    if draft.columns:
        context |= _form(request, draft)
    return render(request, "studio/importing/mapping.html", context, status=status)


def _at_line(text: str, number: int) -> dict[str, Any] | None:
    """Return the line of a text that an error names."""
    lines = text.splitlines()
    return {"number": number, "text": lines[number - 1][:400]} if 0 < number <= len(lines) else None


def _form(request: HttpRequest, draft: Draft) -> dict[str, Any]:
    """Return the form: one page of columns, each with what it is now."""
    chosen = draft.choices.get("parts", {})
    columns = [
        {
            **column,
            "number": number,
            "now": chosen.get(column["key"], column["part"]) or LEFT_OUT,
            "why": gettext("chosen by a person") if column["key"] in chosen else WHY.get(column["why"], column["why"]),
        }
        for number, column in enumerate(draft.columns["columns"])
    ]
    paginator = WagtailPaginator(columns, PER_PAGE)
    shown = paginator.get_page(request.GET.get("p") or request.POST.get("p"))
    known = draft.columns["identifier"]
    first = known[0] if known else ROW_NUMBER
    return {
        "page_obj": shown,
        "elided_page_range": list(paginator.get_elided_page_range(shown.number)),
        "parts": PARTS,
        "left_out": LEFT_OUT,
        "row_number": ROW_NUMBER,
        "identifiers": identifier_choices(draft.columns),
        "identifier": draft.choices.get("identifier", first),
        "several": len(known) > 1 and "identifier" not in draft.choices,
        "language": draft.choices.get("language", draft.columns["language"]),
        "circa": draft.choices.get("circa", draft.columns["circa"]),
        "remarks": draft.columns["remarks"],
    }
