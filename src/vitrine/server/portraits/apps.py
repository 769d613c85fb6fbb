from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortraitsConfig(AppConfig):
    name = "vitrine.server.portraits"
    label = "portraits"
    verbose_name = _("Face-Fit")

    def ready(self) -> None:
        """Tell the list of games which portrait is in the game."""
        from vitrine.server.play.games import FACES, further  # noqa: PLC0415  (needs Django's apps)
        from vitrine.server.portraits.playing import shown_for  # noqa: PLC0415

        further(FACES, shown_for)
