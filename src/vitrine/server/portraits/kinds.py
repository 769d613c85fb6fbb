"""The kinds of job of this app."""

import vitrine.server.portraits.preparing  # noqa: F401
