"""A camera that shows a picture: Chromium takes a film for one. The film is raw (YUV4MPEG2), so that nothing has to encode it."""

from pathlib import Path

import numpy as np
import pyvips

WIDTH, HEIGHT, RATE = 640, 480, 30


def arguments(film: Path) -> list[str]:
    """Return what Chromium is started with, so that `film` is its camera and nobody is asked for it."""
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    ]


def film(picture: Path | bytes, to: Path, *, middle: tuple[float, float], height: float, frames: int = 2) -> Path:
    """Write a film of a picture: the part about `middle`, so many of its pixels high, as the camera's whole picture.

    What lies outside the picture is grey.
    """
    image = (
        pyvips.Image.new_from_buffer(picture, "")
        if isinstance(picture, bytes)
        else pyvips.Image.new_from_file(str(picture))
    )
    image = image.colourspace("srgb").extract_band(0, n=3)
    scale = HEIGHT / height
    left, top = middle[0] - WIDTH / scale / 2, middle[1] - height / 2
    image = image.affine(
        (scale, 0, 0, scale),
        oarea=(0, 0, WIDTH, HEIGHT),
        odx=-left * scale,
        ody=-top * scale,
        extend="background",
        background=[128],
    )
    return write(np.ascontiguousarray(image.cast("uchar").numpy()[:HEIGHT, :WIDTH]), to, frames)


def write(pixels: np.ndarray, to: Path, frames: int = 2) -> Path:
    """Write pixels (height, width, RGB) as a film that shows them without a change."""
    red, green, blue = (pixels[..., band].astype(float) for band in range(3))
    luma = 16 + 0.257 * red + 0.504 * green + 0.098 * blue
    planes = [luma]
    for chroma in (128 - 0.148 * red - 0.291 * green + 0.439 * blue, 128 + 0.439 * red - 0.368 * green - 0.071 * blue):
        planes.append((chroma[::2, ::2] + chroma[1::2, ::2] + chroma[::2, 1::2] + chroma[1::2, 1::2]) / 4)
    frame = b"FRAME\n" + b"".join(plane.clip(0, 255).round().astype(np.uint8).tobytes() for plane in planes)
    head = f"YUV4MPEG2 W{pixels.shape[1]} H{pixels.shape[0]} F{RATE}:1 Ip A1:1 C420mpeg2\n".encode()
    to.write_bytes(head + frame * frames)
    return to
