"""The kind of job that the wizard adds."""

import vitrine.server.studio.importing.rehearsal  # noqa: F401
