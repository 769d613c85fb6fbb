"""The import wizard and the quarantine in Wagtail's studio: addresses and menu."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.studio import access
from vitrine.server.studio.importing.views import look, mapping, quarantine, rehearse, running, start
from vitrine.server.studio.menu import Item


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/."""
    return [
        path("import/", start.start, name="studio-import"),
        path("import/<int:pk>/", look.look, name="studio-import-look"),
        path("import/<int:pk>/mapping/", mapping.mapping, name="studio-import-mapping"),
        path("import/<int:pk>/dry-run/", rehearse.rehearsal, name="studio-import-rehearsal"),
        path("import/<int:pk>/dry-run/problems/", rehearse.rehearsal_problems, name="studio-import-rehearsal-problems"),
        path("import/<int:pk>/run/", running.run, name="studio-import-run"),
        path("import/<int:pk>/run/media/", running.media, name="studio-import-media"),
        path("import/<int:pk>/run/problems/", running.run_problems, name="studio-import-problems"),
        path("import/<int:pk>/run/raw/", running.run_raw, name="studio-import-raw"),
        path("import/<int:pk>/discard/", start.discard, name="studio-import-discard"),
        path("quarantine/", quarantine.quarantine, name="studio-quarantine"),
        path("quarantine/<int:pk>/", quarantine.quarantined, name="studio-quarantined"),
        path("quarantine/<int:pk>/raw/", quarantine.quarantined_raw, name="studio-quarantined-raw"),
    ]


@hooks.register("register_admin_menu_item")
def import_item() -> MenuItem:
    """Return the menu item of the import."""
    return Item(_("Import"), "studio-import", access.IMPORT, "upload", 105)


@hooks.register("register_admin_menu_item")
def quarantine_item() -> MenuItem:
    """Return the menu item of the quarantine."""
    return Item(_("Quarantine"), "studio-quarantine", access.SEE_QUARANTINE, "warning", 120)
