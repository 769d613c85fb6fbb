from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CollectionConfig(AppConfig):
    name = "vitrine.server.collection"
    label = "collection"
    verbose_name = _("Collection")

    def ready(self) -> None:
        """Make the kinds of job known that this app does."""
        import vitrine.server.collection.deciding.jobs  # noqa: PLC0415
        import vitrine.server.collection.importing.run  # noqa: F401, PLC0415
