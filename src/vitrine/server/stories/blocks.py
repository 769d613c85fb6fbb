"""What a story is made of: text, works of the collection, pictures, words of others, sound and film."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import AbstractDocument
from wagtail.images.blocks import ImageChooserBlock

from vitrine.server.stories.files import SOUND, VIDEO, VTT, type_of
from vitrine.server.stories.works import find_work

_RICH = ["bold", "italic", "link", "ol", "ul"]
"""What can be marked in a text: nothing that brings its own look."""

_LONGEST_LINE = 300


class WorkBlock(blocks.CharBlock):
    """A work of the collection, by its identifier (`source:number`), shown with its picture and its label."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 480)
        kwargs.setdefault(
            "help_text",
            gettext_lazy(
                "Its identifier, such as house:house-01: it stands at the top of the work's page in the studio."
            ),
        )
        super().__init__(**kwargs)

    def clean(self, value: str) -> str:
        """Take identifiers of works that are there."""
        cleaned: str = super().clean(value).strip()
        if cleaned and find_work(cleaned) is None:
            raise ValidationError(gettext("There is no work {identifier}.").format(identifier=cleaned))
        return cleaned

    def get_context(self, value: str, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Give the template the work, None where it is no longer shown."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["entry"] = (parent_context or {}).get("works", {}).get(value)
        return context

    class Meta:
        label = gettext_lazy("Work")
        icon = "image"
        template = "stories/blocks/work.html"


class WorksBlock(blocks.ListBlock):  # type: ignore[misc]
    """Several works side by side."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(WorkBlock(), min_num=2, max_num=12, **kwargs)

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Give the template the works that are still shown, and how many are not."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        found = [(parent_context or {}).get("works", {}).get(one) for one in value]
        context["entries"] = [one for one in found if one is not None]
        context["gone"] = found.count(None)
        return context

    class Meta:
        label = gettext_lazy("Works in a row")
        icon = "grip"
        template = "stories/blocks/works.html"


class PictureBlock(blocks.StructBlock):  # type: ignore[misc]
    """A picture that is no work of the collection."""

    image = ImageChooserBlock(label=gettext_lazy("Picture"))
    alt = blocks.CharBlock(
        label=gettext_lazy("What it shows"),
        help_text=gettext_lazy("For those who do not see it: what it shows and why it is here, in 25 words or less."),
        max_length=_LONGEST_LINE,
    )
    caption = blocks.CharBlock(label=gettext_lazy("Caption"), required=False, max_length=_LONGEST_LINE)
    credit = blocks.CharBlock(
        label=gettext_lazy("Credit"), help_text=gettext_lazy("Who made it, and its licence."), max_length=_LONGEST_LINE
    )

    class Meta:
        label = gettext_lazy("Picture")
        icon = "image"
        template = "stories/blocks/picture.html"


class QuotationBlock(blocks.StructBlock):  # type: ignore[misc]
    """Somebody's words."""

    words = blocks.TextBlock(label=gettext_lazy("Words"), max_length=2000)
    by = blocks.CharBlock(label=gettext_lazy("By whom, where"), required=False, max_length=_LONGEST_LINE)

    class Meta:
        label = gettext_lazy("Quotation")
        icon = "openquote"
        template = "stories/blocks/quotation.html"


class SoundBlock(blocks.StructBlock):  # type: ignore[misc]
    """A sound, with all that is said in it as text."""

    file = DocumentChooserBlock(label=gettext_lazy("Sound"), help_text=gettext_lazy("MP3, Ogg, M4A, FLAC or WAV."))
    title = blocks.CharBlock(label=gettext_lazy("Title"), max_length=_LONGEST_LINE)
    transcript = blocks.TextBlock(
        label=gettext_lazy("Transcript"), help_text=gettext_lazy("Everything that is said, and what is heard besides.")
    )

    def clean(self, value: Any) -> Any:
        """Take a sound only, by its content."""
        cleaned = super().clean(value)
        _is_a(cleaned["file"], SOUND, "file", gettext("This file is no sound that browsers play."))
        return cleaned

    class Meta:
        label = gettext_lazy("Sound")
        icon = "media"
        template = "stories/blocks/sound.html"


class FilmBlock(blocks.StructBlock):  # type: ignore[misc]
    """A film, with captions and a text that stands in for it."""

    file = DocumentChooserBlock(label=gettext_lazy("Film"), help_text=gettext_lazy("MP4 or WebM."))
    title = blocks.CharBlock(label=gettext_lazy("Title"), max_length=_LONGEST_LINE)
    captions = DocumentChooserBlock(label=gettext_lazy("Captions"), help_text=gettext_lazy("A WebVTT file (.vtt)."))
    text = blocks.TextBlock(
        label=gettext_lazy("What happens in it"),
        help_text=gettext_lazy("For those who do not see it: what is seen and said."),
    )

    def clean(self, value: Any) -> Any:
        """Take a film and captions only, by their content."""
        cleaned = super().clean(value)
        _is_a(cleaned["file"], VIDEO, "file", gettext("This file is no film that browsers play."))
        _is_a(cleaned["captions"], {VTT}, "captions", gettext("This file is no WebVTT: it has to begin with WEBVTT."))
        return cleaned

    class Meta:
        label = gettext_lazy("Film")
        icon = "media"
        template = "stories/blocks/film.html"


class Body(blocks.StreamBlock):  # type: ignore[misc]
    """The parts of a story, in any order."""

    heading = blocks.CharBlock(
        label=gettext_lazy("Heading"), icon="title", max_length=_LONGEST_LINE, template="stories/blocks/heading.html"
    )
    text = blocks.RichTextBlock(
        label=gettext_lazy("Text"), features=_RICH, icon="pilcrow", template="stories/blocks/text.html"
    )
    work = WorkBlock()
    works = WorksBlock()
    picture = PictureBlock()
    quotation = QuotationBlock()
    sound = SoundBlock()
    film = FilmBlock()


def _is_a(document: AbstractDocument, types: set[str] | frozenset[str], field: str, fault: str) -> None:
    if type_of(document) not in types:
        raise blocks.StructBlockValidationError(block_errors={field: ValidationError(fault)})
