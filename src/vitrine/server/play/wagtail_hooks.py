"""Addresses and menu of the games' room."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.play.views import sign, studio
from vitrine.server.studio import access
from vitrine.server.studio.menu import Item


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("play/counts/", studio.sums, name="studio-play-counts"),
        path("play/counts/decide/", studio.decide, name="studio-play-counts-decide"),
        path("play/sign/", sign.sign, name="studio-play-sign"),
    ]


@hooks.register("register_admin_menu_item")
def counts_item() -> MenuItem:
    """Return the menu item of the sums."""
    return Item(_("Play"), "studio-play-counts", access.PREPARE_PLAY, "media", 148)
