"""`vitrine serve`: the site, the studio and the worker that does jobs, in one process to start and stop."""

import multiprocessing
import os
import socket
import threading
from pathlib import Path

import click

from vitrine.cli.output import fail, notes, out


@click.command("serve")
@click.option("--address", help="Where to listen. Default: VITRINE_ADDRESS, else 127.0.0.1:8000.")
@click.pass_obj
def command(home: Path, address: str | None) -> None:
    """Serve the site and the studio, and do the jobs started there. Stops with Ctrl-C.

    \b
    Examples:
      vitrine serve
      vitrine --home ./home serve --address 127.0.0.1:9000
    """
    from vitrine.server.start import open_home

    open_home(home, site=True)
    serve(address)


def serve(address: str | None) -> None:
    """Serve the opened home at `address` (host:port) until stopped. Raises ClickException where that cannot be listened on."""
    from granian import Granian
    from granian.constants import Interfaces

    from vitrine.server.jobs.run import recover
    from vitrine.server.options import option
    from vitrine.server.people.roles import keep_roles
    from vitrine.server.search.indexing import behind, soon

    address = address or option("VITRINE_ADDRESS")
    host, port = listening(address)
    keep_roles()
    recover()
    if behind():
        soon()
    _announce(address)
    # A forked worker would inherit what the jobs' thread holds at that moment, SQLite's locks among it, and never let go.
    multiprocessing.set_start_method("spawn", force=True)
    threading.Thread(target=_do_jobs, name="jobs", daemon=True).start()
    server = Granian(
        "vitrine.server.asgi:application",
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        workers_kill_timeout=_PATIENCE,
        log_enabled=False,
    )
    server.serve()


_PATIENCE = 5
"""Seconds that answers which have begun get to end when the site is stopped: a slow reader of a long film takes hours."""


def listening(address: str) -> tuple[str, int]:
    """Return the IP address and the port to listen on, after trying them. Raises ClickException."""
    host, colon, port = address.rpartition(":")
    if not colon or not host or not port.isascii() or not port.isdecimal() or not 0 < int(port) <= 65535:
        raise fail(f"The address {address!r} is not host:port, such as 127.0.0.1:8000.", 2)
    try:
        family, kind, *_, place = socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as tried:
            # As the server does it: a port that a stopped server has only just left is free.
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(place)
            tried.listen()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise fail(f"{address} cannot be listened on: {reason}. Choose another with --address HOST:PORT.") from error
    return str(place[0]), int(port)


def _announce(address: str) -> None:
    """Print where the site is and, while nobody has an account, the one-time link that makes the first."""
    from django.conf import settings

    from vitrine.server.options import OPTIONS, option
    from vitrine.server.people.invitations import account_missing, first_link

    default = next(one.default for one in OPTIONS if one.name == "VITRINE_SITE_URL")
    url = settings.SITE_URL if option("VITRINE_SITE_URL") != default else f"http://{address}"
    out.print(f"Vitrine is at [bold]{url}[/bold]")
    if account_missing():
        out.print("Make the first studio account with this link. It works once:")
        out.print(f"  {first_link(url)}", markup=False)
    notes.print("Stop with Ctrl-C.")


def _do_jobs() -> None:
    """Work through the queue of jobs, as Django's own worker does, in a thread of this process: it ends when we end."""
    from django_tasks_db.management.commands.db_worker import Worker

    Worker(
        queue_names=["default"],
        interval=1,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"vitrine-serve-{os.getpid()}",
        excluded_queue_names=[],
    ).run()
