"""Signing in: Wagtail's page with a limit on tries, and a second page for those who have a second factor."""

import math
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model, login
from django.contrib.auth.views import RedirectURLMixin
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext, ngettext
from django.views.generic import View
from wagtail.admin.views.account import LoginView

from vitrine.server.people import second_factor
from vitrine.server.people.forms import CodeForm
from vitrine.server.people.limits import TooManyError, Tried, address_of, begin, succeeded

TOO_MANY = 429

_WAITING = "second-factor"
"""Where the session notes whose password was right. Nobody is signed in yet."""

_PATIENCE = timedelta(minutes=10)
"""How long the right password waits for its code."""


class SigningIn(LoginView):  # type: ignore[misc]
    """The page to sign in. Too many tries are refused before the password is looked at, whether or not an account exists."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look at the password, unless there were too many tries."""
        try:
            self.tried: Tried = begin(request.POST.get("username", "").strip(), address_of(request))
        except TooManyError as error:
            return self._wait(error)
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign in, or ask for the second factor."""
        user = form.get_user()
        succeeded(self.tried)
        if second_factor.is_on(user):
            remember = bool(form.cleaned_data.get("remember"))
            return _ask_for_code(self.request, user, self.get_success_url(), remember)
        response: HttpResponse = super().form_valid(form)
        return response

    def _wait(self, error: TooManyError) -> HttpResponse:
        form = self.get_form_class()(self.request, initial={"username": self.request.POST.get("username", "")[:254]})
        # Django's own way to put an error on a form: bound, with nothing looked at.
        form.cleaned_data = {}
        form._errors = ErrorDict()
        minutes = _minutes(error)
        form.add_error(None, _too_many(minutes))
        response = self.render_to_response(self.get_context_data(form=form), status=TOO_MANY)
        response["Retry-After"] = str(minutes * 60)
        return response


class SecondStep(RedirectURLMixin, View):  # type: ignore[misc]
    """The page that asks for the code. Only who has given a right password a moment ago comes here."""

    def get(self, request: HttpRequest) -> HttpResponse:  # noqa: ARG002  (Django gives it)
        """Ask."""
        return self._page(CodeForm()) if self._waiting() else redirect("wagtailadmin_login")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Look at the code and sign in."""
        user = self._waiting()
        if user is None:
            return redirect("wagtailadmin_login")
        form = CodeForm(request.POST)
        try:
            tried = begin(f"second factor of {user.pk}", address_of(request))
        except TooManyError as error:
            form.add_error(None, _too_many(_minutes(error)))
            response = self._page(form, TOO_MANY)
            response["Retry-After"] = str(_minutes(error) * 60)
            return response
        if form.is_valid():
            if second_factor.accepts(user, form.cleaned_data["code"]):
                succeeded(tried)
                return self._sign_in(user)
            form.add_error(
                "code", gettext("This code is not right, or it was used already. The app shows a new one soon.")
            )
        return self._page(form, 400)

    def get_default_redirect_url(self) -> str:
        """Return where to go when the form names nothing safe."""
        return reverse("wagtailadmin_home")

    def _sign_in(self, user: Any) -> HttpResponse:
        remember = self.request.session.pop(_WAITING)["remember"]
        login(self.request, user)
        # As Wagtail's own page does it: without "remember me" the session ends with the browser.
        self.request.session.set_expiry(None if remember else 0)
        return HttpResponseRedirect(self.get_success_url())

    def _waiting(self) -> Any:
        noted = self.request.session.get(_WAITING)
        if noted is None or timezone.now().timestamp() - noted["at"] > _PATIENCE.total_seconds():
            return None
        user = get_user_model().objects.filter(pk=noted["account"], is_active=True).first()
        if user is None or not constant_time_compare(user.get_session_auth_hash(), noted["hash"]):
            return None
        user.backend = noted["backend"]
        return user

    def _page(self, form: CodeForm, status: int = 200) -> HttpResponse:
        next_page = self.request.POST.get("next") or self.request.GET.get("next", "")
        return render(self.request, "people/code.html", {"form": form, "next": next_page}, status=status)


def _ask_for_code(request: HttpRequest, user: Any, next_page: str, remember: bool) -> HttpResponse:
    request.session.cycle_key()
    request.session[_WAITING] = {
        "account": user.pk,
        "backend": user.backend,
        # A password that was changed meanwhile ends the wait.
        "hash": user.get_session_auth_hash(),
        "at": timezone.now().timestamp(),
        "remember": remember,
    }
    return redirect(reverse("sign-in-code", query={"next": next_page}))


def _minutes(error: TooManyError) -> int:
    return max(1, math.ceil((error.until - timezone.now()).total_seconds() / 60))


def _too_many(minutes: int) -> str:
    return ngettext(
        "There were too many tries. Please try again in {minutes} minute.",
        "There were too many tries. Please try again in {minutes} minutes.",
        minutes,
    ).format(minutes=minutes)
