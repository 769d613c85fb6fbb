from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    name = "vitrine.server.stories"
    label = "stories"
    verbose_name = _("Stories")

    def ready(self) -> None:
        """See to it that the list of stories is there after every change of the database's shape."""
        post_migrate.connect(_lay_out, sender=self, dispatch_uid="stories")


def _lay_out(**_: Any) -> None:
    from vitrine.server.start import pending_migrations  # noqa: PLC0415  (needs the models, as the next)
    from vitrine.server.stories.laying_out import lay_out  # noqa: PLC0415

    # Somebody may bring one app alone to an older shape: then there are no pages to lay out yet.
    if not pending_migrations():
        lay_out()
