"""Fifty readers of the public pages, as fast as they are answered: no pause to read, which is harder than any museum's day.

python -m benchmarks.readers ADDRESS SECONDS RESULT PATHS
"""

import http.client
import json
import sys
import threading
import time
from pathlib import Path
from random import Random

READERS = 50
LANGUAGES = ("en", "it", "de", "fr", "es")


class Reader(threading.Thread):
    """One reader with a language and a connection of its own, who opens one page after another."""

    def __init__(self, number: int, address: str, paths: list[str], until: float) -> None:
        super().__init__()
        self.random = Random(number)
        self.language = LANGUAGES[number % len(LANGUAGES)]
        self.address, self.paths, self.until = address, paths, until
        self.times: list[tuple[float, str]] = []
        self.errors: list[str] = []

    def run(self) -> None:
        connection = http.client.HTTPConnection(self.address, timeout=30)
        headers = {"Accept-Language": self.language, "Accept-Encoding": "gzip", "User-Agent": "Vitrine's benchmark"}
        while time.monotonic() < self.until:
            path = self.paths[min(int(self.random.paretovariate(0.6)) - 1, len(self.paths) - 1)]
            start = time.perf_counter()
            try:
                connection.request("GET", path, headers=headers)
                answer = connection.getresponse()
                body = answer.read()
                if answer.status != 200 or not body:
                    self.errors.append(f"{answer.status} {path}")
            except (OSError, http.client.HTTPException) as error:
                self.errors.append(f"{error!r} {path}")
                connection.close()
            self.times.append(((time.perf_counter() - start) * 1000, path))


def main(address: str, seconds: float, result: Path, paths: Path) -> None:
    """Let them read and write what happened as JSON."""
    until = time.monotonic() + seconds
    readers = [Reader(number, address, json.loads(paths.read_text()), until) for number in range(READERS)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    times = sorted(one for reader in readers for one in reader.times)
    result.write_text(
        json.dumps(
            {
                "pages": len(times),
                "errors": [error for reader in readers for error in reader.errors],
                "median": round(times[len(times) // 2][0], 1),
                "p95": round(times[int(len(times) * 0.95)][0], 1),
                "slowest": [[round(time_), path] for time_, path in times[-5:]],
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
