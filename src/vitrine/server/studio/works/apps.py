from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudioWorksConfig(AppConfig):
    name = "vitrine.server.studio.works"
    label = "studio_works"
    verbose_name = _("Works")
