"""Signing in: Wagtail's page, with a limit on tries."""

import math
from typing import Any

from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.admin.views.account import LoginView

from vitrine.server.people.limits import TooManyError, Tried, address_of, begin, succeeded

TOO_MANY = 429


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
        """Sign in."""
        response: HttpResponse = super().form_valid(form)
        succeeded(self.tried)
        return response

    def _wait(self, error: TooManyError) -> HttpResponse:
        form = self.get_form_class()(self.request, initial={"username": self.request.POST.get("username", "")[:254]})
        minutes = max(1, math.ceil((error.until - timezone.now()).total_seconds() / 60))
        sentence = ngettext(
            "There were too many tries. Please try again in {minutes} minute.",
            "There were too many tries. Please try again in {minutes} minutes.",
            minutes,
        ).format(minutes=minutes)
        # Django's own way to put an error on a form: bound, with nothing looked at.
        form.cleaned_data = {}
        form._errors = ErrorDict()
        form.add_error(None, sentence)
        response = self.render_to_response(self.get_context_data(form=form), status=TOO_MANY)
        response["Retry-After"] = str(minutes * 60)
        return response
