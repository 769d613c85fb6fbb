"""The texts of a work in several languages beside each other, and its sensitivities."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from vitrine.records import Sensitivity, clean_text
from vitrine.records.codec import plain
from vitrine.server.collection.models import Work
from vitrine.server.collection.showing import shown_work
from vitrine.server.collection.stating import Clash, Wish, own_words, say, text_in
from vitrine.server.studio import access
from vitrine.server.studio.pages import name_of
from vitrine.server.studio.works import texts
from vitrine.server.studio.works.views.work import above
from vitrine.server.studio.works.words import CARE, differences

_LONGEST_NOTE = 2000
_SAVED = "works-saved"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.EDIT_WORKS, raise_exception=True)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form; when it is sent, save what nobody else has changed, and show both texts of what somebody has."""
    work = get_object_or_404(Work.objects.select_related("source", "profile"), pk=pk)
    record = work.version().record
    asked = (request.POST or request.GET).get("language", "")[:40]
    tags = texts.languages(record, asked)
    groups = texts.groups(work, record, tags)
    sent: dict[str, str] = {}
    faults: dict[str, str] = {}
    clashes: dict[str, Clash] = {}
    if request.method == "POST":
        fields = [field for group in groups for field in group.fields]
        wished, faults = texts.wishes(fields, request.POST)
        wished |= _cares(work, request)
        done, clashing = say(work, list(wished.values()), name_of(request.user))
        clashes = {name: clash for clash in clashing for name, wish in wished.items() if wish is clash.wish}
        if not faults and not clashes:
            request.session[_SAVED] = pk
            messages.success(request, gettext("Saved.") if done else gettext("Nothing was changed."))
            return redirect("studio-work-texts", pk=pk)
        groups = texts.groups(work, record, tags)
        sent = request.POST.dict()
    context = {
        **above(work, title=gettext("Texts")),
        "groups": [_group(group, sent, faults, clashes) for group in groups],
        "cares": _care_fields(work, sent, clashes),
        "asked": asked,
        "faults": faults,
        "clashes": clashes,
        "longest": texts.LONGEST,
        "saved": request.session.pop(_SAVED, None) == pk,
    }
    return render(request, "studio_works/texts.html", context, status=409 if clashes else 400 if faults else 200)


def _group(
    group: texts.Group, sent: dict[str, str], faults: dict[str, str], clashes: dict[str, Clash]
) -> dict[str, Any]:
    return {
        "name": group.name,
        "fields": [_field(field, sent, faults, clashes.get(field.name)) for field in group.fields],
    }


def _field(field: texts.Field, sent: dict[str, str], faults: dict[str, str], clash: Clash | None) -> dict[str, Any]:
    mine = sent.get(field.name, field.own) if clash or field.name in faults else field.own
    # A text that is not saved yet goes on from where it started.
    started = sent.get(f"from-{field.name}", "0") if field.name in faults else field.started
    found = {"field": field, "words": mine, "started": started, "title": texts.title_of(field.language)}
    found["fault"] = faults.get(field.name, "")
    if clash:
        theirs, start = (_words(one, clash.wish) for one in (clash.theirs, clash.start))
        found["clash"] = {
            "theirs": theirs, "start": start, "by": clash.theirs, "marked": differences(theirs, mine),
        }  # fmt: skip
    return found


def _words(statement: Any, wish: Wish) -> str:
    if statement is None or statement.value is None:
        return ""
    return text_in(statement.value, wish.language) if wish.language else str(statement.value.get("value", ""))


def _cares(work: Work, request: HttpRequest) -> dict[str, Wish]:
    """Return the wishes about sensitivities, by their kinds."""
    source = {one.kind for one in work.version().record.sensitivities}
    found: dict[str, Wish] = {}
    for kind in CARE:
        started = request.POST.get(f"from-care-{kind}", "")
        if not (started.isascii() and started.isdecimal()) or request.POST.get(f"choice-care-{kind}") == "theirs":
            continue
        ticked = f"care-{kind}" in request.POST
        note = clean_text(request.POST.get(f"note-{kind}", ""))[:_LONGEST_NOTE]
        value = plain(Sensitivity(kind, note)) if ticked else None
        shown = request.POST.get(f"was-care-{kind}", "")
        if shown == (f"yes {note}" if ticked else "no"):
            continue
        found[f"care-{kind}"] = Wish(
            f"sensitivities[{kind}]", value, int(started[:18]), silent=not ticked and kind not in source
        )
    return found


def _care_fields(work: Work, sent: dict[str, str], clashes: dict[str, Clash]) -> list[dict[str, Any]]:
    own, shown = own_words(work), {one.kind: one for one in shown_work(work).record.sensitivities}
    fields = []
    for kind in CARE:
        name, here = f"care-{kind}", shown.get(kind)
        standing, clash = own.get(f"sensitivities[{kind}]"), clashes.get(name)
        note = here.note if here else ""
        fields.append({
            "kind": kind, "title": CARE[kind], "ticked": name in sent if clash else here is not None,
            "note": sent.get(f"note-{kind}", "") if clash else note, "theirs": note, "set": here is not None,
            "was": f"yes {note}" if here else "no", "started": standing.pk if standing else 0, "clash": clash,
        })  # fmt: skip
    return fields
