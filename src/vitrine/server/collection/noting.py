"""Noting which works changed, for what is derived from them and kept elsewhere (the index of the search).

A note is written in the same transaction as the change: whoever takes the notes misses none, whatever is killed when.
"""

from collections.abc import Iterable

from django.db import transaction
from django.dispatch import Signal

from vitrine.server.collection.models import Noted

changed = Signal()
"""Sent after a change by a person or a small job is committed: its notes can be taken."""


def note(works: Iterable[int]) -> None:
    """Note that works, by their ids, are shown otherwise than before. Belongs inside the transaction that changes them."""
    ids = list(works)
    if ids:
        Noted.objects.create(works=ids)


def tell() -> None:
    """Let those who wait for changes know, as soon as this transaction is committed."""
    transaction.on_commit(lambda: changed.send(sender=Noted), robust=True)
