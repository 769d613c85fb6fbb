from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PosesConfig(AppConfig):
    name = "vitrine.server.poses"
    label = "poses"
    verbose_name = _("Strike a Pose")
