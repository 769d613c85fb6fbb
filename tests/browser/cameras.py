"""A fake camera: Chromium plays a film of still pictures in its place."""

from pathlib import Path

import pyvips
from playwright.sync_api import Browser

from tests.browser.fake_camera import arguments

WIDTH, HEIGHT = 640, 480
_GREY = [90, 90, 90]


def film(pictures: list[tuple[bytes, float]], place: Path) -> Path:
    """Write a film of pictures (encoded in whatever way), each shown for some seconds, over and over; return where it is."""
    frames = b""
    for picture, seconds in pictures:
        image = pyvips.Image.thumbnail_buffer(picture, WIDTH, height=HEIGHT).gravity(
            "centre", WIDTH, HEIGHT, background=_GREY
        )
        # Chromium plays motion JPEG at 30 frames a second.
        frames += image.write_to_buffer(".jpg[Q=92]") * max(1, round(30 * seconds))
    place.write_bytes(frames)
    return place


def darkness() -> bytes:
    """Return a picture of nothing: a covered camera."""
    data: bytes = (pyvips.Image.black(WIDTH, HEIGHT, bands=3) + 3).cast("uchar").write_to_buffer(".jpg")
    return data


def wall() -> bytes:
    """Return a picture of an empty, lit room."""
    data: bytes = (pyvips.Image.black(WIDTH, HEIGHT, bands=3) + 150).cast("uchar").write_to_buffer(".jpg")
    return data


def browser_with(camera: Path, chromium: Browser, path: str) -> Browser:
    """Start another Chromium beside `chromium`, whose camera shows a film, and that lets pages have it without asking."""
    started = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
    return chromium.browser_type.launch(executable_path=path, args=[*started, *arguments(camera)])
