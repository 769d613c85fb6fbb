"""What the museum says of itself, in one row."""

import hashlib
from typing import Any

from django.conf import settings
from django.db import DatabaseError, models


def _nothing() -> list[str]:
    return []


def _no_words() -> dict[str, dict[str, str]]:
    return {}


def _no_logos() -> dict[str, dict[str, Any]]:
    return {}


class Museum(models.Model):
    """The museum's settings. `words` are its own texts by language: opening, imprint, privacy, accessibility.

    `edition` counts changes: a form that was opened before somebody else's change is not saved over it. `logos` says of
    the logos for `light` and `dark` pages what pages need to know: width, height, digest, and whether one sees through it.
    """

    edition = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=120, blank=True)
    languages = models.JSONField(default=_nothing)
    language = models.CharField(max_length=10, blank=True)
    content_languages = models.JSONField(default=_nothing)
    accent_light = models.CharField(max_length=7, blank=True)
    accent_dark = models.CharField(max_length=7, blank=True)
    ground_light = models.CharField(max_length=7, blank=True)
    ground_dark = models.CharField(max_length=7, blank=True)
    logo = models.BinaryField(blank=True, default=b"")
    logo_dark = models.BinaryField(blank=True, default=b"")
    logos = models.JSONField(default=_no_logos)
    address = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=60, blank=True)
    responsible_ai = models.CharField(max_length=200, blank=True)
    responsible_data = models.CharField(max_length=200, blank=True)
    responsible_texts = models.CharField(max_length=200, blank=True)
    responsible_technology = models.CharField(max_length=200, blank=True)
    accessibility_checked = models.DateField(null=True, blank=True)
    words = models.JSONField(default=_no_words)
    chosen = models.JSONField(default=_nothing)

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name, or what the site is called until the museum has given one."""
        return self.name or str(settings.WAGTAIL_SITE_NAME)

    @property
    def offered(self) -> list[tuple[str, str]]:
        """The interface languages that visitors may choose; all until the museum has chosen."""
        return [(code, name) for code, name in settings.LANGUAGES if not self.languages or code in self.languages]

    @property
    def first_language(self) -> str:
        """The interface language of those whose browser asks for none that is offered."""
        codes = [code for code, _ in self.offered]
        wishes = (self.language, settings.LANGUAGE_CODE.split("-")[0])
        return next((code for code in wishes if code in codes), codes[0])

    def word(self, kind: str, language: str) -> str:
        """Return the museum's own text of a kind in a language, blank where it gave none."""
        return str(self.words.get(language, {}).get(kind, ""))

    @property
    def theme(self) -> str:
        """The stylesheet of the museum's colours: custom properties alone, blank where it keeps the house's."""
        rules = []
        # Paper keeps its white ground; only screens have a scheme that is dark.
        for scheme, accent, ground in (
            ("light", self.accent_light, self.ground_light),
            ("dark", self.accent_dark, self.ground_dark),
        ):
            set_ = f"--ground:{ground};" if ground else ""
            set_ += f"--accent:{accent};" if accent else ""
            if set_:
                rules.append(f"@media screen and (prefers-color-scheme:{scheme}){{:root{{{set_.rstrip(';')}}}}}")
        return "".join(rules)

    @property
    def theme_digest(self) -> str:
        """What the theme's address ends with: another for other colours, blank without a theme."""
        return hashlib.sha256(self.theme.encode()).hexdigest()[:16] if self.theme else ""


ONLY = 1
"""The key of the one row."""


def museum() -> Museum:
    """Return the museum's settings, with one read by key; those of a new house where there are none or no database."""
    try:
        found = Museum.objects.defer("logo", "logo_dark").filter(pk=ONLY).first()
    except DatabaseError:
        # Pages that say what failed are shown without a database too.
        found = None
    return found or Museum(pk=ONLY)
