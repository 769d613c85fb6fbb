"""People under test, in English."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import translation


@pytest.fixture(autouse=True)
def _english(db: None) -> Iterator[None]:
    with translation.override("en"):
        yield


PASSWORD = "lantern-in-the-rain"


@pytest.fixture
def ada(db: None) -> Any:
    """The holder of the first account."""
    return get_user_model().objects.create_superuser("ada", "ada@museum.example", PASSWORD)


@pytest.fixture
def browser(ada: Any) -> Client:
    """A browser in which Ada has signed in with her password."""
    client = Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"})
    assert client.post("/studio/login/", {"username": "ada", "password": PASSWORD}).status_code == 302
    return client


@pytest.fixture
def make() -> Callable[..., Any]:
    """Return a function that makes an account with a role and a browser in which it is signed in."""

    def made(name: str, role: str) -> tuple[Any, Client]:
        user = get_user_model().objects.create_user(name, f"{name}@museum.example", PASSWORD)
        user.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(user)
        return user, client

    return made
