import io
import logging

import pytest
from django.conf import settings

from vitrine.server.people.logs import HideInvitations


def written(message: str, *arguments: object) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(HideInvitations())
    handler.handle(logging.LogRecord("x", logging.WARNING, "", 0, message, arguments, None))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("%s: %s", ("Gone", "/studio/welcome/SECRET-token_1/")),
        ('GET "http://x/studio/welcome/SECRET-token_1" 302', ()),
    ],
)
def test_a_token_is_never_written(message: str, arguments: tuple[str, ...]) -> None:
    assert "SECRET" not in written(message, *arguments)
    assert "/studio/welcome/…" in written(message, *arguments)


def test_other_lines_stay_as_they_are() -> None:
    assert written("%s of %s", 1, "works") == "1 of works\n"


def test_every_handler_has_the_filter() -> None:
    assert all("invitations" in handler.get("filters", []) for handler in settings.LOGGING["handlers"].values())
