"""The forms of challenges in the studio."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext, gettext_lazy

from vitrine.server.poses import ready
from vitrine.server.poses.models import LONGEST_TITLE, Challenge
from vitrine.server.poses.playing import MOST

LONGEST_HOLD = 10
"""Seconds: longer, and arms hurt."""

_LONGEST_IDENTIFIER = 1000


class ChallengeForm(forms.ModelForm):  # type: ignore[type-arg]
    """Title by language, address, what of the body counts, mirrored or not, how long it is held, how strictly, published or not."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    slug = forms.SlugField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("What stands at the end of its web address. Blank: made from the title."),
    )
    hold = forms.IntegerField(
        label=gettext_lazy("Seconds for which a pose is held"), min_value=1, max_value=LONGEST_HOLD, initial=3
    )

    class Meta:
        model = Challenge
        fields = ("slug", "part", "mirrored", "hold", "difficulty", "published")
        labels: ClassVar = {
            "part": gettext_lazy("What of the body counts"),
            "mirrored": gettext_lazy("A pose counts as in a mirror, too"),
            "difficulty": gettext_lazy("Difficulty"),
            "published": gettext_lazy("Published: visitors can play it"),
        }
        help_texts: ClassVar = {
            "part": gettext_lazy(
                "“The whole figure” shuts out who cannot stand or is in a wheelchair: offer another challenge beside it."
            ),
            "mirrored": gettext_lazy("People imitate as in a mirror; without this, left is left."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row: Challenge = self.instance
        self.initial["edition"] = row.edition
        titles = {
            f"title_{code}": forms.CharField(
                label=f"{gettext('Title')} ({language})",
                required=False,
                max_length=LONGEST_TITLE,
                initial=row.titles.get(code, ""),
                widget=forms.TextInput(attrs={"lang": code, "dir": "auto"}),
            )
            for code, language in settings.LANGUAGES
        }
        self.fields = {**titles, **self.fields}

    def clean(self) -> dict[str, Any]:
        """Ask for a title, and for an address that no other challenge has."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        titles = {code: data[f"title_{code}"] for code, _ in settings.LANGUAGES if data.get(f"title_{code}")}
        if not titles:
            raise ValidationError(gettext("Write a title in at least one language."))
        data["titles"] = titles
        if "slug" not in self.errors:
            data["slug"] = self._slug(data.get("slug", ""), titles)
        return data

    def _slug(self, asked: str, titles: dict[str, str]) -> str:
        others = Challenge.objects.exclude(pk=self.instance.pk)
        wanted = asked or slugify(titles.get("en") or next(iter(titles.values())))[:70] or "challenge"
        if asked and (asked in ready.SLUGS or others.filter(slug=asked).exists()):
            self.add_error("slug", gettext("Another challenge has this address."))
        number, slug = 1, wanted
        while not asked and (slug in ready.SLUGS or others.filter(slug=slug).exists()):
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def fill(self) -> dict[str, Any]:
        """Return what is to be written, by field of the model."""
        return {name: self.cleaned_data[name] for name in ("titles", *self.Meta.fields)}


class FiguresForm(forms.Form):
    """The figures of a challenge: one is added, taken out, or moved by one place."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    add = forms.CharField(required=False, max_length=_LONGEST_IDENTIFIER)
    out = forms.CharField(required=False, max_length=_LONGEST_IDENTIFIER)
    earlier = forms.CharField(required=False, max_length=_LONGEST_IDENTIFIER)
    later = forms.CharField(required=False, max_length=_LONGEST_IDENTIFIER)

    def __init__(self, *args: Any, figures: list[str], playable: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._figures = figures
        self._playable = playable

    def clean_add(self) -> str:
        """Take a figure that may be played, while there is room for one more."""
        added: str = self.cleaned_data["add"]
        if added and added not in self._playable:
            raise ValidationError(gettext("This figure is not approved any more, or its work may not enter the game."))
        if added and added not in self._figures and len(self._figures) >= MOST:
            raise ValidationError(gettext("A challenge holds {number} works. Take one out first.").format(number=MOST))
        return added

    def figures(self) -> list[str]:
        """Return the figures as they stand after what was asked."""
        data = self.cleaned_data
        kept = [one for one in self._figures if one != data["out"]]
        if data["add"] and data["add"] not in kept:
            kept.append(data["add"])
        for name, step in (("earlier", -1), ("later", 1)):
            if data[name] in kept:
                here = kept.index(data[name])
                there = min(len(kept) - 1, max(0, here + step))
                kept[here], kept[there] = kept[there], kept[here]
        return kept
