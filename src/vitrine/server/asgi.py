"""The site as `vitrine serve` calls it: pages in threads, and the rooms of the games, on one port and in one process."""

import atexit
import multiprocessing
import os
import threading

from channels.routing import ProtocolTypeRouter

from vitrine.server.threads import InThreads
from vitrine.server.wsgi import application as pages  # wakes Django, which the rooms need

# isort: split
from vitrine.server.rooms.rooms import ROOMS
from vitrine.server.rooms.routing import sockets

THREADS = 8
"""Requests answered at once: pages wait for the database and for files more than for the processor."""

application = ProtocolTypeRouter({"http": InThreads(pages, THREADS), "websocket": sockets})
ROOMS.served = True


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    """End this process when the one that started it has ended, however: left behind, it would keep the address for itself."""
    parent.join()
    os._exit(1)


if _parent := multiprocessing.parent_process():
    # Ctrl-C reaches all of a terminal's group, and the server tells us too: told twice at once, we would wait for ourselves.
    os.setpgrp()
    # Nothing is left to do by then; a thread of the server that wakes while Python is taken down would abort with a trace.
    atexit.register(os._exit, 0)
    threading.Thread(target=_end_with, args=(_parent,), name="parent", daemon=True).start()
