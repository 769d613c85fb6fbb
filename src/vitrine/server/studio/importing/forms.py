"""The form with which an import begins."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vitrine.server.collection.models import Source

NEW = ""


class BeginForm(forms.Form):
    """Which source the file is of: one that exists, or a new one with a name."""

    known = forms.ChoiceField(label=_("Source"), required=False)
    name = forms.SlugField(
        label=_("Name of the new source"),
        max_length=80,
        required=False,
        help_text=_("Letters, digits, - and _, at most 80: import the next export under the same name."),
        error_messages={"invalid": _("This name is not usable: take letters, digits, - and _.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = Source.objects.order_by("name").values_list("name", flat=True)
        self.fields["known"].choices = [(NEW, _("A new source")), *((name, name) for name in names)]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        known, name = data.get("known"), data.get("name")
        if known or "name" in self.errors:
            return data
        if not name:
            self.add_error("name", _("Give the new source a name, or choose one that exists."))
        elif Source.objects.filter(name=name).exists():
            message = _("There is a source of this name already: choose it in the list above, or take another name.")
            self.add_error("name", message)
        return data

    @property
    def source(self) -> str:
        """The source's name, of a valid form."""
        return str(self.cleaned_data["known"] or self.cleaned_data["name"])
