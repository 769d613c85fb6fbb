"""Pages in threads behind an event loop, over a real connection: what arrives, what is sent, and what a reader who leaves frees."""

import ast
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import psutil
import pytest

from tests.server.threads_app import BLOCK, BLOCKS

PATIENCE = 30


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[int, psutil.Process]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "tests.server.threads_app", str(port)])
    for _ in range(PATIENCE * 10):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.1)
    yield port, psutil.Process(process.pid)
    process.terminate()
    process.wait()


@pytest.fixture
def connection(server: tuple[int, psutil.Process]) -> Iterator[http.client.HTTPConnection]:
    with closing(http.client.HTTPConnection("127.0.0.1", server[0], timeout=PATIENCE)) as opened:
        yield opened


def _told(connection: http.client.HTTPConnection, path: str) -> dict[str, str]:
    connection.putrequest("GET", path)
    for name, value in (("X-B", "1"), ("X-B", "2"), ("X_Forwarded_For", "9.9.9.9"), ("Cookie", "a=1")):
        connection.putheader(name, value)
    connection.endheaders()
    told: dict[str, str] = ast.literal_eval(connection.getresponse().read().decode("latin-1"))
    return told


def test_the_application_is_told_what_was_asked(connection: http.client.HTTPConnection) -> None:
    told = _told(connection, "/a%00%ff%C3%A4%2Fb?q=%00&r=")
    # Bytes as Latin-1, as PEP 3333 wants them: what is no UTF-8 is there to be refused.
    assert told["PATH_INFO"] == b"/a\x00\xff\xc3\xa4/b".decode("latin-1")
    assert told["QUERY_STRING"] == "q=%00&r="
    assert told["REMOTE_ADDR"] == "127.0.0.1"
    assert told["HTTP_COOKIE"] == "a=1"
    assert told["HTTP_X_B"] == "1,2"


def test_a_header_with_an_underscore_does_not_pass_for_a_proxys(connection: http.client.HTTPConnection) -> None:
    assert "HTTP_X_FORWARDED_FOR" not in _told(connection, "/")


def test_what_is_sent_arrives_and_is_not_kept_in_memory(server: tuple[int, psutil.Process]) -> None:
    port, process = server
    before = _memory(process)
    size = 200_000_000
    with closing(socket.create_connection(("127.0.0.1", port), PATIENCE)) as line:
        line.sendall(f"POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: {size}\r\n\r\n".encode())
        block = bytes(1_000_000)
        most = before
        for number in range(size // len(block)):
            line.sendall(block)
            if number % 20 == 0:
                most = max(most, _memory(process))
        assert line.recv(65_536).endswith(str(size).encode())
    assert most - before < size / 4


def test_a_stream_arrives_whole(connection: http.client.HTTPConnection, tmp_path: Path) -> None:
    connection.request("GET", f"/stream?{tmp_path / 'closed'}")
    answer = connection.getresponse()
    assert answer.headers.get_all("X-Twice") == ["1", "2"]
    assert len(answer.read()) == BLOCK * BLOCKS
    # The same connection serves the next request.
    connection.request("GET", "/rows")
    rows = connection.getresponse().read().split()
    assert rows == [b"%d" % number for number in range(50_000)]


def test_what_is_made_for_a_reader_who_leaves_is_not_made_to_the_end(
    server: tuple[int, psutil.Process], tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    with closing(socket.create_connection(("127.0.0.1", server[0]), PATIENCE)) as line:
        line.sendall(f"GET /stream?{closed} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        line.recv(1000)
    for _ in range(PATIENCE * 10):
        if closed.exists() and closed.read_text():
            break
        time.sleep(0.1)
    assert int(closed.read_text()) < BLOCKS


def test_a_failure_is_an_answer_and_the_thread_goes_on(connection: http.client.HTTPConnection) -> None:
    for _ in range(5):  # more often than there are threads
        connection.request("GET", "/fails")
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (500, b"Internal Server Error")
    connection.request("GET", "/")
    assert connection.getresponse().read()


def test_an_answer_that_fails_in_the_middle_is_seen_to_be_cut_off(connection: http.client.HTTPConnection) -> None:
    connection.request("GET", "/breaks-off")
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        connection.getresponse().read()


def _memory(process: psutil.Process) -> int:
    return sum(one.memory_info().rss for one in (process, *process.children(recursive=True)))
