"""Two hundred rooms with four players each, ten scores a second from everyone: how soon the others have them, and whether all do.

The server is `vitrine serve` as it is, the players are another process that costs little and says how much. To try it in short:
`python -m benchmarks.rooms HOME` plays in twenty rooms of a home made by `python -m tests.browser.together_home HOME`.
"""

import http.client
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import at_most
from benchmarks.pages import Served

ROOMS = 200
SECONDS = 20
SHORT_ROOMS, SHORT_SECONDS = 20, 5


def measure(shared: Path) -> dict[str, Any]:  # noqa: ARG001  (nothing of the shared collections is needed)
    """Return how long scores are on their way to the other players, and how many did not arrive."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        home = folder / "home"
        subprocess.run([sys.executable, "-m", "tests.browser.together_home", str(home)], check=True)
        return _figures(played(home, ROOMS, SECONDS, folder))
    finally:
        shutil.rmtree(folder)


def played(home: Path, rooms: int, seconds: int, folder: Path) -> dict[str, Any]:
    """Let players play in so many rooms of a home for so long, and return what `room_players` found."""
    result, codes = folder / "result.json", folder / "codes.json"
    with Served(home) as served:
        codes.write_text(json.dumps([_open(served.address) for _ in range(rooms)]))
        arguments = [served.address, str(seconds), str(result), str(codes)]
        subprocess.run([sys.executable, "-m", "benchmarks.room_players", *arguments], check=True)
    found: dict[str, Any] = json.loads(result.read_text())
    return found


def _open(address: str) -> str:
    """Open a room as the page does, and return its letters."""
    connection = http.client.HTTPConnection(address, timeout=30)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/play/together/", "challenge=all&rounds=1", headers)
    answer = connection.getresponse()
    assert answer.status == 303, answer.status
    return (answer.headers["Location"] or "").rstrip("/").rpartition("/")[2]


def _figures(found: dict[str, Any]) -> dict[str, Any]:
    more = {name: found[name] for name in ("median", "most", "players", "sent", "own share of a core")}
    return {
        "p95 delivery, ms": at_most(found["p95"], 150, **more),
        "players and last scores lost": at_most(found["lost"], 0),
        "scores that did not arrive": at_most(found["missing"], 0, arrived=found["arrived"]),
    }


if __name__ == "__main__":
    print(
        json.dumps(
            played(Path(sys.argv[1]), SHORT_ROOMS, SHORT_SECONDS, Path(tempfile.mkdtemp(prefix="vitrine-bench-")))
        )
    )
