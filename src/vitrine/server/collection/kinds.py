"""The kinds of job that the collection does."""

import vitrine.server.collection.deciding.jobs
import vitrine.server.collection.importing.run
import vitrine.server.collection.media.job  # noqa: F401
