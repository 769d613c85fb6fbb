"""Forms of accounts and of the ways in."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import SetPasswordForm, UserCreationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vitrine.server.people.models import Invitation
from vitrine.server.people.roles import ROLES


class AccountForm(UserCreationForm):  # type: ignore[misc]
    """A new account: name, e-mail address, password."""

    class Meta:
        model = get_user_model()
        fields = ("username", "email")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Name")
        self.fields["username"].help_text = _("You sign in with it. Letters, digits and @ . + - _ only.")
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].help_text = _("For those who look after the accounts with you. Vitrine sends no mail.")
        self.fields["email"].required = True
        self.fields["email"].widget.attrs["autocomplete"] = "email"
        self.fields["password2"].label = _("Password again")
        self.fields["password2"].help_text = ""


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """A new password for an account that exists."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password2"].label = _("Password again")
        self.fields["new_password2"].help_text = ""


class CodeForm(forms.Form):
    """The second factor's code, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=64,
        help_text=_("Six digits from the app on your phone, or one of your recovery codes."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false"}),
    )


class PasswordForm(forms.Form):
    """The password once more, before something that protects the account is changed."""

    password = forms.CharField(
        label=_("Your password"),
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Refuse a password that is not the account's."""
        typed: str = self.cleaned_data["password"]
        if not self.user.check_password(typed):
            raise ValidationError(gettext("This is not your password."))
        return typed


class SetUpForm(PasswordForm):
    """The first code of an app that was given its key, and the password."""

    field_order = ("code", "password")
    code = forms.CharField(
        label=_("The code that the app shows now"),
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class RoleForm(forms.Form):
    """One of the roles."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.group, role.title) for role in ROLES])


class InviteForm(RoleForm):
    """Who is invited, and as what."""

    field_order = ("whom", "role")
    whom = forms.CharField(
        label=_("Who is invited"),
        max_length=200,
        help_text=_("For the log. The person chooses the name to sign in with."),
    )


def form_of(invitation: Invitation, data: Any) -> Any:
    """Return the form that an invitation asks for."""
    return AccountForm(data) if invitation.account is None else NewPasswordForm(invitation.account, data)
