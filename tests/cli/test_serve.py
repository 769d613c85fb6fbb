"""`vitrine serve` as an operator runs it: processes that inherit nothing from each other, and none left behind."""

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress

import psutil

PATIENCE = 60


def until(true: Callable[[], bool]) -> None:
    for _ in range(PATIENCE * 10):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come to pass")


def answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def test_a_server_that_is_killed_leaves_nobody_behind(vitrine):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = vitrine.start("serve", "--address", f"127.0.0.1:{port}")
    try:
        until(lambda: answers(port))
        children = psutil.Process(process.pid).children(recursive=True)
        # A forked one would have its parent's line, and the locks that its threads held at that moment.
        assert children
        assert all(child.cmdline() != psutil.Process(process.pid).cmdline() for child in children)
    finally:
        process.kill()
        process.wait()
    until(lambda: not answers(port))
    psutil.wait_procs(children, timeout=PATIENCE)
    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]


def test_ctrl_c_stops_everything(vitrine):
    for _ in range(3):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = vitrine.start("serve", "--address", f"127.0.0.1:{port}", start_new_session=True)
        try:
            until(lambda port=port: answers(port))
            # A terminal tells the whole group, not the first of it.
            os.killpg(process.pid, signal.SIGINT)
            assert process.wait(timeout=PATIENCE) == 0
        finally:
            process.kill()
        until(lambda port=port: not answers(port))
