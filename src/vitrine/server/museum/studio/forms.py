"""The forms of the museum's settings."""

import re
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext, gettext_lazy

from vitrine.server.museum import colours, logos
from vitrine.server.museum.models import Museum
from vitrine.server.site.entries import works_named

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""A language tag, as BCP 47 builds them."""

_LONGEST = 20_000
"""Characters of one text."""

MOST_CHOSEN = 24
"""Works of the first page: more would be no choice."""

_KINDS = {
    "opening": gettext_lazy("Opening words of the home page"),
    "imprint": gettext_lazy("Imprint"),
    "privacy": gettext_lazy("Added to the privacy statement"),
    "accessibility": gettext_lazy("Added to the accessibility statement"),
}


class Group(NamedTuple):
    """Fields that belong together, and what they are about."""

    title: str
    fields: list[BoundField]


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
    language = forms.ChoiceField(
        label=gettext_lazy("Language of those who ask for none of these"),
        choices=[("", gettext_lazy("As the program was started")), *settings.LANGUAGES],
        required=False,
        help_text=gettext_lazy("Visitors whose browser asks for a language that is offered get that one."),
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
        help_text=gettext_lazy(
            "PNG, WebP or JPEG. SVG is not taken: it can hold programs. It takes the place of the name at the top of pages."
        ),
    )
    logo_dark_file = forms.FileField(
        label=gettext_lazy("Logo for dark pages"),
        required=False,
        help_text=gettext_lazy("Without one, a logo that is seen through stands on a light plate there."),
    )
    no_logo = forms.BooleanField(label=gettext_lazy("Take the logos away"), required=False)

    class Meta:
        model = Museum
        fields = (
            *("name", "language", "ground_light", "ground_dark", "accent_light", "accent_dark"),
            *("address", "email", "phone"),
            *("responsible_ai", "responsible_data", "responsible_texts", "responsible_technology"),
            "accessibility_checked",
        )
        labels: ClassVar = {
            "name": gettext_lazy("Name of the museum"),
            "ground_light": gettext_lazy("Ground of light pages"),
            "ground_dark": gettext_lazy("Ground of dark pages"),
            "accent_light": gettext_lazy("Accent colour on light pages"),
            "accent_dark": gettext_lazy("Accent colour on dark pages"),
            "address": gettext_lazy("Postal address"),
            "email": gettext_lazy("E-mail address"),
            "phone": gettext_lazy("Telephone"),
            "responsible_ai": gettext_lazy("Responsible for AI"),
            "responsible_data": gettext_lazy("Responsible for data protection"),
            "responsible_texts": gettext_lazy("Responsible for the texts"),
            "responsible_technology": gettext_lazy("Responsible for the technology"),
            "accessibility_checked": gettext_lazy("Accessibility last checked by the museum on"),
        }
        help_texts: ClassVar = {
            "ground_light": gettext_lazy("Such as #f6f3ed. Pages of works take theirs from the work."),
            "accent_light": gettext_lazy("Such as #17594f. Blank: the house’s own green."),
            "responsible_data": gettext_lazy("A person or an office, as visitors should read it."),
        }
        widgets: ClassVar = {
            "address": forms.Textarea(attrs={"rows": 3}),
            "accessibility_checked": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

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

    def clean(self) -> dict[str, Any]:
        """Refuse colours that cannot be read with one another, a default that is not offered, a logo for dark pages alone."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for scheme in ("light", "dark"):
            self._read_colours(scheme, data)
        if data.get("language") and data.get("languages") and data["language"] not in data["languages"]:
            self.add_error("language", gettext("This language is not among those that visitors may choose."))
        light = data.get("logo_file") or ("light" in self.instance.logos and not data.get("no_logo"))
        if data.get("logo_dark_file") and not light:
            self.add_error("logo_dark_file", gettext("A logo for dark pages needs one for light pages beside it."))
        return data

    def _read_colours(self, scheme: str, data: dict[str, Any]) -> None:
        names = {"accent": f"accent_{scheme}", "ground": f"ground_{scheme}"}
        try:
            data[names["accent"]] = accent = colours.accent(data.get(names["accent"], ""), scheme)
        except ValidationError as error:
            self.add_error(names["accent"], error)
            return
        try:
            data[names["ground"]] = colours.ground(data.get(names["ground"], ""), scheme, accent)
        except ValidationError as error:
            self.add_error(names["ground"], error)

    def clean_content_languages(self) -> list[str]:
        """Return the tags, each once. Raises ValidationError for what is no tag."""
        tags = [tag.strip() for tag in self.cleaned_data["content_languages"].split(",") if tag.strip()]
        for tag in tags:
            if not _TAG.fullmatch(tag):
                raise ValidationError(gettext("“{tag}” is no language tag.").format(tag=tag))
        return list(dict.fromkeys(tags))

    def clean_logo_file(self) -> logos.Logo | None:
        """Return the logo drawn anew, None where none was sent."""
        return _drawn(self.cleaned_data["logo_file"])

    def clean_logo_dark_file(self) -> logos.Logo | None:
        """Return the logo for dark pages drawn anew, None where none was sent."""
        return _drawn(self.cleaned_data["logo_dark_file"])

    def groups(self) -> list[Group]:
        """Return the fields as the page shows them."""
        first = {
            gettext("Name and languages"): ("name", "languages", "language", "content_languages"),
            gettext("Looks"): (
                *("logo_file", "logo_dark_file", "no_logo"),
                *("ground_light", "ground_dark", "accent_light", "accent_dark"),
            ),
            gettext("Contact"): ("address", "email", "phone"),
            gettext("Who is responsible"): (
                *("responsible_data", "responsible_ai", "responsible_texts", "responsible_technology"),
                "accessibility_checked",
            ),
        }
        texts = {
            gettext("Texts in this language: {language}").format(language=language): tuple(
                f"{kind}_{code}" for kind in _KINDS
            )
            for code, language in settings.LANGUAGES
        }
        return [Group(title, [self[name] for name in names]) for title, names in {**first, **texts}.items()]

    def fill(self) -> dict[str, Any]:
        """Return what is to be written, by field of the model."""
        data = self.cleaned_data
        words = {
            code: {kind: data[f"{kind}_{code}"] for kind in _KINDS if data[f"{kind}_{code}"]}
            for code, _ in settings.LANGUAGES
        }
        written = {name: data[name] for name in (*self.Meta.fields, "languages", "content_languages")}
        written["words"] = {code: texts for code, texts in words.items() if texts}
        return written | self._logos()

    def _logos(self) -> dict[str, Any]:
        """Return what is to be written of the logos: those that were sent, and what pages need to know of both."""
        sent = {"light": self.cleaned_data["logo_file"], "dark": self.cleaned_data["logo_dark_file"]}
        kept = {} if self.cleaned_data["no_logo"] else self.instance.logos
        about = {scheme: logo.about() if logo else kept.get(scheme) for scheme, logo in sent.items()}
        pixels = {
            field: logo.png if logo else b""
            for scheme, field in (("light", "logo"), ("dark", "logo_dark"))
            if (logo := sent[scheme]) or self.cleaned_data["no_logo"]
        }
        return {**pixels, "logos": {scheme: one for scheme, one in about.items() if one}}


def _drawn(file: Any) -> logos.Logo | None:
    if not file:
        return None
    if file.size > logos.LARGEST:
        raise ValidationError(gettext("The file is larger than 5 MB."))
    return logos.drawn(file.read())


class ChosenForm(forms.Form):
    """The works of the first page: one is added, taken out or put before the one above it."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    add = forms.CharField(required=False, max_length=_LONGEST)
    out = forms.CharField(required=False, max_length=_LONGEST)
    earlier = forms.CharField(required=False, max_length=_LONGEST)

    def __init__(self, *args: Any, chosen: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._chosen = chosen

    def clean_add(self) -> str:
        """Take a work that is there, while there is room for one more."""
        added: str = self.cleaned_data["add"]
        if not added:
            return ""
        if not works_named([added]):
            raise ValidationError(gettext("There is no work “{identifier}”.").format(identifier=added))
        if added not in self._chosen and len(self._chosen) >= MOST_CHOSEN:
            raise ValidationError(
                gettext("The first page holds {number} works. Take one out first.").format(number=MOST_CHOSEN)
            )
        return added

    def chosen(self) -> list[str]:
        """Return the identifiers as they stand after what was asked."""
        data = self.cleaned_data
        kept = [one for one in self._chosen if one != data["out"]]
        if data["add"] and data["add"] not in kept:
            kept.append(data["add"])
        place = kept.index(data["earlier"]) if data["earlier"] in kept else 0
        if place:
            kept[place - 1], kept[place] = kept[place], kept[place - 1]
        return kept
