from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlayConfig(AppConfig):
    name = "vitrine.server.play"
    label = "play"
    verbose_name = _("Play")
