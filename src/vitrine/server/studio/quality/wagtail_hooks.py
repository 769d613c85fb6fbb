"""Addresses and menu of the quality room."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.studio import access
from vitrine.server.studio.menu import Item
from vitrine.server.studio.quality.views.quality import problems, quality


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("quality/", quality, name="studio-quality"),
        path("quality/problems.csv", problems, name="studio-problems"),
    ]


@hooks.register("register_admin_menu_item")
def quality_item() -> MenuItem:
    """Return the menu item of the quality room."""
    return Item(_("Quality"), "studio-quality", access.SEE_COLLECTION, "tick-inverse", 115)
