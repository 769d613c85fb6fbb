"""People in Wagtail's studio: addresses, menu, and what each person finds about one's own account."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vitrine.server.people.views import mine, people
from vitrine.server.studio import access
from vitrine.server.studio.menu import Item


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/ that need somebody signed in."""
    return [
        path("people/", people.people, name="studio-people"),
        path("people/invite/", people.invite, name="studio-invite"),
        path("people/<int:pk>/", people.person, name="studio-person"),
        path("people/<int:pk>/new-password/", people.new_password, name="studio-person-password"),
        path("people/<int:pk>/<slug:deed>/", people.act, name="studio-person-act"),
        path("second-factor/", mine.factor, name="studio-second-factor"),
        path("second-factor/set-up/", mine.set_up, name="studio-second-factor-set-up"),
        path("second-factor/codes/", mine.codes, name="studio-second-factor-codes"),
        path("second-factor/off/", mine.factor_off, name="studio-second-factor-off"),
        path("sessions/", mine.open_sessions, name="studio-sessions"),
        path("sessions/end/", mine.end_session, name="studio-sessions-end"),
    ]


@hooks.register("register_admin_menu_item")
def people_item() -> MenuItem:
    """Return the menu item of the people."""
    return Item(_("People"), "studio-people", access.KEEP_PEOPLE, "group", 155)


@hooks.register("construct_settings_menu")
def accounts_stand_once(request: HttpRequest, items: list[MenuItem]) -> None:  # noqa: ARG001  (Wagtail's hook gives it)
    """Take Wagtail's own lists of users and groups out of the menu: people and roles have a page of their own."""
    items[:] = [item for item in items if item.name not in ("users", "groups")]


@hooks.register("register_account_menu_item")
def second_factor_item(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """Return the way to the second factor from one's account."""
    return {
        "url": reverse("studio-second-factor"),
        "label": gettext("Second factor"),
        "help_text": gettext("A code from your phone besides the password."),
    }


@hooks.register("register_account_menu_item")
def sessions_item(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """Return the way to one's open sessions from one's account."""
    return {
        "url": reverse("studio-sessions"),
        "label": gettext("Where you are signed in"),
        "help_text": gettext("The browsers in which you are signed in; sign out there."),
    }
