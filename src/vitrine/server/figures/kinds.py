"""The kinds of job of this app."""

import vitrine.server.figures.jobs  # noqa: F401
