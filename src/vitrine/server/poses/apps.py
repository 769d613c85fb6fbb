from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PosesConfig(AppConfig):
    name = "vitrine.server.poses"
    label = "poses"
    verbose_name = _("Strike a Pose")

    def ready(self) -> None:
        """Tell kiosks and signs of the challenges."""
        from vitrine.server.play.places import told_by  # noqa: PLC0415  (needs Django's apps)
        from vitrine.server.poses.places import tell  # noqa: PLC0415

        told_by(tell)
