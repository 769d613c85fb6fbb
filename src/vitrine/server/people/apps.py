from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "vitrine.server.people"
    label = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        """Keep the roles right after every migration."""
        from vitrine.server.people.roles import after_migrate  # noqa: PLC0415  (needs the models)

        post_migrate.connect(after_migrate, dispatch_uid="people.roles")
