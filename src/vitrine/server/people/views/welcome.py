"""Making an account, or setting a new password, through a one-time link.

The link itself only checks its token, notes the invitation in the session and goes on to an address without the token:
so it stands neither in the browser's address bar nor in what another site is told.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from vitrine.server.people import sessions
from vitrine.server.people.accounts import note
from vitrine.server.people.forms import form_of
from vitrine.server.people.invitations import SpentError, invitation_of, invitation_with, redeem
from vitrine.server.people.models import Deed, Invitation

_NOTED = "invitation"

View = Callable[..., HttpResponse]


def _private(view: View) -> View:
    """Keep the page out of search engines and answer a spent invitation plainly."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except SpentError:
            response = render(request, "people/spent.html", status=410)
            response["Referrer-Policy"] = "no-referrer"  # its address may hold a token
        response["X-Robots-Tag"] = "noindex"
        return response

    return answered


@require_safe
@never_cache
@_private
def welcome_link(request: HttpRequest, token: str) -> HttpResponse:
    """Check the token and go on to the form."""
    request.session[_NOTED] = invitation_of(token).pk
    response = redirect("welcome")
    # Not on the form's own page: browsers then send no origin with the form, and Django rightly refuses it.
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@_private
def welcome(request: HttpRequest) -> HttpResponse:
    """Show the form; when it is sent and right, do what the invitation is for and go on."""
    invitation = invitation_with(request.session.get(_NOTED))
    form = form_of(invitation, request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = redeem(invitation, form)
        del request.session[_NOTED]
        return _signed_in(request, user, invitation) if invitation.account is None else _changed(request, user)
    return render(
        request, "people/welcome.html", {"form": form, "invitation": invitation}, status=400 if form.errors else 200
    )


def _signed_in(request: HttpRequest, user: Any, invitation: Invitation) -> HttpResponse:
    note(Deed.What.JOINED, user, role=invitation.role)
    login(request, user)
    return redirect("wagtailadmin_home")


def _changed(request: HttpRequest, user: Any) -> HttpResponse:
    """Ask to sign in with the new password: the link stands in for it, not for the second factor."""
    sessions.end(user)
    note(Deed.What.PASSWORD, user)
    messages.success(request, gettext("The new password is set. Sign in with it."))
    return redirect("wagtailadmin_login")
