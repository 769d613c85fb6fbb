"""The roles, in one table: what each may do. Each may do all that those before it may.

A role is a group of Django's; `keep_roles` makes the groups and puts their permissions right after every migration, so that
the table, the documentation written from it and what really happens are one.
"""

from typing import Any, NamedTuple

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from vitrine.server.start import pending_migrations
from vitrine.server.studio import access


class Duty(NamedTuple):
    """Something one may do: in words, the permissions for it, and those that Wagtail ties to pages and to collections of files."""

    words: Promise
    permissions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Role(NamedTuple):
    """A role: the group's name in the database, its name for people, and what it adds to the role before it."""

    group: str
    title: Promise
    duties: tuple[Duty, ...]


_FILES = ("wagtailimages.{}_image", "wagtaildocs.{}_document")

ROLES = (
    Role(
        "viewer",
        _("Viewer"),
        (
            Duty(_("Enter the studio"), ("wagtailadmin.access_admin",)),
            Duty(_("See works, their history, quality and rights"), (access.SEE_COLLECTION, access.SEE_CHANGES)),
            Duty(_("See every picture, also those that are not public"), (access.SEE_ALL_MEDIA,)),
            Duty(_("See jobs"), (access.SEE_JOBS,)),
            Duty(_("See quarantine"), (access.SEE_QUARANTINE,)),
        ),
    ),
    Role(
        "curator",
        _("Curator"),
        (
            Duty(_("Import collections"), (access.IMPORT,)),
            Duty(_("Mend records in quarantine"), (access.MEND_QUARANTINE,)),
            Duty(_("Pause, resume and cancel jobs"), (access.STEER_JOBS,)),
            Duty(_("Edit works"), (access.EDIT_WORKS,)),
            Duty(_("Decide about rights"), (access.DECIDE_RIGHTS,)),
            Duty(_("Review suggestions"), (access.REVIEW,)),
            Duty(_("Prepare works for the games, and approve them"), (access.PREPARE_PLAY,)),
            Duty(_("Write stories and edit one's own, without publishing them"), pages=("add_page",)),
            Duty(
                _("Upload pictures and documents for stories"),
                files=tuple(file.format(may) for file in _FILES for may in ("add", "choose")),
            ),
        ),
    ),
    Role(
        "publisher",
        _("Publisher"),
        (
            Duty(_("Edit everybody's stories and publish them"), pages=("change_page", "publish_page")),
            Duty(
                _("Change everybody's pictures and documents"),
                files=tuple(file.format("change") for file in _FILES),
            ),
            Duty(_("Choose the works of the first page"), (access.CHOOSE_WORKS,)),
            Duty(_("Switch uses of AI on and off"), (access.SWITCH_USES,)),
        ),
    ),
    Role(
        "administrator",
        _("Administrator"),
        (
            Duty(_("Edit the museum's settings"), (access.EDIT_MUSEUM,)),
            Duty(_("Invite people, give roles, lock people out"), (access.KEEP_PEOPLE,)),
        ),
    ),
)


def duties(role: Role) -> list[Duty]:
    """Return all that a role may do: what it adds, after what the roles before it may."""
    return [duty for one in ROLES[: ROLES.index(role) + 1] for duty in one.duties]


def permissions(role: Role) -> set[str]:
    """Return the permissions of a role that are tied to no page and no collection of files."""
    return {name for duty in duties(role) for name in duty.permissions}


@transaction.atomic
def keep_roles() -> None:
    """Make the groups where they are missing and give each exactly what the table says."""
    for role in ROLES:
        group, _made = Group.objects.get_or_create(name=role.group)
        group.permissions.set(_rows(permissions(role)))
        _keep_pages(group, {f"wagtailcore.{name}" for duty in duties(role) for name in duty.pages})
        _keep_files(group, {name for duty in duties(role) for name in duty.files})


def after_migrate(sender: Any, **_: Any) -> None:
    """Keep the roles once every app has its permissions: Django calls this after each app, and the last one counts."""
    from django.apps import apps  # noqa: PLC0415  (the registry is ready only when this is called)

    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    # Somebody may bring one app alone to an older shape: then there is nothing to keep right yet.
    if sender is last and not pending_migrations():
        keep_roles()


def _keep_pages(group: Group, names: set[str]) -> None:
    root = Page.get_first_root_node()
    if root is None:
        return
    rows = _rows(names)
    GroupPagePermission.objects.filter(group=group).exclude(page=root, permission__in=rows).delete()
    for row in rows:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=row)


def _keep_files(group: Group, names: set[str]) -> None:
    root = Collection.get_first_root_node()
    if root is None:
        return
    rows = _rows(names)
    GroupCollectionPermission.objects.filter(group=group).exclude(collection=root, permission__in=rows).delete()
    for row in rows:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=row)


def _rows(names: set[str]) -> list[Permission]:
    if not names:
        return []
    chosen = Q()
    for app, codename in (name.split(".") for name in names):
        chosen |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(chosen))
