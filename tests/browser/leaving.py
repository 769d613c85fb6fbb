"""What leaves a page and what stays on the device: nothing of a visitor may do either."""

from tests.browser.conftest import Visit

STORED = """async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).map(one => one.name),
    kept: (await Promise.all((await caches.keys()).map(async name =>
        (await (await caches.open(name)).keys()).map(one => one.method + ' ' + one.url)))).flat(),
})"""


def record(visit: Visit) -> None:
    """Write down all that leaves the page: requests with their bodies (beacons among them), messages of sockets."""
    visit.page.add_init_script(
        "window.spoken = []; const S = window.WebSocket; const before = S.prototype.send;"
        "S.prototype.send = function (data) { spoken.push(String(data)); return before.call(this, data); };"
    )
    sent: list[tuple[str, str, bytes]] = []
    visit.context.on("request", lambda r: sent.append((r.method, r.url, r.post_data_buffer or b"")))
    visit.sent = sent  # type: ignore[attr-defined]


def nothing_left(visit: Visit) -> None:
    """Fail where anything but plain requests for the site's own files left the page, or where anything stays on the device."""
    bodies = [(method, url) for method, url, body in visit.sent if method != "GET" or body]  # type: ignore[attr-defined]
    assert bodies == []
    assert visit.page.evaluate("window.spoken") == []
    addresses = {url for _, url, _ in visit.sent}  # type: ignore[attr-defined]
    assert [url for url in addresses if not url.startswith((visit.site, "blob:", "data:"))] == []
    # What was seen could leave in an address only: these are the site's own, and short.
    known = ("/play/", "/static/", "/media/", "/grounds/", "/theme.css", "/logo", "/works/")
    ours = [url.removeprefix(visit.site) for url in addresses if url.startswith(visit.site)]
    assert [url for url in ours if not url.startswith(known) or len(url) > 200] == []
    stored = visit.page.evaluate(STORED)
    assert stored["local"] == stored["session"] == stored["databases"] == []
    assert stored["cookies"] == ""
    assert visit.context.cookies() == []
    assert [one for one in stored["kept"] if not one.startswith(f"GET {visit.site}/")] == []
    assert visit.complaints == []
