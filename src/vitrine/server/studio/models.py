"""What the studio itself remembers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Duty(models.Model):
    """What a role may do in the studio that is no row of a table of its own: it has permissions and no rows."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = (
            ("see_collection", _("See the collection in the studio")),
            ("import_collection", _("Import collections")),
            ("mend_quarantine", _("Mend records in quarantine")),
            ("edit_works", _("Edit works")),
            ("decide_rights", _("Decide about rights")),
            ("review_suggestions", _("Review suggestions")),
            ("prepare_play", _("Prepare works for the games, and approve them")),
            ("choose_works", _("Choose the works of the first page")),
            ("switch_uses", _("Switch uses of AI on and off")),
            ("edit_museum", _("Edit the museum's settings")),
            ("keep_people", _("Look after the accounts")),
        )
