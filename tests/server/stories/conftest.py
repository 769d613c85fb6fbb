"""Stories as publishers leave them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from tests.server.studio.conftest import _english
from vitrine.server.stories.laying_out import lay_out
from vitrine.server.stories.models import Story, StoryIndex

__all__ = ["_english"]

Tell = Callable[..., Story]


@pytest.fixture
def tell(db: None) -> Tell:
    """Return a function that publishes a story with the given parts, (kind, value) each."""
    lay_out()

    def told(*body: tuple[str, Any], title: str = "Four lemons", **fields: Any) -> Story:
        index = StoryIndex.objects.get()
        story: Story = index.add_child(instance=Story(title=title, introduction="A plate.", body=list(body), **fields))
        return story

    return told


@pytest.fixture
def document(db: None) -> Callable[[str, bytes], Any]:
    """Return a function that uploads a file."""

    def uploaded(name: str, content: bytes) -> Any:
        return get_document_model().objects.create(title=name, file=ContentFile(content, name))

    return uploaded
