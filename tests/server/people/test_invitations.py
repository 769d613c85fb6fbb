from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection
from django.utils import timezone

from vitrine.server.people.forms import AccountForm
from vitrine.server.people.invitations import (
    SpentError,
    account_missing,
    first_link,
    invitation_of,
    invitation_with,
    redeem,
)
from vitrine.server.people.models import Invitation

URL = "https://museum.example"


def token() -> str:
    return first_link(URL).rstrip("/").rpartition("/")[2]


def form(name: str = "ada") -> AccountForm:
    filled = AccountForm(
        {
            "username": name,
            "email": "a@b.example",
            "password1": "lantern-in-the-rain",
            "password2": "lantern-in-the-rain",
        }
    )
    assert filled.is_valid(), filled.errors
    return filled


def test_a_link_leads_to_this_site_and_its_token_is_not_kept() -> None:
    link = first_link(f"{URL}/")
    assert link.startswith(f"{URL}/studio/welcome/")
    secret = link.rstrip("/").rpartition("/")[2]
    assert len(secret) >= 43  # 32 bytes in base64
    assert secret not in str(Invitation.objects.values_list())


def test_it_makes_an_account_that_may_do_everything_once() -> None:
    invitation = invitation_of(token())
    user = redeem(invitation, form())
    assert user.is_superuser
    assert user.check_password("lantern-in-the-rain")
    assert not account_missing()
    with pytest.raises(SpentError):
        redeem(invitation, form("eve"))
    assert get_user_model().objects.count() == 1


def test_only_the_newest_link_works() -> None:
    first, second = token(), token()
    with pytest.raises(SpentError):
        invitation_of(first)
    assert invitation_of(second)


def test_a_link_ends_after_a_day() -> None:
    secret = token()
    invitation = invitation_of(secret)
    Invitation.objects.update(expires=timezone.now() - timedelta(seconds=1))
    with pytest.raises(SpentError):
        invitation_of(secret)
    with pytest.raises(SpentError):
        redeem(invitation, form())


def test_a_link_is_worth_nothing_once_an_account_exists() -> None:
    secret = token()
    invitation = invitation_of(secret)
    get_user_model().objects.create_superuser("first", "f@b.example", "x")
    with pytest.raises(SpentError):
        invitation_of(secret)
    with pytest.raises(SpentError):
        redeem(invitation, form())


@pytest.mark.parametrize("made_up", ["", "x", "0" * 43, "\x00", "é" * 50])
def test_a_made_up_token_opens_nothing(made_up: str) -> None:
    token()
    with pytest.raises(SpentError):
        invitation_of(made_up)
    with pytest.raises(SpentError):
        invitation_with(None)


def test_an_account_that_cannot_be_made_leaves_the_link_unused() -> None:
    invitation = invitation_of(token())
    twice = form()
    get_user_model().objects.create_user("ada", "other@b.example", "x")
    with pytest.raises(IntegrityError):
        redeem(invitation, twice)
    assert Invitation.objects.get().used is None


@pytest.mark.django_db(transaction=True)
def test_of_several_at_the_same_moment_one_succeeds() -> None:
    invitation = invitation_of(token())
    start, made, refused = Barrier(4), [], []

    def attempt(name: str) -> None:
        filled = form(name)
        start.wait()
        try:
            made.append(redeem(invitation, filled))
        except SpentError:
            refused.append(name)
        finally:
            connection.close()

    threads = [Thread(target=attempt, args=[f"person{n}"]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), len(refused)) == (1, 3)
    assert get_user_model().objects.count() == 1
