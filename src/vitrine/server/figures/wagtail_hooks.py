"""Addresses and menu of figures in the studio."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.figures.studio import editor, listing
from vitrine.server.studio import access
from vitrine.server.studio.menu import Item


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("figures/", listing.listing, name="studio-figures"),
        path("figures/look/", listing.look, name="studio-figures-look"),
        path("figures/work/<int:pk>/", listing.work, name="studio-figures-work"),
        path("figures/<int:pk>/<str:kind>/", editor.editor, name="studio-figure"),
        path("figures/<int:pk>/<str:kind>/save/", editor.save, name="studio-figure-save"),
        path("figures/<int:pk>/<str:kind>/detect/", editor.detect, name="studio-figure-detect"),
        path("figures/<int:pk>/<str:kind>/assure/", editor.assure, name="studio-figure-assure"),
    ]


@hooks.register("register_admin_menu_item")
def item() -> MenuItem:
    """Return the menu item of figures."""
    return Item(_("Figures"), "studio-figures", access.PREPARE_PLAY, "crosshairs", 142)
