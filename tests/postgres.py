"""A PostgreSQL server of the tests' own, where the programs are installed: made empty, listening on a socket only."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote


def programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, newest version first, or None."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]), reverse=True
    )
    if found:
        return found[0].parent
    named = shutil.which("postgres")
    return Path(named).resolve().parent if named else None


@contextmanager
def server(bin_: Path) -> Iterator["Server"]:
    """Start a server in a folder of its own and stop it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-pg-", dir="/tmp"))
    # PostgreSQL refuses to run as root: there, Debian's own account runs it.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
    data = folder / "data"

    def call(*command: str) -> None:
        subprocess.run([*as_user, *command], check=True, capture_output=True, cwd="/")

    call(str(bin_ / "initdb"), "-D", str(data), "-U", "vitrine", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    call(str(bin_ / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield Server(folder)
    finally:
        call(str(bin_ / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


class Server:
    """A running server."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    def url(self, name: str) -> str:
        """Return the address of the database `name`."""
        return f"postgres://vitrine@{quote(str(self._socket), safe='')}/{name}"

    def create(self, name: str, template: str = "template1") -> str:
        """Make the database `name` as a copy of `template`; return its address."""
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        """Remove the database `name`, whoever is still connected."""
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        import psycopg  # noqa: PLC0415

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]
