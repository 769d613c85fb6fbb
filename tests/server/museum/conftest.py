"""The museum's settings are tested with the studio's people."""

from tests.server.studio.conftest import _english, guest, keeper

__all__ = ["_english", "guest", "keeper"]
