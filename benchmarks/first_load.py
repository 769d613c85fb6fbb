"""The first load of a work's page on a phone at 4G, in Chromium, slowed down as Lighthouse does it.

Lighthouse's mobile 4G (throttling constants of its source, "mobileSlow4G", applied by DevTools): 150 ms of latency times 3.75,
1.6 Mbit/s down and 750 kbit/s up times 0.9, the processor four times slower.
"""

import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import at_most, empty_home, vitrine
from benchmarks.pages import Served

LOADS = 5
WORKS = ("house-01", "house-07", "house-13")

_LATENCY_MS = 150 * 3.75
_DOWN = 1.6 * 1024 * 1024 / 8 * 0.9
_UP = 750 * 1024 / 8 * 0.9
_SLOWER = 4

_AFTERWARDS_MS = 2000
"""How long a page is watched after it has loaded: fonts and pictures that come late move things then."""

_WATCH = """
window.measured = {paint: 0, shift: 0};
new PerformanceObserver(list => { for (const one of list.getEntries()) measured.paint = one.startTime; })
  .observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) measured.shift += one.value; })
  .observe({type: 'layout-shift', buffered: true});
"""


def measure(shared: Path) -> dict[str, Any]:  # noqa: ARG001  (each benchmark is given where the collections are)
    """Return the slowest work's largest paint in milliseconds, the worst shift, and what scripts weigh: medians of its loads."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        home = empty_home(folder)
        vitrine(home, "demo", "--no-serve")
        vitrine(home, "index")
        with Served(home) as served:
            loads = {work: _loads(f"http://{served.address}/works/house/{work}") for work in WORKS}
    finally:
        shutil.rmtree(folder)
    worst = {
        name: max(statistics.median(one[name] for one in some) for some in loads.values())
        for name in loads[WORKS[0]][0]
    }
    return {
        "largest contentful paint, s": at_most(round(worst["paint"] / 1000, 2), 2.5),
        "layout shift": at_most(round(worst["shift"], 4), 0.05),
        "scripts, kB compressed": at_most(round(worst["scripts"] / 1000, 1), 100),
        "everything, kB": {"value": round(worst["all"] / 1000, 1)},
    }


def _loads(address: str) -> list[dict[str, float]]:
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=arguments)
        loaded = [_load(chromium, address) for _ in range(LOADS)]
        chromium.close()
    return loaded


def _load(chromium: Any, address: str) -> dict[str, float]:
    """Open the page as a phone that was never here, and return what was seen."""
    phone = chromium.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True)
    page = phone.new_page()
    devtools = phone.new_cdp_session(page)
    devtools.send("Network.enable")
    network = {"offline": False, "latency": _LATENCY_MS, "downloadThroughput": _DOWN, "uploadThroughput": _UP}
    devtools.send("Network.emulateNetworkConditions", network)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    kinds: dict[str, str] = {}
    bytes_ = {"scripts": 0.0, "all": 0.0}
    devtools.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))

    def count(event: dict[str, Any]) -> None:
        bytes_["all"] += event["encodedDataLength"]
        if kinds.get(event["requestId"]) == "Script":
            bytes_["scripts"] += event["encodedDataLength"]

    devtools.on("Network.loadingFinished", count)
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="load", timeout=60_000)
    page.wait_for_timeout(_AFTERWARDS_MS)
    measured = page.evaluate("measured")
    phone.close()
    return {**measured, **bytes_}


def _chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        raise RuntimeError("No Chromium is installed: its package is needed for this benchmark.")
    return found
