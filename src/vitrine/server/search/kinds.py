"""The kinds of job that the search does."""

import vitrine.server.search.indexing  # noqa: F401
