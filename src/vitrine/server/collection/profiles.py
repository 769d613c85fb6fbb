"""The quality profiles of this database, found or made by their key."""

import hashlib
from collections.abc import Iterable

from vitrine.quality import Profile as QualityProfile
from vitrine.server.collection.models import Profile


class Profiles:
    """Profile ids by key, kept in memory while many records pass: there are few, shared by very many."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def id_of(self, key: str) -> int:
        """Return the id of the profile with this key, made where it is new."""
        return self.ids_of([key])[key]

    def ids_of(self, keys: Iterable[str]) -> dict[str, int]:
        """Return the ids of the profiles with these keys (and of others), made where they are new, with few queries."""
        unknown = self._unknown(keys)
        if unknown:
            self._find(unknown)
        if new := self._unknown(unknown):
            Profile.objects.bulk_create([_profile(key) for key in new], ignore_conflicts=True)
            self._find(new)
        return self._ids

    def _unknown(self, keys: Iterable[str]) -> list[str]:
        return [key for key in dict.fromkeys(keys) if key not in self._ids]

    def _find(self, keys: list[str]) -> None:
        by_digest = {_digest(key): key for key in keys}
        rows = Profile.objects.filter(digest__in=by_digest).values_list("digest", "pk")
        self._ids |= {by_digest[bytes(digest)]: pk for digest, pk in rows}


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode(), digest_size=16).digest()


def _profile(key: str) -> Profile:
    quality = QualityProfile.from_key(key)
    return Profile(
        digest=_digest(key),
        key=key,
        content=quality.content,
        metadata=quality.metadata,
        language=quality.language,
        enabling=quality.enabling,
        contextual=quality.contextual,
        rights=quality.rights,
        languages=list(quality.languages),
        problems=list(quality.problems),
        defects=list(quality.defects),
    )
