from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortraitsConfig(AppConfig):
    name = "vitrine.server.portraits"
    label = "portraits"
    verbose_name = _("Face-Fit")
