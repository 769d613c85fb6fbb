"""The list of stories as the root of the pages that Wagtail serves."""

from django.db import transaction
from wagtail.models import Locale, Page, Site

from vitrine.server.options import option
from vitrine.server.stories.models import StoryIndex

_WELCOME = "home"
"""The slug of the page that Wagtail's own migrations lay down, which says nothing of a museum."""


@transaction.atomic
def lay_out() -> None:
    """Make the list of stories where there is none, and let Wagtail's site begin with it."""
    index = StoryIndex.objects.first()
    if index is None:
        Locale.objects.get_or_create(language_code=option("VITRINE_LANGUAGE"))
        root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
        for welcome in root.get_children().filter(slug=_WELCOME, numchild=0):
            if welcome.specific_class is Page:
                welcome.delete()
        root.refresh_from_db()
        index = root.add_child(instance=StoryIndex(title="Stories", slug="stories"))
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", is_default_site=True, root_page=index)
    elif site.root_page_id != index.pk:
        site.root_page = index
        site.save()
