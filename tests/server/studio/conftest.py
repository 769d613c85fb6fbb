"""The studio under test: in English, with somebody signed in who may do everything, and somebody who may only come in."""

from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import translation


@pytest.fixture(autouse=True)
def _english(db: None) -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def keeper() -> Client:
    """A browser in which somebody with every right is signed in."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("keeper", "keeper@museum.example", "x"))
    return client


@pytest.fixture
def guest() -> Client:
    """A browser in which somebody is signed in who may enter the studio and nothing else."""
    user = get_user_model().objects.create_user("guest", "guest@museum.example", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client
