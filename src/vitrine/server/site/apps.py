from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "vitrine.server.site"
    label = "public_site"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Register the system check."""
        import vitrine.server.site.checks  # noqa: F401, PLC0415
