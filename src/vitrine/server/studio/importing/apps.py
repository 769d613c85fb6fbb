from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudioImportingConfig(AppConfig):
    name = "vitrine.server.studio.importing"
    label = "studio_importing"
    verbose_name = _("Import")
