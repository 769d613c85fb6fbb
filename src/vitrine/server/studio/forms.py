"""Forms of the studio."""

from django.contrib.auth import get_user_model
from django.contrib.auth.forms import UserCreationForm
from django.utils.translation import gettext_lazy as _


class FirstAccountForm(UserCreationForm):  # type: ignore[misc]
    """The first account: name, e-mail address, password."""

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
