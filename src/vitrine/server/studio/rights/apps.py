from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudioRightsConfig(AppConfig):
    name = "vitrine.server.studio.rights"
    label = "studio_rights"
    verbose_name = _("Rights")
