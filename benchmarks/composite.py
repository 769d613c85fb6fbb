"""How long it takes to paint a visitor's face into a portrait, in Chromium on a processor slowed four times: a phone of the middle range.

Each portrait of the gallery sits for every other. Measured is all from the camera's picture to the finished portrait: cutting out,
shape, light, surface, seam, putting back; on the page's own thread, for a worker is not slowed by the browser's tool. What is
counted is the thread's processor time, so that other work of the machine does not count.
"""

import base64
import functools
import http.server
import json
import shutil
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.measuring import at_most
from benchmarks.typescript import WEB
from vitrine.vision.models import path

MUST_MS = 1500
SLOWER = 4
SITTERS = {
    "Mona Lisa": "vg-001.jpg",
    "Girl with a Pearl Earring": "vg-012.jpg",
    "Saint John the Baptist": "vg-008.jpg",
    "Mummy portrait of a young man": "vg-018.jpg",
}
POINTS = Path(__file__).parents[1] / "tests/fixtures/portraits/faces.json"

_ENTRY = """
import {{ compose }} from "{parts}/compose.ts";
import {{ patches }} from "{parts}/patches.ts";
window.sit = async (given) => {{
  const picture = async (data) => await createImageBitmap(await (await fetch("data:image/jpeg;base64," + data)).blob());
  const points = (face) => face.map(([x, y, z]) => ({{ x, y, z }}));
  const [portrait, visitor] = [await picture(given.portrait.data), await picture(given.visitor.data)];
  const shots = [
    {{ picture: portrait, face: points(given.portrait.points), inFront: [] }},
    {{ picture: visitor, face: points(given.visitor.points), inFront: [] }},
  ];
  window.paint = () => {{
    const cut = patches(...shots);
    const done = cut.put(compose(cut.portrait, cut.visitor, given.triangles).picture);
    return done.getContext("2d").getImageData(0, 0, 1, 1).data[0];
  }};
}};
"""


def measure(shared: Path) -> dict[str, Any]:
    """Return the longest and the middle time in milliseconds, after each pair was painted once before."""
    times = painted(shared, [(one, other) for one in SITTERS for other in SITTERS if one != other])
    return {
        "longest, ms": at_most(round(max(times)), MUST_MS, pairs=len(times), slowed=SLOWER),
        "median, ms": {"value": round(statistics.median(times))},
    }


def painted(shared: Path, pairs: list[tuple[str, str]]) -> list[float]:
    """Return how long each pair took, in milliseconds."""
    points = {one["of"]: one["points"] for one in json.loads(POINTS.read_text())}
    data = {name: base64.b64encode((shared / "gallery" / file).read_bytes()).decode() for name, file in SITTERS.items()}
    triangles = json.loads(path("face_mesh.json").read_text())["triangles"]
    with _page() as (page, clock):
        times = []
        for portrait, visitor in pairs:
            given = {
                "portrait": {"data": data[portrait], "points": points[portrait]},
                "visitor": {"data": data[visitor], "points": points[visitor]},
                "triangles": triangles,
            }
            page.evaluate("given => window.sit(given)", given)
            page.evaluate("() => window.paint()")
            before = clock()
            page.evaluate("() => window.paint()")
            times.append(clock() - before)
    return times


@contextmanager
def _page() -> Iterator[tuple[Any, Callable[[], float]]]:
    """Open a page that paints, in a slowed browser, and a clock of its thread's processor time in milliseconds."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        (folder / "entry.ts").write_text(_ENTRY.format(parts=WEB / "src/portraits/composite"))
        bundle = [WEB / "node_modules/.bin/rolldown", folder / "entry.ts", "--file", folder / "page.js"]
        subprocess.run(bundle, cwd=WEB, check=True, capture_output=True)
        (folder / "index.html").write_text('<!doctype html><script type="module" src="page.js"></script>')
        with _served(folder) as address, sync_playwright() as playwright:
            chromium = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page()
            page.goto(address)
            page.wait_for_function("window.sit !== undefined")
            tools = page.context.new_cdp_session(page)
            tools.send("Performance.enable", {"timeDomain": "threadTicks"})
            tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

            def clock() -> float:
                metrics = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
                return float(metrics["TaskDuration"]) * 1000

            yield page, clock
            browser.close()
    finally:
        shutil.rmtree(folder)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""
