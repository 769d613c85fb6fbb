"""The kinds of job that the collection does."""

import vitrine.server.collection.deciding.jobs  # noqa: F401
import vitrine.server.collection.importing.run  # noqa: F401
