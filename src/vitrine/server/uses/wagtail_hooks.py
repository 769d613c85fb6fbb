"""Addresses and menu of the uses of AI in the studio."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.studio import access
from vitrine.server.studio.menu import Item
from vitrine.server.uses.views import studio


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("ai-uses/", studio.overview, name="studio-ai-uses"),
        path("ai-uses/<str:identifier>/", studio.use, name="studio-ai-use"),
        path("ai-uses/<str:identifier>/on/", studio.on, name="studio-ai-use-on"),
        path("ai-uses/<str:identifier>/off/", studio.off, name="studio-ai-use-off"),
    ]


@hooks.register("register_admin_menu_item")
def item() -> MenuItem:
    """Return the menu item of the uses of AI."""
    return Item(_("AI uses"), "studio-ai-uses", access.SEE_COLLECTION, "cogs", 150)
