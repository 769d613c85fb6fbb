"""The museum's settings are tested in English."""

from tests.server.studio.conftest import _english

__all__ = ["_english"]
