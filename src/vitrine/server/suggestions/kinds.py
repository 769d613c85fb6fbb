"""The kinds of job of this app."""

import vitrine.server.suggestions.jobs  # noqa: F401
