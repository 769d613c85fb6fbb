"""Seeing on the visitor's device: from the camera to the points of a body or a face, in headless Chromium on the processor alone.

The camera is a file that Chromium plays as one, made of a house picture that moves a little. Two rates are measured for each task:
with the camera, as visitors have it, and as fast as pictures can be taken from it. The second is held against the model alone,
run in a worker of the same page in the same run: the camera's own pace (60 pictures a second here) says nothing about us.
"""

import functools
import http.server
import json
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyvips
from playwright.sync_api import Page, sync_playwright

from benchmarks.measuring import at_least, at_most

BUILD = Path(__file__).parents[1] / "src/vitrine/server/site/static/site/build"
WORKS = {"pose": "house-01", "face": "house-11"}
MODEL = {"pose": "pose_lite.tflite", "face": "face_landmarks.tflite"}
RATE = {"pose": 24, "face": 30}
RATIO = 0.85
FIRST_SECONDS = 1.5
GROWS_MB = 20
SCRIPTS_KB = 350
SECONDS = 8
MINUTES = 10

_CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--no-sandbox", "--disable-gpu")

# The games ask for 30 pictures a second; what is measured here must not wait for them.
_UNHURRIED = """
const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = (wish) => { delete wish.video.frameRate; return ask(wish); };
"""

_WATCH = """async ([task, seconds]) => {
  const camera = await body.openCamera(document.querySelector("video"));
  const tracker = await body.openTracker(task);
  let seen = 0;
  await new Promise((resolve) => { body.watch(camera, tracker, (one) => { if (one !== null && ++seen === 20) resolve(); }); });
  const [from, before] = [performance.now(), seen];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const rate = (seen - before) / ((performance.now() - from) / 1000);
  tracker.close();
  camera.close();
  return rate;
}"""

_FAST = """async ([task, seconds]) => {
  const video = document.querySelector("video");
  const camera = await body.openCamera(video);
  const tracker = await body.openTracker(task);
  let seen = 0;
  const one = async () => { if (await tracker.track(await createImageBitmap(video), performance.now()) !== null) seen += 1; };
  while (seen < 20) await one();
  const [from, before] = [performance.now(), seen];
  const chain = async () => { while (performance.now() - from < seconds * 1000) await one(); };
  await Promise.all([chain(), chain()]);
  const rate = (seen - before) / ((performance.now() - from) / 1000);
  tracker.close();
  camera.close();
  return rate;
}"""

_FIRST = """async (task) => {
  const from = performance.now();
  const [camera, tracker] = await Promise.all([body.openCamera(document.querySelector("video")), body.openTracker(task)]);
  await new Promise((resolve) => { body.watch(camera, tracker, (one) => { if (one !== null) resolve(); }); });
  const waited = (performance.now() - from) / 1000;
  tracker.close();
  camera.close();
  return waited;
}"""


def measure(shared: Path) -> dict[str, Any]:
    """Return the rates, the wait for the first points, and how much JavaScript a game has."""
    del shared
    figures: dict[str, Any] = {}
    for task in WORKS:
        with page(task) as seeing:
            bare, fast, watched = _rates(seeing, task)
            figures[f"{task}: pictures a second, with the camera"] = at_least(round(watched, 1), RATE[task])
            figures[f"{task}: of the rate of the model alone"] = at_least(
                round(fast / bare, 2), RATIO, model_alone=round(bare, 1), as_fast_as_it_can=round(fast, 1)
            )
            waits = [seeing.evaluate(_FIRST, task) for _ in range(5)]
            figures[f"{task}: tap to first points, s"] = at_most(round(statistics.median(waits), 2), FIRST_SECONDS)
    for game in ("poses", "portraits"):
        figures[f"{game}: JavaScript without models, kB"] = at_most(scripts(f"src/{game}.ts") // 1000, SCRIPTS_KB)
    return figures


def _rates(seeing: Page, task: str) -> tuple[float, float, float]:
    """The model alone, as fast as it can, with the camera; the first before and after, so that a busy moment counts for both."""
    before = seeing.evaluate("([file, ms]) => body.bareRate(file, ms)", [MODEL[task], SECONDS * 500])
    fast = seeing.evaluate(_FAST, [task, SECONDS])
    after = seeing.evaluate("([file, ms]) => body.bareRate(file, ms)", [MODEL[task], SECONDS * 500])
    return (before + after) / 2, fast, seeing.evaluate(_WATCH, [task, SECONDS])


def scripts(entry: str) -> int:
    """Return the bytes of all scripts that a game loads, packed as they are sent: its own, what they import, the worker, the engine's loader."""
    manifest = json.loads((BUILD / "manifest.json").read_text())
    wanted, found = [entry], set()
    while wanted:
        one = wanted.pop()
        if one not in found:
            found.add(one)
            wanted += [*manifest[one].get("imports", ()), *manifest[one].get("dynamicImports", ())]
    files = [BUILD / manifest[one]["file"] for one in found]
    files += [*(BUILD / "assets/workers").glob("*.js"), BUILD / "models/litert_wasm_internal.js"]
    return sum(len(_packed(file.read_bytes())) for file in files)


def _packed(data: bytes) -> bytes:
    import gzip

    return gzip.compress(data, 6)


@contextmanager
def page(task: str, *arguments: str) -> Iterator[Page]:
    """Open a page with the trackers (web/src/body-check.ts) before a camera that shows a house picture."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        film = folder / "camera.y4m"
        _film(WORKS[task], film)
        with _served() as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=[*_CAMERA, *arguments, f"--use-file-for-fake-video-capture={film}"],
            )
            opened = browser.new_page()
            opened.add_init_script(_UNHURRIED)
            opened.goto(address)
            opened.wait_for_function("window.body !== undefined")
            yield opened
            browser.close()
    finally:
        shutil.rmtree(folder)


def _film(work: str, file: Path, size: tuple[int, int] = (640, 480), pictures: int = 60) -> None:
    """Write a film of a house picture that moves to and fro, 60 pictures a second, as uncompressed YUV 4:2:0."""
    from vitrine.house import paint

    painted = file.with_suffix(".jpg")
    paint(work, painted, 700)
    width, height = size
    whole = pyvips.Image.new_from_file(str(painted)).colourspace("srgb")
    whole = whole.resize(height / whole.height * 0.95)
    with file.open("wb") as film:
        film.write(f"YUV4MPEG2 W{width} H{height} F60:1 Ip A1:1 C420jpeg\n".encode())
        for number in range(pictures):
            aside = (width - whole.width) // 2 + round(12 * abs(number / pictures * 2 - 1))
            picture = whole.embed(aside, 12, width, height, extend="background", background=[110, 110, 110])
            film.write(b"FRAME\n" + _yuv(picture))


def _yuv(picture: pyvips.Image) -> bytes:
    """Full-range BT.601 (JPEG), as the header says."""
    to = [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]]
    bands = picture.recomb(pyvips.Image.new_from_array(to)).linear([1, 1, 1], [0, 128, 128]).cast("uchar")
    y, u, v = bands.bandsplit()
    return b"".join([y.write_to_memory(), *(one.shrink(2, 2).write_to_memory() for one in (u, v))])


@contextmanager
def _served() -> Iterator[str]:
    entry = json.loads((BUILD / "manifest.json").read_text())["src/body-check.ts"]["file"]
    handler = functools.partial(_Page, entry, directory=str(BUILD))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Page(http.server.SimpleHTTPRequestHandler):
    """The build's files, and one page."""

    def __init__(self, entry: str, *arguments: Any, **named: Any) -> None:
        self.entry = entry
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        if self.path != "/":
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(
            f'<!doctype html><video muted></video><script type="module" src="{self.entry}"></script>'.encode()
        )

    def end_headers(self) -> None:
        # As the site does with what carries a hash: models stay in the browser.
        self.send_header("Cache-Control", "max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def grown(minutes: float = MINUTES) -> float:
    """Return by how many megabytes the page's processes grow while it watches for so long, the first half minute left out."""
    with page("pose", "--enable-precise-memory-info") as seeing:
        seeing.evaluate("""async () => {
          const camera = await body.openCamera(document.querySelector("video"));
          body.watch(camera, await body.openTracker("pose"), () => undefined);
        }""")
        time.sleep(30)
        before = _held()
        time.sleep(minutes * 60)
        return (_held() - before) / 1e6


def _held() -> int:
    """Bytes that Chromium's page processes hold, none of it shared (USS), the least of ten looks: garbage comes and goes."""
    import psutil

    def one() -> int:
        pages = [p for p in psutil.Process().children(recursive=True) if "--type=renderer" in " ".join(p.cmdline())]
        return sum(p.memory_full_info().uss for p in pages)

    looks = []
    for _ in range(10):
        looks.append(one())
        time.sleep(1)
    return min(looks)
