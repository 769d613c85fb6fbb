"""The way in: tries are limited, nothing tells whether an account exists, nobody is sent elsewhere."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client, RequestFactory
from django.utils import timezone

from vitrine.server.people.limits import COOL_OFF, TRIES_FOR_NAME, TRIES_FROM_ADDRESS, address_of
from vitrine.server.people.models import Attempt

PASSWORD = "lantern-in-the-rain"
LOGIN = "/studio/login/"


@pytest.fixture(autouse=True)
def _ada(db: None) -> None:
    get_user_model().objects.create_superuser("ada", "ada@museum.example", PASSWORD)


def attempt(client: Client, name: str, password: str = "wrong", **more: Any) -> Any:  # noqa: S107
    return client.post(LOGIN, {"username": name, "password": password, **more.pop("data", {})}, **more)


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_right_password_opens_and_forgets_the_wrong_ones(client: Client) -> None:
    for _ in range(3):
        for _ in range(TRIES_FOR_NAME - 1):
            assert attempt(client, "ada").status_code == 200
        assert attempt(client, "ada", PASSWORD).status_code == 302
        assert signed_in(client)
        client.logout()


@pytest.mark.parametrize("name", ["ada", "nobody"])
def test_after_too_many_tries_even_the_right_password_waits(client: Client, name: str) -> None:
    for _ in range(TRIES_FOR_NAME):
        attempt(client, name)
    answer = attempt(client, name, PASSWORD)
    assert answer.status_code == 429
    assert "There were too many tries. Please try again in 15 minutes." in answer.content.decode()
    assert int(answer.headers["Retry-After"]) == 900
    assert not signed_in(client)


def test_the_wait_ends_and_is_not_prolonged_by_knocking(client: Client) -> None:
    for _ in range(TRIES_FOR_NAME + 3):
        attempt(client, "ada")
    Attempt.objects.update(at=timezone.now() - COOL_OFF - timedelta(seconds=1))
    assert attempt(client, "ada", PASSWORD).status_code == 302
    assert not Attempt.objects.exists()


def test_a_name_is_locked_for_one_address_only_whatever_its_case(client: Client) -> None:
    for name in ("ada", "Ada", " ADA", "aDa", "adA "):
        attempt(client, name)
    assert attempt(client, "ada", PASSWORD).status_code == 429
    assert attempt(client, "ada", PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_one_address_cannot_try_one_password_with_many_names(client: Client) -> None:
    for number in range(TRIES_FROM_ADDRESS):
        assert attempt(client, f"person{number}").status_code == 200
    assert attempt(client, "ada", PASSWORD).status_code == 429


@pytest.fixture
def hashed(settings: Any) -> Iterator[list[str]]:
    Counting.seen = []
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    user = get_user_model().objects.get()
    user.set_password(PASSWORD)
    user.save()
    Counting.seen.clear()
    yield Counting.seen


class Counting(MD5PasswordHasher):
    """A hasher that notes that it worked."""

    algorithm = "counting"
    seen: list[str] = []  # noqa: RUF012

    def encode(self, password: str, salt: str) -> str:
        self.seen.append(password)
        return super().encode(password, salt)


def test_nothing_tells_whether_an_account_exists(client: Client, hashed: list[str]) -> None:
    get_user_model().objects.create_user("left", "left@museum.example", PASSWORD, is_active=False)
    said, work = set(), set()
    for name in ("ada", "nobody", "left"):
        hashed.clear()
        answer = attempt(Client(), name)
        work.add(len(hashed))
        form = answer.context["form"]
        said.add((answer.status_code, str(form.non_field_errors()), tuple(sorted(answer.headers))))
    assert len(said) == 1
    assert work == {1}


@pytest.mark.parametrize(
    "name", ["\x00", "ada\x00", "x" * 10_000, "\u202eada", "🖼️" * 40, "<script>alert(1)</script>", "' OR 1=1 --", ""]
)
def test_hostile_names_are_answered_like_any_other(client: Client, name: str) -> None:
    for _ in range(TRIES_FOR_NAME):
        answer = attempt(client, name)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()
    assert attempt(client, name).status_code == 429
    assert not signed_in(client)


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "https:evil.example"],
)
def test_nobody_is_sent_to_another_site(client: Client, elsewhere: str) -> None:
    answer = attempt(client, "ada", PASSWORD, data={"next": elsewhere})
    assert answer.headers["Location"] == "/studio/"


def test_the_form_needs_its_token() -> None:
    assert attempt(Client(enforce_csrf_checks=True), "ada", PASSWORD).status_code == 403


def test_the_page_is_strict_and_not_kept(client: Client) -> None:
    for answer in (client.get(LOGIN), attempt(client, "ada")):
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert "no-store" in answer.headers["Cache-Control"]


def test_what_was_typed_is_not_kept(client: Client) -> None:
    attempt(client, PASSWORD, PASSWORD)
    assert PASSWORD not in str(list(Attempt.objects.values_list()))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        ("0", "198.51.100.1", "127.0.0.1"),
        ("1", "198.51.100.1", "198.51.100.1"),
        ("1", "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        ("2", "10.0.0.1, 198.51.100.1, 192.0.2.9", "198.51.100.1"),
        ("2", "198.51.100.1", "127.0.0.1"),
        ("1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("1", "::ffff:198.51.100.1", "198.51.100.1"),
        ("1", "not an address", "not an address"),
        ("1", "", "127.0.0.1"),
    ],
)
def test_only_the_proxies_that_the_operator_named_are_believed(
    monkeypatch: pytest.MonkeyPatch, proxies: str, forwarded: str, found: str
) -> None:
    monkeypatch.setenv("VITRINE_PROXIES", proxies)
    assert address_of(RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})) == found
