"""Stories, and the page that lists them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from vitrine.server.site.entries import Entry
from vitrine.server.site.words.texts import reader
from vitrine.server.stories.blocks import Body
from vitrine.server.stories.works import shown_works


def _languages() -> list[tuple[str, Any]]:
    return list(settings.LANGUAGES)


class StoryIndex(Page):  # type: ignore[misc]
    """The list of all stories. There is one, at /stories/."""

    max_count = 1
    subpage_types = ("stories.Story",)
    template = "stories/index.html"

    class Meta:
        verbose_name = _("List of stories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the template every story once, in the reader's language where it is told in it."""
        return {**super().get_context(request, *args, **kwargs), "stories": with_leads(newest())}


class Story(Page):  # type: ignore[misc]
    """A story in one language. `same_as` is the same story in the language in which it was told first, null in that one."""

    language = models.CharField(_("Language"), max_length=20, choices=_languages, default="en")
    same_as = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("The same story in another language"),
        help_text=_("Choose the story as it was told first; readers can then go from one language to the other."),
    )
    introduction = models.TextField(
        _("Introduction"), max_length=600, help_text=_("What it is about, in a sentence or two.")
    )
    body = StreamField(Body(), verbose_name=_("Story"), blank=True)

    parent_page_types = ("stories.StoryIndex",)
    subpage_types = ()
    template = "stories/story.html"
    content_panels = (
        *Page.content_panels,
        FieldPanel("language"),
        FieldPanel("same_as"),
        FieldPanel("introduction"),
        FieldPanel("body"),
    )
    promote_panels = (FieldPanel("slug"),)

    class Meta:
        verbose_name = _("Story")
        verbose_name_plural = _("Stories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the template the works of the story, found together, and the story's other languages."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["works"] = shown_works(self.work_identifiers())
        context["others"] = [one for one in self.tellings() if one.pk != self.pk]
        return context

    def clean(self) -> None:
        """Let `same_as` lead to the story as it was told first, so that all its languages stand together."""
        super().clean()
        if self.same_as is None:
            return
        if self.same_as_id == self.pk or (self.pk and self.translations.exists()):
            raise ValidationError(
                {"same_as": gettext("Other stories name this one as told first: it cannot name another.")}
            )
        if self.same_as.same_as_id is not None:
            self.same_as = self.same_as.same_as

    def work_identifiers(self) -> list[str]:
        """Return the identifiers of the works that the story shows, in their order."""
        found: list[str] = []
        for block in self.body:
            if block.block_type == "work":
                found.append(block.value)
            elif block.block_type == "works":
                found += list(block.value)
        return found

    def tellings(self) -> "QuerySet[Story]":
        """Return the story in all languages in which it is public, this one with them."""
        first = self.same_as_id or self.pk
        return Story.objects.live().public().filter(models.Q(pk=first) | models.Q(same_as=first)).order_by("language")


def newest(number: int | None = None) -> list[Story]:
    """Return the public stories, newest first, each once: in the reader's language where it is told in it."""
    chosen: dict[int, Story] = {}
    for story in Story.objects.live().public().order_by("-first_published_at", "-pk"):
        first = story.same_as_id or story.pk
        if first not in chosen or story.language == reader():
            chosen[first] = story
    listed = list(chosen.values())
    return listed if number is None else listed[:number]


_LEADS = 3
"""Works of a story that are looked at for the one that leads to it."""


class Told(NamedTuple):
    """A story in a list, and the first of its works that everybody is shown, None where the first few have no picture."""

    story: Story
    entry: Entry | None


def with_leads(stories: Iterable[Story]) -> list[Told]:
    """Return stories with the work that leads to each, with few queries however many there are."""
    first = {story: story.work_identifiers()[:_LEADS] for story in stories}
    works = shown_works(identifier for some in first.values() for identifier in some)
    return [Told(story, _lead(works, some)) for story, some in first.items()]


def _lead(works: dict[str, Entry], identifiers: list[str]) -> Entry | None:
    found = (works[one] for one in identifiers if one in works)
    return next((entry for entry in found if entry.shown_at_once), None)
