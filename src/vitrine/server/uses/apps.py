from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsesConfig(AppConfig):
    name = "vitrine.server.uses"
    label = "uses"
    verbose_name = _("Uses of AI")
