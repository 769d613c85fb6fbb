from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "vitrine.server.people"
    label = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        """Keep the roles right after every migration, and note where each session begins."""
        from vitrine.server.people.roles import after_migrate  # noqa: PLC0415  (needs the models)
        from vitrine.server.people.sessions import note_beginning  # noqa: PLC0415

        post_migrate.connect(after_migrate, dispatch_uid="people.roles")
        user_logged_in.connect(note_beginning, dispatch_uid="people.sessions")
