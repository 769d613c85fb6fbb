"""Addresses and menu of the museum's settings."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from vitrine.server.museum.lacking import lacking
from vitrine.server.museum.models import museum
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


class LackingPanel(Component):  # type: ignore[misc]
    """What the public site does not say yet, for those who answer for it; with the way to it for those who may fill it in."""

    name = "museum_lacking"
    order = 10
    template_name = "museum/lacking.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        answers = user.has_perm(access.EDIT_MUSEUM) or user.has_perm(access.CHOOSE_WORKS)
        return {
            "lacks": lacking(museum()) if answers else [],
            "address": reverse("studio-museum") if user.has_perm(access.EDIT_MUSEUM) else "",
        }


@hooks.register("construct_homepage_panels")
def lacking_panel(request: HttpRequest, panels: list[Component]) -> None:  # noqa: ARG001
    """Say on the studio's first page what the public site does not say yet."""
    panels.append(LackingPanel())
