"""Addresses and menu of the works. What lies below a work begins with a tilde, which no source's name has."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

import vitrine.server.site.urls  # noqa: F401  (knows how a key is written in an address)
from vitrine.server.studio import access
from vitrine.server.studio.menu import Item
from vitrine.server.studio.works.views import listing, texts, work


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("works/", listing.works, name="studio-works"),
        path("works/~texts/<int:pk>/", texts.edit, name="studio-work-texts"),
        path("works/~history/<int:pk>/", work.history, name="studio-work-history"),
        path("works/~raw/<int:pk>/<int:number>/", work.raw, name="studio-work-raw"),
        path("works/<str:source>/<key:key>", work.work, name="studio-work"),
    ]


@hooks.register("register_admin_menu_item")
def works_item() -> MenuItem:
    """Return the menu item of the works."""
    return Item(_("Works"), "studio-works", access.SEE_COLLECTION, "image", 100)
