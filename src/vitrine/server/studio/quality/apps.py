from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudioQualityConfig(AppConfig):
    name = "vitrine.server.studio.quality"
    label = "studio_quality"
    verbose_name = _("Quality")
