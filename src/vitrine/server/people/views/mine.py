"""What protects one's own account: the second factor, and the sessions that are open."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitrine.server.people import second_factor, sessions
from vitrine.server.people.accounts import note
from vitrine.server.people.forms import PasswordForm, SetUpForm
from vitrine.server.people.limits import TooManyError, address_of, begin, succeeded
from vitrine.server.people.models import Deed
from vitrine.server.studio.pages import frame

_ICON = "lock"

_KEY = "second-factor-key"
"""Where the session keeps the key that the page shows until its first code was right."""


@require_safe
@never_cache
def factor(request: HttpRequest) -> HttpResponse:
    """Say whether one's second factor is on, and offer what can be done."""
    return _page(request)


@require_http_methods(["GET", "POST"])
@never_cache
@sensitive_post_parameters()
def set_up(request: HttpRequest) -> HttpResponse:
    """Show the key for the app; switch on when its first code and the password are right."""
    if second_factor.is_on(request.user):
        return redirect("studio-second-factor")
    key = request.session.setdefault(_KEY, second_factor.fresh_key())
    form = SetUpForm(request.user, request.POST or None)
    if request.method == "POST" and _valid(request, form):
        codes = second_factor.switch_on(request.user, key, form.cleaned_data["code"])
        if codes is not None:
            del request.session[_KEY]
            note(Deed.What.FACTOR_ON, request.user)
            return _codes(request, codes)
        form.add_error("code", gettext("This code is not right. Look whether the phone's clock is set by itself."))
    shown = {
        **frame(gettext("Set up the second factor"), _ICON, ("studio-second-factor", gettext("Second factor"))),
        "form": form,
        "key": second_factor.readable(key),
        # Drawn by us from our own text: there is nothing in it that somebody typed as markup.
        "picture": mark_safe(second_factor.picture(request.user, key)),  # noqa: S308
    }
    return render(request, "people/studio/set_up.html", shown, status=400 if form.errors else 200)


@require_POST
@never_cache
@sensitive_post_parameters()
def codes(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes, after the password."""
    form = PasswordForm(request.user, request.POST)
    if not second_factor.is_on(request.user) or not _valid(request, form):
        return _page(request, form)
    made = second_factor.new_codes(request.user)
    note(Deed.What.CODES, request.user)
    return _codes(request, made)


@require_POST
@never_cache
@sensitive_post_parameters()
def factor_off(request: HttpRequest) -> HttpResponse:
    """Switch one's second factor off, after the password."""
    form = PasswordForm(request.user, request.POST)
    if not _valid(request, form):
        return _page(request, form)
    if second_factor.switch_off(request.user):
        note(Deed.What.FACTOR_OFF, request.user)
    messages.success(request, gettext("The second factor is off."))
    return redirect("studio-second-factor")


@require_safe
@never_cache
def open_sessions(request: HttpRequest) -> HttpResponse:
    """List the browsers in which one is signed in."""
    shown = {
        **frame(gettext("Where you are signed in"), _ICON),
        "sessions": sessions.of(request.user),
        "this": sessions.handle_of(request),
    }
    return render(request, "people/studio/sessions.html", shown)


@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """End one session, or all but this one."""
    handle = request.POST.get("session", "")
    this = sessions.handle_of(request)
    number = sessions.end(request.user, handle=handle or None, but=this)
    if number:
        messages.success(request, gettext("Signed out there."))
    else:
        messages.info(request, gettext("That session had ended already."))
    return redirect("studio-sessions")


def _valid(request: HttpRequest, form: Any) -> bool:
    """Return whether a form with a password is right; a session left open is no place to guess passwords."""
    try:
        tried = begin(f"password of {request.user.pk}", address_of(request))
    except TooManyError:
        form.add_error(None, gettext("There were too many tries. Please wait a quarter of an hour."))
        return False
    if valid := bool(form.is_valid()):
        succeeded(tried)
    return valid


def _page(request: HttpRequest, form: PasswordForm | None = None) -> HttpResponse:
    shown = {
        **frame(gettext("Second factor"), _ICON),
        "on": second_factor.is_on(request.user),
        "left": second_factor.left(request.user),
        "form": form or PasswordForm(request.user),
    }
    return render(request, "people/studio/second_factor.html", shown, status=400 if form else 200)


def _codes(request: HttpRequest, made: list[str]) -> HttpResponse:
    title = gettext("Your recovery codes")
    shown = {**frame(title, _ICON, ("studio-second-factor", gettext("Second factor"))), "codes": made}
    return render(request, "people/studio/codes.html", shown)
