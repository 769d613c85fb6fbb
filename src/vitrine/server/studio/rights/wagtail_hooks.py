"""Addresses and menu of the rights room."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.studio import access
from vitrine.server.studio.menu import Item
from vitrine.server.studio.rights.views import assign, changes, decisions


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("rights/", decisions.decisions, name="studio-rights"),
        path("rights/assign/", assign.assign, name="studio-rights-assign"),
        path("rights/<int:pk>/", decisions.decision, name="studio-decision"),
        path("rights/<int:pk>/undo/", decisions.undo, name="studio-decision-undo"),
        path("rights/<int:pk>/file/", decisions.evidence_file, name="studio-decision-file"),
        path("rights-changes/", changes.changes, name="studio-changes"),
        path("rights-changes/<str:alike>/", changes.settle, name="studio-change"),
    ]


@hooks.register("register_admin_menu_item")
def rights_item() -> MenuItem:
    """Return the menu item of the decision log and of assigning rights."""
    return Item(_("Rights"), "studio-rights", access.SEE_COLLECTION, "key", 125)


@hooks.register("register_admin_menu_item")
def changes_item() -> MenuItem:
    """Return the menu item of the changes of rights."""
    return Item(_("Changes of rights"), "studio-changes", access.SEE_CHANGES, "history", 130)
