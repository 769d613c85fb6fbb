"""Kiosks in the studio: all of them, one to make or change, retired and opened again."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitrine.server.play.kiosks import closed, new_code
from vitrine.server.play.models import Kiosk
from vitrine.server.play.places import places
from vitrine.server.play.studio.forms import KioskForm
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, name_of, paged

_ICON = "desktop"


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def kiosks(request: HttpRequest) -> HttpResponse:
    """List the kiosks: where each stands, what is played on it, and why one is closed."""
    page = paged(request, Kiosk.objects.all())
    known = {one.key: one for one in places()}
    rows = [
        {"kiosk": one, "place": known.get(one.place), "closed": closed(one, known.get(one.place))}
        for one in page["page_obj"]
    ]
    shown = {**_frame(gettext("Kiosks")), **page, "rows": rows}
    return render(request, "play/studio/kiosks.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def new(request: HttpRequest) -> HttpResponse:
    """Make a kiosk; its code is drawn by chance."""
    form = KioskForm(request.POST or None, initial=KioskForm.of(Kiosk(place=request.GET.get("place", ""))))
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            made = Kiosk.objects.create(code=new_code(), by=name_of(request.user)[:200], **form.written())
        messages.success(request, gettext("The kiosk is there. Open its address on the screen in the room."))
        return redirect("studio-kiosk", made.pk)
    return _page(request, gettext("A new kiosk"), form, None)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def kiosk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a kiosk and change it, unless somebody else has changed it meanwhile."""
    row = get_object_or_404(Kiosk, pk=pk)
    form = KioskForm(request.POST or None, initial=KioskForm.of(row))
    if request.method == "POST" and form.is_valid():
        if _change(row, request, edition=form.cleaned_data["edition"], **form.written()):
            messages.success(request, gettext("Saved. The kiosk shows it when it begins anew."))
            return redirect("studio-kiosk", pk)
        form.add_error(
            None,
            gettext(
                "Somebody else has changed this kiosk meanwhile. Nothing of yours is lost: it stands below. Open this page in a second window and bring both together there."
            ),
        )
    return _page(request, row.name, form, row)


@require_POST
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Retire a kiosk, or open it again. Its address stays."""
    row = get_object_or_404(Kiosk, pk=pk)
    retired = request.POST.get("to") != "open"
    _change(row, request, edition=row.edition, retired=retired)
    said = (
        gettext("It is retired: its screen says that it is closed.") if retired else gettext("It is no longer retired.")
    )
    messages.success(request, said)
    return redirect("studio-kiosks")


def _change(row: Kiosk, request: HttpRequest, *, edition: int, **written: Any) -> bool:
    same = Kiosk.objects.filter(pk=row.pk, edition=edition)
    who = name_of(request.user)[:200]
    return bool(same.update(edition=F("edition") + 1, by=who, at=timezone.now(), **written))


def _page(request: HttpRequest, title: str, form: KioskForm, row: Kiosk | None) -> HttpResponse:
    led_to = next((one for one in places() if row is not None and one.key == row.place), None)
    shown = {
        **_frame(title, ("studio-kiosks", gettext("Kiosks"))),
        "form": form,
        "kiosk": row,
        "closed": closed(row, led_to) if row is not None else "",
        "address": f"{settings.SITE_URL}{row.address}" if row is not None else "",
    }
    return render(request, "play/studio/kiosk.html", shown, status=400 if form.errors else 200)


def _frame(title: str, *above: tuple[str, str]) -> dict[str, Any]:
    return frame(title, _ICON, ("studio-play", gettext("Play")), *above)
