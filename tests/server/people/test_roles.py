"""The table of roles against the real pages: who is let in, who is not, and that no page of ours is open to everybody."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import GroupPagePermission, Page

from vitrine.server.people.roles import ROLES, keep_roles, permissions
from vitrine.server.studio import access

BY_NAME = {role.group: role for role in ROLES}

PAGES = {
    "studio-jobs": access.SEE_JOBS,
    "studio-job": access.SEE_JOBS,
    "studio-job-progress": access.SEE_JOBS,
    "studio-job-steer": access.STEER_JOBS,
    "studio-quarantine": access.SEE_QUARANTINE,
    "studio-quarantined": access.SEE_QUARANTINE,
    "studio-quarantined-raw": access.SEE_QUARANTINE,
    "studio-changes": access.SEE_CHANGES,
}
"""Pages and what one needs for them. All others of ours are tried by somebody without a role."""

OPEN = {"welcome", "welcome-link", "sign-in"}
"""What is there before anybody has signed in."""

REFUSED = (302, 403, 405)


def ours(patterns: Any = None) -> Iterator[tuple[str, list[str]]]:
    """Return the name of each address of ours below /studio/, and what its parts are called."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            if patterns is not None or str(one.pattern) == "studio/":
                yield from ours(one.url_patterns)
        elif isinstance(one, URLPattern) and one.name and _is_ours(one.callback) and one.name not in OPEN:
            yield one.name, list(one.pattern.converters)


def _is_ours(view: Any) -> bool:
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    module: str = getattr(view, "view_class", view).__module__
    return module.startswith("vitrine.")


def browser_of(role: str) -> Client:
    user = get_user_model().objects.create_user(role, f"{role}@museum.example", "x")
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def let_in(client: Client, name: str, parts: list[str]) -> bool:
    """Return whether the page or the action does anything but refuse: not found is an answer that only those get who may ask."""
    address = reverse(name, args=["1"] * len(parts))
    answers = [client.get(address), client.post(address)]
    denied = [one.status_code == 403 or one.headers.get("Location") == reverse("wagtailadmin_home") for one in answers]
    assert any(denied) or any(one.status_code not in REFUSED for one in answers), [one.status_code for one in answers]
    return not any(denied)


def test_our_pages_are_found() -> None:
    assert set(PAGES) <= {name for name, _ in ours()}


@pytest.mark.parametrize("role", BY_NAME)
def test_each_role_comes_where_the_table_says_and_nowhere_else(role: str) -> None:
    client, parts = browser_of(role), dict(ours())
    may = permissions(BY_NAME[role])
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    for name, permission in PAGES.items():
        assert let_in(client, name, parts[name]) == (permission in may), name


def test_no_page_of_ours_is_open_to_somebody_without_a_role() -> None:
    user = get_user_model().objects.create_user("guest", "guest@museum.example", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    for name, parts in ours():
        assert not let_in(client, name, parts), name


def test_no_page_of_ours_is_open_to_strangers(client: Client) -> None:
    for name, parts in ours():
        address = reverse(name, args=["1"] * len(parts))
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code in (302, 405), name
            if answer.status_code == 302:
                assert answer.headers["Location"].startswith("/studio/login/"), name


def test_each_role_may_more_than_the_one_before_and_the_last_may_all() -> None:
    sets = [permissions(role) for role in ROLES]
    assert all(one < other for one, other in pairwise(sets))
    assert set(access.ALL) <= sets[-1]


def test_no_role_can_give_itself_more() -> None:
    """Accounts and groups are for the holder of the first account: who edits groups could make himself anything."""
    for role in ROLES:
        client = browser_of(role.group)
        for name in ("wagtailusers_users:add", "wagtailusers_users:index", "wagtailusers_groups:add"):
            assert client.get(reverse(name)).headers["Location"] == reverse("wagtailadmin_home"), (role.group, name)


def test_a_curator_writes_stories_and_a_publisher_publishes_them() -> None:
    root = Page.get_first_root_node()
    may = {}
    for role in BY_NAME:
        user = get_user_model().objects.create_user(role, f"{role}@museum.example", "x")
        user.groups.add(Group.objects.get(name=role))
        may[role] = set(root.permissions_for_user(user).permissions)
    publishing = {"add", "change", "publish"}
    assert may == {"viewer": set(), "curator": {"add"}, "publisher": publishing, "administrator": publishing}


def test_a_group_that_was_changed_is_put_right() -> None:
    viewer = Group.objects.get(name="viewer")
    right = set(viewer.permissions.values_list("pk", flat=True))
    viewer.permissions.set(Permission.objects.filter(codename__in=("add_user", "change_group")))
    root, change = Page.get_first_root_node(), Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=viewer, page=root, permission=change)
    keep_roles()
    assert set(viewer.permissions.values_list("pk", flat=True)) == right
    assert not viewer.page_permissions.exists()
