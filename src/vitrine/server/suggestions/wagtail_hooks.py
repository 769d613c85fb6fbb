"""Addresses and menu of the review room."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.studio import access
from vitrine.server.studio.menu import Item
from vitrine.server.suggestions.studio import agreement, review, together


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("review/", review.review, name="studio-review"),
        path("review/look/", review.look, name="studio-review-look"),
        path("review/together/", together.together, name="studio-review-together"),
        path("review/together/<int:pk>/undo/", together.take_back, name="studio-review-take-back"),
        path("review/agreement/", agreement.agreement, name="studio-agreement"),
        path("review/<int:pk>/", review.answer, name="studio-review-answer"),
        path("review/<int:pk>/undo/", review.undo, name="studio-review-undo"),
    ]


@hooks.register("register_admin_menu_item")
def review_item() -> MenuItem:
    """Return the menu item of the review."""
    return Item(_("Review"), "studio-review", access.REVIEW, "clipboard-list", 140)
