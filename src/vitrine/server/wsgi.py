"""The site as a web server calls it."""

import multiprocessing
import os
import threading

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vitrine.server.settings")
application = get_wsgi_application()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    """End this process when the one that started it has ended, however: left behind, it would keep the address for itself."""
    parent.join()
    os._exit(1)


if _parent := multiprocessing.parent_process():
    # Ctrl-C reaches all of a terminal's group, and the server tells us too: told twice at once, we would wait for ourselves.
    os.setpgrp()
    threading.Thread(target=_end_with, args=(_parent,), name="parent", daemon=True).start()
