"""Addresses and menu of the museum's settings."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.museum.studio import views
from vitrine.server.studio import access
from vitrine.server.studio.menu import Item


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("museum/", views.edit, name="studio-museum"),
        path("museum/first-page/", views.choose, name="studio-chosen"),
    ]


@hooks.register("register_admin_menu_item")
def museum_item() -> MenuItem:
    """Return the menu item of the settings."""
    return Item(_("Museum"), "studio-museum", access.EDIT_MUSEUM, "home", 160)


@hooks.register("register_admin_menu_item")
def chosen_item() -> MenuItem:
    """Return the menu item of the works of the first page."""
    return Item(_("First page"), "studio-chosen", access.CHOOSE_WORKS, "pick", 165)
