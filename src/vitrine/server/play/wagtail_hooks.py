"""Addresses and menu of the games' room."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.play.studio import assessment, kiosks, overview
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
        path("play/", overview.overview, name="studio-play"),
        path("play/kiosks/", kiosks.kiosks, name="studio-kiosks"),
        path("play/kiosks/new/", kiosks.new, name="studio-kiosk-new"),
        path("play/kiosks/<int:pk>/", kiosks.kiosk, name="studio-kiosk"),
        path("play/kiosks/<int:pk>/retire/", kiosks.retire, name="studio-kiosk-retire"),
        path("play/assessment/", assessment.assessment, name="studio-assessment"),
        path("play/assessment/<str:game>.<str:form>", assessment.download, name="studio-assessment-text"),
        path("play/assessment/<str:game>/", assessment.answer, name="studio-assessment-answer"),
    ]


@hooks.register("register_admin_menu_item")
def item() -> MenuItem:
    """Return the menu item of the games' room."""
    return Item(_("Play"), "studio-play", access.PREPARE_PLAY, overview.ICON, 148)
