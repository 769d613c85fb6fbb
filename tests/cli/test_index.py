"""What a newcomer relies on: works that were imported on the command line are found on the site, on SQLite and on PostgreSQL."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from tests.cli.test_import import CC0, MAPPING, ROWS, table
from tests.commands import Vitrine

PREPARED = "The search is being prepared"

ASK = """
import json, sys
from pathlib import Path
from vitrine.server.start import open_home
open_home(Path(sys.argv[1]), site=True)
from django.http import QueryDict
from vitrine.server.collection.models import Work
from vitrine.server.search import finding
from vitrine.server.search.query import query_of
answers = []
for address in json.loads(sys.stdin.read()):
    query = query_of(QueryDict(address))
    found = finding.find(query)
    keys = [Work.objects.get(pk=pk).key for pk in found.ids]
    said = [one.words for one in finding.suggest(query.words)]
    answers.append([found.indexed, sorted(keys), found.total, sorted(finding.all_ids(query)) == sorted(found.ids), said])
print(json.dumps(answers))
"""


@pytest.fixture
def imported(vitrine_on_each: Vitrine, tmp_path: Path) -> Vitrine:
    mapping = tmp_path / "ours.toml"
    mapping.write_text(MAPPING)
    told = vitrine_on_each.run("import", table(tmp_path / "o.csv", ROWS), "--source", "ours", "--mapping", mapping)
    assert "vitrine index" in told.stdout
    return vitrine_on_each


def ask(vitrine: Vitrine, *asked: dict[str, str]) -> list[tuple[bool, list[str], int, bool, list[str]]]:
    """Ask the search of a home, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, vitrine.home], input=json.dumps([urlencode(one) for one in asked]), text=True,
        env=vitrine.environment, capture_output=True, check=True,
    )  # fmt: skip
    return [tuple(answer) for answer in json.loads(done.stdout)]


@contextmanager
def served(vitrine: Vitrine) -> Iterator[str]:
    """Serve a home; give its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    site = vitrine.start("serve", "--address", f"127.0.0.1:{port}", stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(site.pid, signal.SIGINT)
        site.wait(timeout=30)


def read(address: str, holds: str, lacks: str) -> str:
    """Return a page as soon as it holds some words and lacks others."""
    deadline = time.monotonic() + 60
    page = ""
    while time.monotonic() < deadline:
        with suppress(URLError):
            page = urlopen(address, timeout=10).read().decode()  # noqa: S310  (an address of our own)
        if holds in page and lacks not in page:
            return page
        time.sleep(0.2)
    raise AssertionError(page)


def test_what_was_imported_is_found_as_soon_as_the_site_is_served(imported: Vitrine, tmp_path: Path) -> None:
    with served(imported) as site:
        page = read(f"{site}/works?q=dance", "A Dance", PREPARED)
        assert "Still Life" not in page
        assert 'name="maker" value="Rossi, Ada"' in read(f"{site}/works", "A Dance", PREPARED)
        more = table(tmp_path / "o.csv", [*ROWS, ("4", "Lemon Dance", "Bo Ek", "1950", CC0)])
        imported.run("import", more, "--source", "ours")
        read(f"{site}/works?q=lemon+dance", "Lemon Dance</", PREPARED)


def test_the_index_is_made_without_the_site_too(imported: Vitrine) -> None:
    asked = (
        {"q": "dance"},
        {"q": "still -life"},
        {"maker": "Bo Ek"},
        {"rights": "cc0"},
        {"from": "1890"},
        {"to": "1850", "order": "newest"},
        {"q": "harb"},
    )
    expected = [["1"], [], ["3"], ["1"], ["2"], ["1"], []]
    before = ask(imported, *asked)
    assert next(answer[:4] for answer in before[:-1] if not answer[0]) == (False, ["1"], 1, True)
    imported.run("index")
    answers = ask(imported, *asked)
    assert [answer[0] for answer in answers] == [True] * len(asked)
    assert [answer[1] for answer in answers] == expected
    assert all(answer[2] == len(answer[1]) and answer[3] for answer in answers)
    assert answers[-1][4] == ["Harbour"]


@pytest.mark.parametrize("indexed", [False, True])
def test_no_database_stumbles_over_what_is_typed(imported: Vitrine, indexed: bool) -> None:
    if indexed:
        imported.run("index")
    hostile = (
        "a\0b",
        "\0",
        "x" * 100_000,
        "\u202eجرة",
        "🦄",
        "<script>",
        "'; DROP TABLE collection_work; --",
        "%",
        "_",
        "\\",
    )
    asked = [
        dict.fromkeys(("q", "maker", "type", "rights", "language", "from", "to", "page", "order"), text)
        for text in hostile
    ]
    words = [{"q": text} for text in hostile]
    answers = ask(imported, *asked, *words, {"q": "dance"})
    assert all(answer[0] is indexed for answer in answers)
    assert answers[-1][1] == ["1"]
