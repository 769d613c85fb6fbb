"""The forms of the museum's settings."""

import re
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from vitrine.server.collection.models import Work
from vitrine.server.museum import colours, logos
from vitrine.server.museum.models import Museum

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""A language tag, as BCP 47 builds them."""

_LONGEST = 20_000
"""Characters of one text."""

_MOST_CHOSEN = 24

_KINDS = {
    "opening": gettext_lazy("Opening words of the home page"),
    "imprint": gettext_lazy("Imprint"),
    "privacy": gettext_lazy("Added to the privacy statement"),
    "accessibility": gettext_lazy("Added to the accessibility statement"),
}


class MuseumForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, languages, colours, logo, contact, responsible persons, texts by language."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages that visitors may choose"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("None ticked: all of them."),
    )
    content_languages = forms.CharField(
        label=gettext_lazy("Languages of your own texts"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("Language tags with commas between, such as it, de, lld."),
    )
    logo_file = forms.FileField(
        label=gettext_lazy("Logo"),
        required=False,
        help_text=gettext_lazy("PNG, WebP or JPEG. SVG is not taken: it can hold programs."),
    )
    no_logo = forms.BooleanField(label=gettext_lazy("Take the logo away"), required=False)

    class Meta:
        model = Museum
        fields = (
            *("name", "accent_light", "accent_dark", "address", "email", "phone"),
            *("responsible_ai", "responsible_data", "responsible_texts", "responsible_technology"),
        )
        labels: ClassVar = {
            "name": gettext_lazy("Name of the museum"),
            "accent_light": gettext_lazy("Accent colour on light pages"),
            "accent_dark": gettext_lazy("Accent colour on dark pages"),
            "address": gettext_lazy("Postal address"),
            "email": gettext_lazy("E-mail address"),
            "phone": gettext_lazy("Telephone"),
            "responsible_ai": gettext_lazy("Responsible for AI"),
            "responsible_data": gettext_lazy("Responsible for data protection"),
            "responsible_texts": gettext_lazy("Responsible for the texts"),
            "responsible_technology": gettext_lazy("Responsible for the technology"),
        }
        help_texts: ClassVar = {"accent_light": gettext_lazy("Such as #17594f. Blank: the house’s own green.")}
        widgets: ClassVar = {"address": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row: Museum = self.instance
        self.initial |= {"languages": row.languages, "content_languages": ", ".join(row.content_languages)}
        self.initial["edition"] = row.edition
        for code, language in settings.LANGUAGES:
            for kind, label in _KINDS.items():
                self.fields[f"{kind}_{code}"] = forms.CharField(
                    label=f"{label} ({language})",
                    required=False,
                    max_length=_LONGEST,
                    initial=row.word(kind, code),
                    widget=forms.Textarea(attrs={"rows": 3, "lang": code}),
                )

    def clean_accent_light(self) -> str:
        """Refuse a colour that cannot be read."""
        return colours.checked(self.cleaned_data["accent_light"], "light")

    def clean_accent_dark(self) -> str:
        """Refuse a colour that cannot be read."""
        return colours.checked(self.cleaned_data["accent_dark"], "dark")

    def clean_content_languages(self) -> list[str]:
        """Return the tags, each once. Raises ValidationError for what is no tag."""
        tags = [tag.strip() for tag in self.cleaned_data["content_languages"].split(",") if tag.strip()]
        for tag in tags:
            if not _TAG.fullmatch(tag):
                raise ValidationError(gettext("“{tag}” is no language tag.").format(tag=tag))
        return list(dict.fromkeys(tags))

    def clean_logo_file(self) -> bytes:
        """Return the logo drawn anew, blank where none was sent."""
        file = self.cleaned_data["logo_file"]
        if not file:
            return b""
        if file.size > logos.LARGEST:
            raise ValidationError(gettext("The file is larger than 5 MB."))
        return logos.drawn(file.read())

    def fill(self) -> dict[str, Any]:
        """Return what is to be written, by field of the model."""
        data = self.cleaned_data
        words = {
            code: {kind: data[f"{kind}_{code}"] for kind in _KINDS if data[f"{kind}_{code}"]}
            for code, _ in settings.LANGUAGES
        }
        written = {name: data[name] for name in (*self.Meta.fields, "languages", "content_languages")}
        written["words"] = {code: texts for code, texts in words.items() if texts}
        if data["logo_file"] or data["no_logo"]:
            written["logo"] = data["logo_file"]
        return written


class ChosenForm(forms.Form):
    """The works of the first page, one identifier a line, the largest first."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    chosen = forms.CharField(
        label=gettext_lazy("Works of the first page"),
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=gettext_lazy("One identifier a line, such as house:house-01. None: other works every day."),
    )

    def clean_chosen(self) -> list[str]:
        """Return the identifiers, each once. Raises ValidationError for works that are not there."""
        lines = [line.strip() for line in self.cleaned_data["chosen"].splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        if len(found) > _MOST_CHOSEN:
            raise ValidationError(gettext("These are more than {number} works.").format(number=_MOST_CHOSEN))
        for identifier in found:
            source, _, key = identifier.partition(":")
            if not Work.objects.filter(source__name=source, key=key).exists():
                raise ValidationError(gettext("There is no work “{identifier}”.").format(identifier=identifier))
        return found
