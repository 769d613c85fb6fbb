"""The quality profiles of this database, found or made by their key."""

import hashlib

from vitrine.quality import Profile as QualityProfile
from vitrine.server.collection.models import Profile


class Profiles:
    """Profile ids by key, kept in memory while many records pass: there are few, shared by very many."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def id_of(self, key: str) -> int:
        """Return the id of the profile with this key, made where it is new."""
        found = self._ids.get(key)
        if found is None:
            found = self._ids[key] = _find_or_make(key)
        return found


def _find_or_make(key: str) -> int:
    digest = hashlib.blake2b(key.encode(), digest_size=16).digest()
    quality = QualityProfile.from_key(key)
    profile, _ = Profile.objects.get_or_create(
        digest=digest,
        defaults={
            "key": key,
            "content": quality.content,
            "metadata": quality.metadata,
            "language": quality.language,
            "enabling": quality.enabling,
            "contextual": quality.contextual,
            "rights": quality.rights,
            "languages": list(quality.languages),
            "problems": list(quality.problems),
            "defects": list(quality.defects),
        },
    )
    return profile.pk
