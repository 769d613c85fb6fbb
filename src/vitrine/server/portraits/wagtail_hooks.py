"""Addresses and menu of the portraits' room."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.portraits.views import studio
from vitrine.server.studio import access
from vitrine.server.studio.menu import Item


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("portraits/", studio.overview, name="studio-portraits"),
        path("portraits/prepare/", studio.prepare, name="studio-portraits-prepare"),
        path("portraits/<int:pk>/move/", studio.move, name="studio-portrait-move"),
    ]


@hooks.register("register_admin_menu_item")
def portraits_item() -> MenuItem:
    """Return the menu item of the portraits."""
    return Item(_("Portraits"), "studio-portraits", access.PREPARE_PLAY, "user", 146)
