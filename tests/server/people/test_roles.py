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

LOOKING = {
    access.SEE_COLLECTION: (
        *("studio-works", "studio-work", "studio-work-history", "studio-work-raw", "studio-quality", "studio-problems"),
        *(
            "studio-rights",
            "studio-decision",
            "studio-decision-file",
            "studio-agreement",
            "studio-ai-uses",
            "studio-ai-use",
        ),
    ),
    access.SEE_CHANGES: ("studio-changes",),
    access.SEE_JOBS: ("studio-jobs", "studio-job", "studio-job-progress"),
    access.SEE_QUARANTINE: ("studio-quarantine", "studio-quarantined", "studio-quarantined-raw"),
    access.IMPORT: (
        *(
            "studio-import",
            "studio-import-look",
            "studio-import-mapping",
            "studio-import-rehearsal",
            "studio-import-run",
        ),
        *("studio-import-rehearsal-problems", "studio-import-media", "studio-import-problems", "studio-import-raw"),
        "studio-import-discard",
    ),
    access.STEER_JOBS: ("studio-job-steer",),
    access.EDIT_WORKS: ("studio-work-texts",),
    access.DECIDE_RIGHTS: ("studio-rights-assign", "studio-decision-undo", "studio-change"),
    access.REVIEW: (
        *("studio-review", "studio-review-look", "studio-review-together", "studio-review-take-back"),
        *("studio-review-answer", "studio-review-undo"),
    ),
    access.PREPARE_PLAY: (
        *("studio-portraits", "studio-portraits-prepare", "studio-portrait-move"),
        *("studio-poses", "studio-pose-challenge-new", "studio-pose-challenge"),
        *("studio-pose-figures", "studio-pose-challenge-delete"),
        *("studio-figures", "studio-figures-look", "studio-figures-work"),
        *("studio-figure", "studio-figure-save", "studio-figure-detect", "studio-figure-assure"),
        *("studio-play-counts", "studio-play-sign"),
        *("studio-play", "studio-kiosks", "studio-kiosk", "studio-kiosk-new", "studio-kiosk-retire"),
        *("studio-assessment", "studio-assessment-text"),
    ),
    access.CHOOSE_WORKS: ("studio-chosen",),
    access.SWITCH_USES: ("studio-ai-use-on", "studio-ai-use-off"),
    access.EDIT_MUSEUM: ("studio-museum", "studio-assessment-answer", "studio-play-counts-decide"),
    access.KEEP_PEOPLE: (
        "studio-people",
        "studio-invite",
        "studio-person",
        "studio-person-password",
        "studio-person-act",
    ),
}
"""What one needs for each page; a page that is missing here is at least tried by somebody without a role."""

DOING = {"studio-quarantine": access.MEND_QUARANTINE}
"""What one needs to send the page's form, where that is more than to see it."""

OPEN = {"welcome", "welcome-link", "sign-in", "sign-in-code"}
"""What is there before anybody has signed in."""

EVERYBODYS = {
    *("studio-second-factor", "studio-second-factor-set-up", "studio-second-factor-codes", "studio-second-factor-off"),
    *("studio-sessions", "studio-sessions-end"),
}
"""What is each person's own, whatever the role."""


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


def let_in(client: Client, name: str, parts: list[str]) -> dict[str, bool]:
    """Return whether looking and doing are refused. Not found is no refusal: only those hear it who may ask."""
    address = reverse(name, args=["0"] * len(parts))
    answers = {"get": client.get(address), "post": client.post(address)}
    home = reverse("wagtailadmin_home")
    return {
        method: answer.status_code != 403 and answer.headers.get("Location") != home
        for method, answer in answers.items()
        if answer.status_code != 405
    }


@pytest.mark.parametrize("role", BY_NAME)
def test_each_role_comes_where_the_table_says_and_nowhere_else(role: str) -> None:
    client, parts = browser_of(role), dict(ours())
    may = permissions(BY_NAME[role])
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    for permission, names in LOOKING.items():
        for name in names:
            wanted = {"get": permission in may, "post": DOING.get(name, permission) in may}
            assert let_in(client, name, parts[name]).items() <= wanted.items(), name


def test_no_page_of_ours_is_open_to_somebody_without_a_role() -> None:
    user = get_user_model().objects.create_user("guest", "guest@museum.example", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    for name, parts in ours():
        if name not in EVERYBODYS:
            assert set(let_in(client, name, parts).values()) == {False}, name


def test_no_page_of_ours_is_open_to_strangers(client: Client) -> None:
    for name, parts in ours():
        address = reverse(name, args=["0"] * len(parts))
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
