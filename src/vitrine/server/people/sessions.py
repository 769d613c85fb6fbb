"""Sessions that their owners can see and end, and that end by themselves.

What is known of a session (when it began, which browser) is noted in it at sign-in, by Django's own signal, and written beside
it into its row, so that a person's sessions are found without opening everybody's.
"""

import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, logout
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from vitrine.server.people.models import Session

IDLE = timedelta(hours=12)
"""How long a session may rest that is not to be remembered: signed in in the morning, signed out by the next."""

LONGEST = timedelta(days=30)
"""After this one signs in again, however busy the session was (OWASP ASVS 5.0, 7.3.2: an absolute lifetime)."""

_NOTE_EVERY = timedelta(minutes=5)
"""How exactly `seen` is kept: a write for every page would cost more than it tells."""

_BROWSERS = ("Edg", "OPR", "SamsungBrowser", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari")
_BROWSER_NAMES = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
}
_SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "Linux": "Linux",
}
"""Tested in this order: each names itself and others after it."""

_BEGAN, _SEEN, _HANDLE, _BROWSER = "began", "seen", "handle", "browser"


class SessionStore(DatabaseStore):
    """Django's sessions in the database, each with its account beside it (Django documentation, "Extending database-backed
    session engines")."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row: Session = super().create_model_instance(data)
        row.account_id = data.get(SESSION_KEY)
        row.handle = data.get(_HANDLE, "")
        row.began, row.seen = _time(data.get(_BEGAN)), _time(data.get(_SEEN))
        row.browser = data.get(_BROWSER, "")
        return row


class KeepSessions:
    """Middleware that ends sessions which rested too long or are too old, and notes that the others are in use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Without a cookie there is nothing to keep, and a page that does not ask for the session stays the same for everybody.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            _keep(request)
        return self.get_response(request)


def note_beginning(sender: object, request: HttpRequest, **_: object) -> None:  # noqa: ARG001  (Django's signal gives it)
    """Note when and where a session began. Connected to Django's signal of somebody having signed in."""
    now = timezone.now().timestamp()
    request.session[_BEGAN] = request.session[_SEEN] = now
    request.session[_HANDLE] = secrets.token_urlsafe(16)
    request.session[_BROWSER] = browser(request.headers.get("User-Agent", ""))
    SessionStore.clear_expired()


def of(user: Any) -> list[Session]:
    """Return the sessions in which `user` is signed in, the last seen first. Those before a change of password are none."""
    valid = user.get_session_auth_hash()
    rows = Session.objects.filter(account=user, expire_date__gt=timezone.now()).order_by("-seen")
    return [row for row in rows if row.get_decoded().get(HASH_SESSION_KEY) == valid]


def end(user: Any, *, handle: str | None = None, but: str | None = None) -> int:
    """End sessions of `user`, and return how many: the one with `handle`, all but one, or all."""
    rows: QuerySet[Session] = Session.objects.filter(account=user)
    if handle is not None:
        rows = rows.filter(handle=handle)
    if but is not None:
        rows = rows.exclude(handle=but)
    return rows.delete()[0]


def handle_of(request: HttpRequest) -> str:
    """Return the name of the session that a request belongs to."""
    return str(request.session.get(_HANDLE, ""))


def browser(agent: str) -> str:
    """Return the browser and the system that a User-Agent header names, as far as people need it to know their own again."""
    name = next((one for one in _BROWSERS if re.search(rf"\b{one}/", agent)), "")
    system = next((shown for sign, shown in _SYSTEMS.items() if sign in agent), "")
    return ", ".join(part for part in (_BROWSER_NAMES.get(name, name), system) if part)


def _keep(request: HttpRequest) -> None:
    now = timezone.now()
    began, seen = _time(request.session.get(_BEGAN)), _time(request.session.get(_SEEN))
    rest = IDLE if request.session.get_expire_at_browser_close() else timedelta(seconds=settings.SESSION_COOKIE_AGE)
    if began is None or seen is None or now - began > LONGEST or now - seen > rest:
        logout(request)
    elif now - seen > _NOTE_EVERY:
        request.session[_SEEN] = now.timestamp()


def _time(stamp: float | None) -> datetime | None:
    return None if stamp is None else datetime.fromtimestamp(stamp, UTC)
