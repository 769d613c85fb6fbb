"""Who may see and do what below /studio/, by Django's permissions: a group has them or not."""

from vitrine.server.collection.media.public import SEE_ALL as SEE_ALL_MEDIA

SEE_JOBS = "jobs.view_job"
STEER_JOBS = "jobs.change_job"
SEE_QUARANTINE = "collection.view_quarantined"
SEE_CHANGES = "collection.view_rightschange"

ALL = (SEE_JOBS, STEER_JOBS, SEE_QUARANTINE, SEE_CHANGES, SEE_ALL_MEDIA)
