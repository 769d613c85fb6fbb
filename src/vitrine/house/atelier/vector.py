"""Shapes drawn as SVG and turned into pixels by librsvg, and how layers of paint and ink lie on one another."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyvips

from vitrine.house.atelier.solids import Floats

Point = tuple[float, float]


def raster(fragment: str, width: int, height: int, box: tuple[float, float] | None = None) -> Floats:
    """An SVG fragment as (h, w, 4), colour and opacity 0..1; `box` is the user units' width and height, pixels unless given."""
    across, down = box or (width, height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {across:g} {down:g}" preserveAspectRatio="none">'
    image = pyvips.Image.svgload_buffer(f"{head}{fragment}</svg>".encode(), unlimited=True)
    return np.asarray(image.numpy(), dtype=np.float32) / np.float32(255)


def stencil(fragment: str, width: int, height: int, box: tuple[float, float] | None = None) -> Floats:
    """Only the opacity of a fragment, 0..1."""
    return np.ascontiguousarray(raster(fragment, width, height, box)[..., 3])


def over(ground: Floats, layer: Floats, strength: float = 1.0) -> Floats:
    """A layer with opacity (h, w, 4) laid over a picture (h, w, 3)."""
    alpha = layer[..., 3:] * np.float32(strength)
    return ground + alpha * (layer[..., :3] - ground)


def tint(ground: Floats, mask: Floats, colour: Sequence[float] | Floats) -> Floats:
    """A picture with `colour` where the mask (0..1) is."""
    return ground + mask[..., None] * (np.asarray(colour, np.float32) - ground)


def ink(ground: Floats, mask: Floats, colour: Sequence[float]) -> Floats:
    """Transparent ink: what lies below shines through, as in printing."""
    return ground * (1 - mask[..., None] * (1 - np.asarray(colour, np.float32)))


def rgb(colour: str) -> tuple[float, float, float]:
    """`#rrggbb` as three numbers 0..1."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def hexed(colour: Iterable[float]) -> str:
    """Three numbers 0..1 as `#rrggbb`."""
    return "#" + "".join(f"{round(min(max(float(c), 0), 1) * 255):02x}" for c in colour)


def points(text: str) -> list[Point]:
    """Points written as in SVG: `"0,62 14,50 25,54"`."""
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x), float(y)) for x, y in pairs]


def polygon(points: Iterable[Point], fill: str, more: str = "") -> str:
    """A closed shape with straight sides."""
    return f'<path d="M{" L".join(f"{x:.2f},{y:.2f}" for x, y in points)} Z" fill="{fill}" {more}/>'


def path(points: Sequence[Point], closed: bool = False) -> str:
    """Path data of a smooth curve through the points (Catmull-Rom as cubic Béziers)."""
    count = len(points)
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    data = f"M{ring[1][0]:.2f},{ring[1][1]:.2f}"
    for i in range(1, count + (1 if closed else 0)):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ring[i - 1 : i + 3]
        data += f" C{x1 + (x2 - x0) / 6:.2f},{y1 + (y2 - y0) / 6:.2f} {x2 - (x3 - x1) / 6:.2f},{y2 - (y3 - y1) / 6:.2f} {x2:.2f},{y2:.2f}"
    return data + (" Z" if closed else "")


def blob(points: Sequence[Point], fill: str, more: str = "") -> str:
    """A closed smooth shape."""
    return f'<path d="{path(points, closed=True)}" fill="{fill}" {more}/>'


def line(points: Sequence[Point], colour: str, width: float, more: str = "") -> str:
    """A smooth open line of one width."""
    return f'<path d="{path(points)}" fill="none" stroke="{colour}" stroke-width="{width:.2f}" stroke-linecap="round" stroke-linejoin="round" {more}/>'


def tapered(points: Sequence[Point], widths: Sequence[float], fill: str, more: str = "") -> str:
    """A line that swells and thins: `widths` across it at each point."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        (x0, y0), (x1, y1) = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        length = max(float(np.hypot(x1 - x0, y1 - y0)), 1e-6)
        nx, ny = -(y1 - y0) / length * widths[i] / 2, (x1 - x0) / length * widths[i] / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    there, back = path(left), path(right[::-1])
    return f'<path d="{there} L{back[1:]} Z" fill="{fill}" {more}/>'
