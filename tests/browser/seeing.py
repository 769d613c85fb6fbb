"""A page that sees: the trackers of the games on a page of their own, under the policy of the games."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.conftest import IN_CI
from vitrine.server.site import assets
from vitrine.server.site.security import policy

FIXTURES = Path(__file__).parents[1] / "fixtures" / "body"
PAINT = "import sys; from vitrine.house import paint; paint(sys.argv[1], sys.argv[2], int(sys.argv[3]))"
PATH = "/play/seeing"
CHECK = "src/body-check.ts"
CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")


def told(name: str) -> dict[str, Any]:
    """What the reference saw in a picture."""
    found: dict[str, Any] = json.loads((FIXTURES / f"{name}.json").read_text())
    return found


def picture(name: str, folder: Path, reference: Any) -> Path:
    """The picture that the reference saw: painted anew, or a file of the gallery."""
    seen = told(name)
    if seen["source"] == "gallery":
        return Path(reference(f"gallery/{seen['file']}"))
    file = folder / seen["file"]
    if not file.exists():
        # In a process of its own: beside a browser that is driven, painting takes many times as long.
        subprocess.run([sys.executable, "-c", PAINT, file.stem, str(file), str(seen["long_side"])], check=True)
    return file


class Seeing:
    """One page with `window.body` (web/src/body-check.ts), and all that it asked for and complained about."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context = context
        self.site = site
        self.complaints: list[str] = []
        self.asked: list[tuple[str, str, bytes | None]] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda one: self.asked.append((one.method, one.url, one.post_data_buffer)))
        self.page.route(f"**{PATH}", self._answer)
        # The tests' server hands out static files past the middleware that sets the policy.
        self.before_worker("")

    def open(self) -> Page:
        """Open the page. Skips where the front end is not built; with CI=true it fails."""
        if not assets.address(CHECK):
            (pytest.fail if IN_CI else pytest.skip)("the front end is not built")
        self.page.goto(self.site + PATH)
        self.page.wait_for_function("window.body !== undefined")
        return self.page

    def show(self, files: dict[str, Path]) -> None:
        """Have the pictures at `/pictures/<name>`."""
        self.page.route("**/pictures/*", lambda route: route.fulfill(path=files[route.request.url.rpartition("/")[2]]))

    def before_worker(self, script: str) -> None:
        """Have a script run in the worker before its own."""
        self.page.route("**/assets/workers/*", lambda route: self._with_policy(route, script))

    def _answer(self, route: Route) -> None:
        script = f'<script type="module" src="{assets.address(CHECK)}"></script>'
        page = f'<!doctype html><html lang="en"><title>Seeing</title><video hidden></video>{script}</html>'
        headers = {"Content-Security-Policy": policy(PATH)}
        route.fulfill(body=page, content_type="text/html", headers=headers)

    def _with_policy(self, route: Route, script: str) -> None:
        answer = route.fetch()
        path = route.request.url.removeprefix(self.site)
        headers = {**answer.headers, "content-security-policy": policy(path)}
        route.fulfill(response=answer, body=script + answer.text(), headers=headers)


@contextmanager
def camera_browser(chromium: Browser, film: Path | None, *more: str) -> Iterator[Browser]:
    """A browser of its own, whose camera shows the film over and over; without a film it has no camera."""
    camera = [*CAMERA, f"--use-file-for-fake-video-capture={film}"] if film else []
    path = "/usr/bin/chromium"
    browser = chromium.browser_type.launch(executable_path=path, args=[*ARGUMENTS, *camera, *more])
    yield browser
    browser.close()


def film(file: Path, pictures: list[np.ndarray]) -> Path:
    """Write pictures (h, w, 3) as a film that a fake camera shows: an mjpeg file is one JPEG after the other."""
    frames = [pyvips.Image.new_from_array(np.ascontiguousarray(one)) for one in pictures]
    file.write_bytes(b"".join(one.copy(interpretation="srgb").jpegsave_buffer(Q=90) for one in frames))
    return file


def before_camera(picture: Path, size: tuple[int, int] = (640, 480), count: int = 30) -> list[np.ndarray]:
    """Pictures of somebody who sways a little before a camera of this size."""
    width, height = size
    whole = pyvips.Image.new_from_file(str(picture))
    whole = whole.resize(min(width / whole.width, height / whole.height) * 0.9)
    turns = [2 * np.pi * number / count for number in range(count)]
    places = [(width - whole.width) / 2 + 12 * np.sin(turn) for turn in turns]
    ground = [120, 110, 100]
    return [whole.embed(int(x), (height - whole.height) // 2, width, height, background=ground).numpy() for x in places]
