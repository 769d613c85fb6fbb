"""What a decision about rights asks for."""

import uuid
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext, gettext_lazy

from vitrine.rights import parse
from vitrine.server.collection.deciding.evidence import LARGEST
from vitrine.server.collection.models import RightsDecision
from vitrine.server.studio.rights.statements import choices

_OTHER = "other"
_LONGEST = 5000
"""Characters of evidence in words; a longer account is a file."""


class EvidenceForm(forms.Form):
    """Why: in words always, with a link or a file where there is one. `asked` is this form's own number."""

    evidence = forms.CharField(
        label=gettext_lazy("Evidence"),
        help_text=gettext_lazy("Why this is so: a contract, a letter, a date of death, a rule of the house."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=_LONGEST,
    )
    link = forms.CharField(
        label=gettext_lazy("Link to evidence"),
        help_text=gettext_lazy("The address of a page, if there is one."),
        required=False,
        max_length=2000,
    )
    file = forms.FileField(
        label=gettext_lazy("File as evidence"),
        help_text=gettext_lazy("A scan or a letter, if there is one. It is kept as it is, for colleagues only."),
        required=False,
        max_length=200,
    )
    asked = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_link(self) -> str:
        """Take web addresses only: a link is for following."""
        link: str = self.cleaned_data["link"].strip()
        if link and not _is_web(link):
            raise forms.ValidationError(gettext("Give a web address that begins with https:// or http://."))
        return link

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is kept."""
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError(
                gettext("The file is larger than the {megabytes} MB allowed.").format(megabytes=LARGEST // 1_000_000)
            )
        return file


class AssignForm(EvidenceForm):
    """A statement for the works that a filter chooses. `number` is how many they were when the form was made."""

    uri = forms.ChoiceField(label=gettext_lazy("Statement"), choices=())
    other = forms.CharField(
        label=gettext_lazy("Another statement"),
        help_text=gettext_lazy("Its address at creativecommons.org, rightsstatements.org or europeana.eu."),
        required=False,
        max_length=500,
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("The rights of what"),
        choices=RightsDecision.Scope.choices,
        initial=RightsDecision.Scope.OBJECT,
        widget=forms.RadioSelect,
    )
    number = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("uri", "other", "scope", "evidence", "link", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uri"].choices = [
            ("", gettext("Choose a statement")),
            *choices(),
            (_OTHER, gettext("Another, by its address")),
        ]

    def clean(self) -> dict[str, Any]:
        """Bring a statement given by its address into the form that its issuer gives it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("uri") == _OTHER:
            cleaned["uri"] = parse(cleaned.get("other", "")).uri
            if not cleaned["uri"]:
                self.add_error("other", gettext("This is the address of no rights statement."))
        return cleaned


def _is_web(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
