"""Who may see and do what below /studio/, by Django's permissions: a role has them or not (`vitrine.server.people.roles`)."""

from vitrine.server.collection.media.public import SEE_ALL as SEE_ALL_MEDIA

SEE_COLLECTION = "studio.see_collection"
SEE_JOBS = "jobs.view_job"
SEE_QUARANTINE = "collection.view_quarantined"
SEE_CHANGES = "collection.view_rightschange"
"""Looking: works and their history, quality, rights, the log, suggestions; jobs; quarantine; changes of rights."""

IMPORT = "studio.import_collection"
MEND_QUARANTINE = "studio.mend_quarantine"
STEER_JOBS = "jobs.change_job"
EDIT_WORKS = "studio.edit_works"
DECIDE_RIGHTS = "studio.decide_rights"
REVIEW = "studio.review_suggestions"
PREPARE_PLAY = "studio.prepare_play"
"""Looking after the collection, and preparing works for the games."""

CHOOSE_WORKS = "studio.choose_works"
SWITCH_USES = "studio.switch_uses"
"""Answering for what the public sees: works on the first page, uses of AI. (Publishing stories is Wagtail's permission.)"""

EDIT_MUSEUM = "studio.edit_museum"
KEEP_PEOPLE = "studio.keep_people"
"""Answering for the house: the museum's settings, and who works in the studio."""

ALL = (
    *(SEE_COLLECTION, SEE_JOBS, SEE_QUARANTINE, SEE_CHANGES, SEE_ALL_MEDIA),
    *(IMPORT, MEND_QUARANTINE, STEER_JOBS, EDIT_WORKS, DECIDE_RIGHTS, REVIEW, PREPARE_PLAY),
    *(CHOOSE_WORKS, SWITCH_USES, EDIT_MUSEUM, KEEP_PEOPLE),
)
