"""The second factor: the app's codes as an app computes them, recovery codes, and that nobody gets past it."""

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django_otp.oath import totp

from tests.server.people.conftest import PASSWORD
from vitrine.server.people import second_factor
from vitrine.server.people.limits import TRIES_FOR_NAME
from vitrine.server.people.models import Attempt, Deed, RecoveryCode

LOGIN, CODE, SET_UP = "/studio/login/", "/studio/login/code/", "/studio/second-factor/set-up/"


def app_code(key: str, steps: int = 0) -> str:
    """Return what an app shows `steps` half minutes from now."""
    return f"{totp(bytes.fromhex(key), t0=-steps * 30):06d}"


@pytest.fixture
def key(ada: Any) -> str:
    """The key in Ada's app, whose next code was not used yet."""
    key = second_factor.fresh_key()
    assert second_factor.switch_on(ada, key, app_code(key, -1))
    return key


def with_password(client: Client, **more: str) -> Any:
    return client.post(LOGIN, {"username": "ada", "password": PASSWORD, **more})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_codes_are_those_of_the_standard() -> None:
    """RFC 6238, appendix B: the secret of its examples at 59 seconds gives 94287082; six digits are its last six."""
    key = b"12345678901234567890"
    assert totp(key, t0=int(time.time()) - 59) == 287082


def test_the_password_alone_opens_nothing(client: Client, key: str) -> None:
    answer = with_password(client, next="/studio/works/")
    assert answer.headers["Location"] == f"{CODE}?next=%2Fstudio%2Fworks%2F"
    assert not signed_in(client)
    assert client.get("/studio/").status_code == 302


def test_with_the_code_one_comes_where_one_wanted(client: Client, key: str) -> None:
    with_password(client)
    answer = client.post(CODE, {"code": f" {app_code(key)[:3]} {app_code(key)[3:]}", "next": "/studio/works/"})
    assert answer.headers["Location"] == "/studio/works/"
    assert signed_in(client)
    assert not Attempt.objects.exists()


def test_nobody_is_sent_to_another_site(client: Client, key: str) -> None:
    with_password(client)
    answer = client.post(CODE, {"code": app_code(key), "next": "https://evil.example/"})
    assert answer.headers["Location"] == "/studio/"


@pytest.mark.parametrize(("remember", "lasts"), [({}, False), ({"remember": "on"}, True)])
def test_remembering_counts_after_the_code(client: Client, key: str, remember: dict[str, str], lasts: bool) -> None:
    with_password(client, **remember)
    answer = client.post(CODE, {"code": app_code(key)})
    assert bool(answer.cookies["sessionid"]["max-age"]) is lasts


def test_a_code_works_once(client: Client, key: str) -> None:
    with_password(client)
    code = app_code(key)
    assert client.post(CODE, {"code": code}).status_code == 302
    other = Client()
    with_password(other)
    assert other.post(CODE, {"code": code}).status_code == 400
    assert not signed_in(other)


@pytest.mark.parametrize(
    "code", ["", "000000", "abcdef", "٠١٢٣٤٥", "1" * 64, "9" * 100_000, "\x00", "<b>", "-12345", "1e5"]
)
def test_a_wrong_code_is_said(client: Client, key: str, code: str) -> None:
    with_password(client)
    answer = client.post(CODE, {"code": code})
    assert answer.status_code == 400
    assert not signed_in(client)


def test_codes_cannot_be_guessed(client: Client, key: str) -> None:
    with_password(client)
    for _ in range(TRIES_FOR_NAME):
        assert client.post(CODE, {"code": "000000"}).status_code == 400
    answer = client.post(CODE, {"code": app_code(key)})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"]
    assert not signed_in(client)


def test_the_page_of_the_code_opens_only_after_the_password(client: Client, key: str) -> None:
    assert client.get(CODE).headers["Location"] == LOGIN
    assert client.post(CODE, {"code": app_code(key)}).headers["Location"] == LOGIN
    assert not signed_in(client)


def test_a_right_password_does_not_wait_for_ever(client: Client, key: str) -> None:
    with_password(client)
    session = client.session
    session["second-factor"] = session["second-factor"] | {"at": time.time() - 601}
    session.save()
    assert client.post(CODE, {"code": app_code(key)}).headers["Location"] == LOGIN


def test_a_changed_password_ends_the_wait(client: Client, ada: Any, key: str) -> None:
    with_password(client)
    ada.set_password("another-lantern-in-the-rain")
    ada.save()
    assert client.post(CODE, {"code": app_code(key)}).headers["Location"] == LOGIN


def test_whoever_is_locked_out_meanwhile_stays_out(client: Client, ada: Any, key: str) -> None:
    with_password(client)
    ada.is_active = False
    ada.save()
    assert client.post(CODE, {"code": app_code(key)}).headers["Location"] == LOGIN


def test_a_recovery_code_stands_in_once(ada: Any, key: str) -> None:
    code = second_factor.new_codes(ada)[0]
    for wanted in (True, False):
        client = Client()
        with_password(client)
        client.post(CODE, {"code": code.upper().replace("-", " ")})
        assert signed_in(client) is wanted
    assert second_factor.left(ada) == second_factor.CODES - 1


def test_recovery_codes_are_not_kept(ada: Any, key: str) -> None:
    codes = second_factor.new_codes(ada)
    assert len(set(codes)) == second_factor.CODES
    kept = str(RecoveryCode.objects.values_list())
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


def test_a_recovery_code_is_its_owners(ada: Any, key: str, make: Any) -> None:
    other, _browser = make("eve", "curator")
    assert not second_factor.accepts(other, second_factor.new_codes(ada)[0])


def test_it_is_set_up_with_an_app(ada: Any, browser: Client) -> None:
    page = browser.get(SET_UP).content.decode()
    key = browser.session["second-factor-key"]
    assert second_factor.readable(key) in page
    answer = browser.post(SET_UP, {"code": app_code(key), "password": PASSWORD})
    text = answer.content.decode()
    assert text.count("<li><code>") == second_factor.CODES
    assert "no-store" in answer.headers["Cache-Control"]
    assert second_factor.is_on(ada)
    assert Deed.objects.get().what == Deed.What.FACTOR_ON


@pytest.mark.parametrize(("code", "password"), [("000000", PASSWORD), ("right", "wrong"), ("", "")])
def test_it_is_not_set_up_without_both(ada: Any, browser: Client, code: str, password: str) -> None:
    browser.get(SET_UP)
    key = browser.session["second-factor-key"]
    answer = browser.post(SET_UP, {"code": app_code(key) if code == "right" else code, "password": password})
    assert answer.status_code == 400
    assert not second_factor.is_on(ada)
    assert browser.session["second-factor-key"] == key


def test_the_picture_holds_what_apps_read(ada: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    draw = second_factor.segno.make
    monkeypatch.setattr(second_factor.segno, "make", lambda text, **more: (made.append(text), draw(text, **more))[1])
    key = second_factor.fresh_key()
    picture = second_factor.picture(ada, key)
    address = urlsplit(made[0])
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert parse_qs(address.query)["secret"] == [second_factor.readable(key).replace(" ", "")]
    assert picture.startswith("<svg")
    assert "style=" not in picture


def test_the_password_is_needed_to_switch_it_off_or_to_make_new_codes(ada: Any, key: str) -> None:
    client = Client()
    client.force_login(ada)
    before = set(RecoveryCode.objects.values_list("digest", flat=True))
    for path in ("/studio/second-factor/off/", "/studio/second-factor/codes/"):
        assert client.post(path, {"password": "wrong"}).status_code == 400
    assert second_factor.is_on(ada)
    assert set(RecoveryCode.objects.values_list("digest", flat=True)) == before
    assert client.post("/studio/second-factor/codes/", {"password": PASSWORD}).status_code == 200
    assert not before & set(RecoveryCode.objects.values_list("digest", flat=True))
    assert client.post("/studio/second-factor/off/", {"password": PASSWORD}).status_code == 302
    assert not second_factor.is_on(ada)
    assert not RecoveryCode.objects.exists()


def test_a_session_left_open_is_no_place_to_guess_passwords(ada: Any, key: str) -> None:
    client = Client()
    client.force_login(ada)
    for _ in range(TRIES_FOR_NAME):
        client.post("/studio/second-factor/off/", {"password": "wrong"})
    answer = client.post("/studio/second-factor/off/", {"password": PASSWORD})
    assert "too many tries" in answer.content.decode()
    assert second_factor.is_on(ada)
