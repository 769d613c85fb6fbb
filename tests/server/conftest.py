"""Two people in the studio: somebody who may do everything, and somebody who may only come in."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client


@pytest.fixture
def keeper(db: None) -> Client:
    """A browser in which somebody with every right is signed in."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("keeper", "keeper@museum.example", "x"))
    return client


@pytest.fixture
def guest(db: None) -> Client:
    """A browser in which somebody is signed in who may enter the studio and nothing else."""
    user = get_user_model().objects.create_user("guest", "guest@museum.example", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client
