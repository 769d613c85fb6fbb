"""Addresses and menu of challenges in the studio."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.poses.views import studio
from vitrine.server.studio import access
from vitrine.server.studio.menu import Item


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("poses/", studio.challenges, name="studio-poses"),
        path("poses/new/", studio.new, name="studio-pose-challenge-new"),
        path("poses/<int:pk>/", studio.challenge, name="studio-pose-challenge"),
        path("poses/<int:pk>/figures/", studio.figures, name="studio-pose-figures"),
        path("poses/<int:pk>/delete/", studio.delete, name="studio-pose-challenge-delete"),
    ]


@hooks.register("register_admin_menu_item")
def item() -> MenuItem:
    """Return the menu item of challenges."""
    return Item(_("Strike a Pose"), "studio-poses", access.PREPARE_PLAY, "pick", 144)
