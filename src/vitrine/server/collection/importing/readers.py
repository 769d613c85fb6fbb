"""Reading a large feed on several processors: each process reads every so many batches, and they arrive in file order.

The processes know nothing of Django: they read and judge records, this one writes them.
"""

import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from vitrine.formats import FeedError
from vitrine.server.collection.importing.batch import Batch, Opening, batches
from vitrine.server.collection.importing.processes import context, how_many


class ReaderDiedError(RuntimeError):
    """A reading process ended without saying why (memory, a signal)."""


def read_batches(opening: Opening, skip: int) -> Iterator[Batch]:
    """Yield the batches of a feed from record `skip` on, in file order. Raises FeedError after all that came before the fault."""
    readers = how_many(Path(opening.path))
    if readers == 1:
        yield from batches(opening, skip)
        return
    start = context()
    processes, ends = [], []
    try:
        for share in range(readers):
            here, there = start.Pipe(duplex=False)
            process = start.Process(target=_send, args=(there, opening, skip, share, readers), daemon=True)
            process.start()
            # Only the reader holds this end now: it notices if we are killed, and we if it is.
            there.close()
            processes.append(process)
            ends.append(here)
        yield from _in_order(ends)
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _in_order(ends: list[Connection]) -> Iterator[Batch]:
    turn = 0
    while True:
        try:
            said = ends[turn % len(ends)].recv()
        except (EOFError, OSError):  # between two batches, or within one
            raise ReaderDiedError(
                "A reading process was ended from outside. Run the import again: it goes on."
            ) from None
        if said is None:
            return
        if isinstance(said, Exception):
            raise said
        yield said
        turn += 1


def _send(end: Connection, opening: Opening, skip: int, share: int, of: int) -> None:
    """Read this process's share and send it; at the end None, or the fault that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes: it pauses the job
    try:
        for batch in batches(opening, skip, share, of):
            end.send(batch)
        end.send(None)
    except FeedError as fault:
        end.send(FeedError(str(fault)))
    except BrokenPipeError:
        return
