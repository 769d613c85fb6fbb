"""What goes wrong is one sentence on standard error and a status other than 0; nothing is on standard output then."""

import os
import socket
import subprocess

import pytest
from tests.cli.test_import import ROWS, table

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
DECIDE = ("--source", "ours", "--evidence", "x", "--by")


@pytest.mark.parametrize(
    ("line", "status", "says"),
    [
        (("nonsense",), 2, "nonsense"),
        (("report", "--nonsense"), 2, "vitrine report --help"),
        (("import", "PIPE", "--source", "ours"), 2, "pipe or a device"),
        (("import", "/dev/zero", "--source", "ours"), 2, "pipe or a device"),
        (("tiers", "PIPE"), 1, "pipe or a device"),
        (("restore", "PIPE"), 2, "pipe or a device"),
        (("date", "--tsv", "PIPE"), 2, "pipe or a device"),
        (("report", "--problems", "PIPE"), 1, "no file"),
        (("import", "TABLE", "--source", "ours", "--mapping", "PIPE"), 2, "no mapping"),
        (("show", b"ours:\xe9"), 2, "not UTF-8"),
        (("rights", "set", CC0, *DECIDE, "x" * 201), 2, "longer than 200"),
        (("rights", "undo", "1", "--by", " "), 2, "--by"),
        (("rights", "changes", "--source", "nobody"), 1, "no source"),
        (("backup", "x" * 300), 1, "too long"),
        (("serve", "--address", "nowhere"), 2, "host:port"),
        (("serve", "--address", "203.0.113.7:8000"), 1, "cannot be listened on"),
    ],
)
def test_bad_invocations(vitrine, tmp_path, line, status, says):
    os.mkfifo(tmp_path / "pipe")
    named = {"PIPE": tmp_path / "pipe", "TABLE": table(tmp_path / "o.csv", ROWS)}
    fails(vitrine, [os.fsdecode(named.get(part, part)) for part in line], status, says)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://ada:hidden@localhost/x"),
        ("DATABASE_URL", "host=localhost password=hidden"),
        ("DATABASE_URL", "postgres://ada:hid den@[::1/x"),
        ("DATABASE_URL", "postgres://ada:hidden@127.0.0.1:1/x"),
        ("VITRINE_TIME_ZONE", "Nowhere/Land"),
        ("VITRINE_LANGUAGE", "xx"),
    ],
)
def test_settings_that_make_no_sense(vitrine, tmp_path, name, value):
    vitrine.environment[name] = value
    fails(vitrine, ["report", "--json"], 1, name)
    if name == "DATABASE_URL":  # a back-up needs neither language nor time zone
        fails(vitrine, ["backup", "--json", str(tmp_path / "b.tar")], 1, name)


def test_a_port_in_use(vitrine):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        fails(vitrine, ["serve", "--address", f"127.0.0.1:{taken.getsockname()[1]}"], 1, "Address already in use")


def test_the_reader_of_a_pipe_may_leave(vitrine):
    reading, writing = os.pipe()
    os.close(reading)
    process = vitrine.start("report", stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert process.communicate()[1] == ""
    assert process.returncode == 0


def test_json_is_utf_8_whatever_the_terminal(vitrine, tmp_path):
    vitrine.environment["PYTHONIOENCODING"] = "ascii"
    file = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.csv")
    assert vitrine.json("report", "--problems", file) == {"file": file, "rows": 0}


def fails(vitrine, line, status, says):
    process = vitrine.start(*line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, said = process.communicate(timeout=60)
    assert (process.returncode, output) == (status, ""), said
    assert said.startswith("vitrine: ")
    assert said.count("\n") == 1, said
    assert says in said
    assert "hid" not in said, "no password is shown"
