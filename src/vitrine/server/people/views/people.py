"""The people of the studio: who they are, what they may do, and what was done to their accounts."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_otp.plugins.otp_totp.models import TOTPDevice

from vitrine.server.people import second_factor, sessions
from vitrine.server.people.accounts import DEEDS, give_role, may_act_on, note, note_invited, role_of
from vitrine.server.people.forms import InviteForm, RoleForm
from vitrine.server.people.invitations import VALID, VALID_FOR_COLLEAGUES, colleague_link, password_link
from vitrine.server.people.models import Deed
from vitrine.server.people.roles import ROLES
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, name_of, paged

_ICON = "group"
_NEWEST = 20
"""Lines of the log below the list; each account's page has its own."""

_ROLE_NAMES = {role.group: role.title for role in ROLES}


@require_safe
@permission_required(access.KEEP_PEOPLE, raise_exception=True)
def people(request: HttpRequest) -> HttpResponse:
    """List the accounts, and the log."""
    accounts = get_user_model().objects.prefetch_related("groups").order_by("-is_active", "username")
    page = paged(request, accounts)
    guarded = set(TOTPDevice.objects.filter(confirmed=True).values_list("user_id", flat=True))
    rows = [
        {"account": one, "name": name_of(one), "role": _role_name(one), "second_factor": one.pk in guarded}
        for one in page["page_obj"]
    ]
    shown = {**frame(gettext("People"), _ICON), **page, "rows": rows, "deeds": _told(Deed.objects.all()[:_NEWEST])}
    return render(request, "people/studio/people.html", shown)


@require_http_methods(["GET", "POST"])
@never_cache
@permission_required(access.KEEP_PEOPLE, raise_exception=True)
def invite(request: HttpRequest) -> HttpResponse:
    """Make a link for a colleague, and show it once."""
    form = InviteForm(request.POST or None, initial={"role": "curator"})
    shown = frame(gettext("Invite somebody"), _ICON, ("studio-people", gettext("People")))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        note_invited(request.user, said["whom"], said["role"])
        link = colleague_link(settings.SITE_URL, said["role"])
        more = {
            "link": link,
            "whom": said["whom"],
            "role": _ROLE_NAMES[said["role"]],
            "days": VALID_FOR_COLLEAGUES.days,
        }
        return render(request, "people/studio/link.html", {**shown, **more})
    return render(
        request,
        "people/studio/invite.html",
        {**shown, "form": form, "roles": ROLES},
        status=400 if form.errors else 200,
    )


@require_safe
@permission_required(access.KEEP_PEOPLE, raise_exception=True)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one account: role, sessions, second factor, log."""
    account = get_object_or_404(get_user_model(), pk=pk)
    role = role_of(account)
    shown = {
        **frame(name_of(account), "user", ("studio-people", gettext("People"))),
        "account": account,
        "role": _role_name(account),
        "may": may_act_on(request.user, account),
        "form": RoleForm(initial={"role": role.group if role else ""}),
        "second_factor": second_factor.is_on(account),
        "sessions": sessions.of(account),
        "deeds": _told(Deed.objects.filter(account=account)[:_NEWEST]),
    }
    return render(request, "people/studio/person.html", shown)


@require_POST
@permission_required(access.KEEP_PEOPLE, raise_exception=True)
def act(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """Do what a button on a person's page says."""
    account = _account(request, pk)
    if deed == "role":
        form = RoleForm(request.POST)
        if form.is_valid():
            give_role(request.user, account, form.cleaned_data["role"])
    elif deed in DEEDS:
        DEEDS[deed](request.user, account)
    else:
        raise Http404
    messages.success(request, gettext("Done. It stands in the log."))
    return redirect("studio-person", pk)


@require_POST
@never_cache
@permission_required(access.KEEP_PEOPLE, raise_exception=True)
def new_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a link with which the account's owner sets a new password, and show it once."""
    account = _account(request, pk)
    if not account.is_active:
        messages.error(request, gettext("This account is locked out. Let it in first."))
        return redirect("studio-person", pk)
    note(Deed.What.LINK, account, by=request.user)
    shown = frame(gettext("A new password"), _ICON, ("studio-people", gettext("People")))
    more = {"link": password_link(settings.SITE_URL, account), "whom": name_of(account), "days": VALID.days}
    return render(request, "people/studio/link.html", {**shown, **more})


def _account(request: HttpRequest, pk: int) -> Any:
    account = get_object_or_404(get_user_model(), pk=pk)
    if not may_act_on(request.user, account):
        raise PermissionDenied
    return account


def _role_name(account: Any) -> str:
    if account.is_superuser:
        return gettext("First account: may do everything")
    role = role_of(account)
    return str(role.title) if role else gettext("no role")


def _told(deeds: Any) -> list[dict[str, Any]]:
    """Return lines of the log with the role's name in the reader's language."""
    return [{"deed": deed, "role": _ROLE_NAMES.get(deed.role, deed.role)} for deed in deeds]
