"""Eyes, brows, lips and nostrils, drawn where the head carries them."""

from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Skeleton
from vitrine.house.atelier.solids import Vector
from vitrine.house.atelier.vector import Point, blob, line, tapered


@dataclass(frozen=True)
class Features:
    """Colours of a face's features and where it looks: `gaze` moves the irises (to the figure's left, up), metres.

    `parted`: how far the lips stand apart, as much as the head's jaw has sunk; `brow_lift`: how far the brows are raised; metres.
    """

    iris: str = "#4a3826"
    brow: str = "#3a2618"
    lid: str = "#2a1a12"
    white: str = "#ded6c9"
    upper_lip: str = "#8f4038"
    lower_lip: str = "#b3605a"
    mouth: str = "#4a1a18"
    brow_weight: float = 1.0
    open: float = 1.0
    smile: float = 0.0
    gaze: tuple[float, float] = (0.0, 0.0)
    length: float = 1.0
    parted: float = 0.0
    brow_lift: float = 0.0


class _Hand:
    """Turns places on the head into points of the picture."""

    def __init__(self, bones: Skeleton, view: View) -> None:
        self.bones, self.view = bones, view
        frame = bones.frames["head"]
        self.metre = view.scale * bones.size * float(np.linalg.norm(frame[1]))
        self.forward = frame[:, 2] / np.linalg.norm(frame[1])

    def __call__(self, left: float, up: float, ahead: float) -> Point:
        return self.view.pixel(self.bones.local("head", "head", left, up, ahead))

    def run(self, *places: Vector) -> list[Point]:
        return [self(*place) for place in places]

    def faces(self, left: float, ahead: float) -> float:
        """How much a surface that points (left, 0, ahead) turns to the viewer."""
        return float(self.forward[0] * left + self.forward[2] * ahead) / float(np.hypot(left, ahead))


def features(bones: Skeleton, view: View, look: Features) -> str:
    """The features as an SVG fragment in the view's pixels."""
    hand = _Hand(bones, view)
    if hand.forward[2] < 0.05 and abs(hand.forward[0]) < 0.1:
        return ""
    drawn = "".join(_eye(hand, look, side) + _brow(hand, look, side) for side in (1, -1))
    return drawn + _mouth(hand, look) + _nostrils(hand, look)


def _eye(hand: _Hand, look: Features, side: int) -> str:
    """White, iris, lids and lashes of one eye, where it can be seen."""
    if hand.faces(side * 0.50, 0.9) < 0.22:
        return ""
    s, m, w = side, hand.metre, look.open
    inner, outer = (s * 0.0160, 0.0012, 0.0810), (s * 0.0462, 0.0040, 0.0735)
    top: list[Vector] = [
        (s * 0.0225, 0.0012 + 0.0068 * w, 0.0845),
        (s * 0.0305, 0.0015 + 0.0086 * w, 0.0860),
        (s * 0.0395, 0.0020 + 0.0064 * w, 0.0815),
    ]
    low: list[Vector] = [(s * 0.0400, -0.0020, 0.0805), (s * 0.0310, -0.0046, 0.0845), (s * 0.0225, -0.0034, 0.0840)]
    outline = hand.run(inner, *top, outer, *low)
    clip = f"eye{s}{int(outline[0][0] * 10)}"
    shade = [(x, y + 0.0022 * m) for x, y in hand.run(inner, *top, outer)]
    lash = hand.run(inner, *top, outer, (s * 0.0490, 0.0050, 0.0710))
    under = hand.run(outer, *low, inner)
    return "".join(
        [
            f'<clipPath id="{clip}">{blob(outline, "#000")}</clipPath>{blob(outline, look.white)}<g clip-path="url(#{clip})">',
            _iris(hand, look, side),
            line(shade, "#40281c", 0.0042 * m, 'opacity="0.42"'),
            "</g>",
            tapered(lash, [k * m for k in (0.0008, 0.0018, 0.0026, 0.0028, 0.0022, 0.0004)], look.lid),
            tapered(under, [k * m for k in (0.0012, 0.0012, 0.0009, 0.0008, 0.0006)], look.lid, 'opacity="0.55"'),
            _crease(hand, look, side),
            _round(outline[0], 0.0012 * m, 0.0012 * m, "#a8685a"),
        ]
    )


def _round(centre: Point, across: float, down: float, fill: str, more: str = "") -> str:
    return (
        f'<ellipse cx="{centre[0]:.2f}" cy="{centre[1]:.2f}" rx="{across:.2f}" ry="{down:.2f}" fill="{fill}" {more}/>'
    )


def _iris(hand: _Hand, look: Features, side: int) -> str:
    """Iris with its dark rim, pupil, and the light in it."""
    gx, gy = look.gaze
    x, y = hand(side * 0.0308 + gx, 0.0024 + 0.001 * look.open + gy, 0.0855)
    r = 0.0062 * hand.metre
    wide = r * max(hand.faces(side * 0.30, 0.95), 0.3)
    rim = f'stroke="{look.lid}" stroke-width="{0.0012 * hand.metre:.2f}" stroke-opacity="0.7"'
    light = max(0.22 * r, 0.4)
    return (
        _round((x, y), wide, r, look.iris, rim)
        + _round((x, y + 0.3 * r), wide * 0.6, r * 0.5, "#fff", 'opacity="0.16"')
        + _round((x, y), wide * 0.46, r * 0.46, "#120c0a")
        + _round((x - 0.34 * r, y - 0.36 * r), light, light, "#fbf6ea")
    )


def _crease(hand: _Hand, look: Features, side: int) -> str:
    """The fold of the upper lid."""
    s, lift = side, 0.001 * look.open
    fold: list[Vector] = [
        (s * 0.0170, 0.0080, 0.0845),
        (s * 0.0235, 0.0128 + lift, 0.0865),
        (s * 0.0320, 0.0148 + lift, 0.0865),
        (s * 0.0410, 0.0125, 0.0810),
        (s * 0.0480, 0.0078, 0.0735),
    ]
    widths = [k * hand.metre for k in (0.0004, 0.0012, 0.0014, 0.0014, 0.0004)]
    return tapered(hand.run(*fold), widths, "#5a3022", 'opacity="0.55"')


def _brow(hand: _Hand, look: Features, side: int) -> str:
    if hand.faces(side * 0.50, 0.9) < 0.18:
        return ""
    s, m, k, lift = side, hand.metre, look.brow_weight, look.brow_lift
    arch = [
        (s * 0.0130, 0.0212 + 0.8 * lift, 0.0905),
        (s * 0.0220, 0.0262 + lift, 0.0905),
        (s * 0.0350, 0.0290 + lift, 0.0850),
        (s * 0.0455, 0.0262 + 0.9 * lift, 0.0745),
        (s * 0.0535, 0.0200 + 0.5 * lift, 0.0650),
    ]
    soft = tapered(
        hand.run(*arch),
        [0.0042 * m * k, 0.0060 * m * k, 0.0052 * m * k, 0.0034 * m * k, 0.0008 * m],
        look.brow,
        'opacity="0.72"',
    )
    hairs = ""
    for i in range(9):
        t = i / 11
        x, up, z = (np.interp(t, np.linspace(0, 1, 5), [a[j] for a in arch]) for j in range(3))
        tip = (float(x) + s * (0.0025 + 0.0035 * t), float(up) + 0.0040 * (1 - t) - 0.0022 * t, float(z) - 0.003 * t)
        hairs += line(
            hand.run((float(x), float(up) - 0.0015, float(z)), tip), look.brow, 0.0011 * m * k, 'opacity="0.6"'
        )
    return soft + hairs


def _mouth(hand: _Hand, look: Features) -> str:
    """Lips and what is between them: a line, or the dark of an open mouth with the upper teeth."""
    if hand.faces(0, 1) < 0.15:
        return ""
    m, low, gap = hand.metre, look.length, look.parted
    seam, under = _lip_edges(look)
    top = [(x, up * low, ahead) for x, up, ahead in UPPER_LIP]
    bottom = [(x, up * low - gap, ahead - 0.2 * gap) for x, up, ahead in LOWER_LIP]
    upper = blob(hand.run(*seam, *top), look.upper_lip, 'opacity="0.78"')
    lower = blob(hand.run(*under, *bottom), look.lower_lip, 'opacity="0.72"')
    shine = line(
        hand.run((-0.007, -0.0715 * low - gap, 0.0935), (0.003, -0.0725 * low - gap, 0.0945)),
        "#f0c4b4",
        0.0024 * m,
        'opacity="0.45"',
    )
    parting = tapered(
        hand.run(*seam),
        [0.0016 * m, 0.0014 * m, 0.0018 * m, 0.0014 * m, 0.0018 * m, 0.0014 * m, 0.0016 * m],
        look.mouth,
        'opacity="0.85"',
    )
    return lower + upper + shine + (_inside(hand, look) if gap else "") + parting


UPPER_LIP = (
    (0.0135, -0.0625, 0.0900),
    (0.0045, -0.0592, 0.0955),
    (0.0, -0.0606, 0.0960),
    (-0.0045, -0.0592, 0.0955),
    (-0.0135, -0.0625, 0.0900),
)
LOWER_LIP = (
    (0.0140, -0.0735, 0.0890),
    (0.0060, -0.0778, 0.0930),
    (0.0, -0.0785, 0.0938),
    (-0.0060, -0.0778, 0.0930),
    (-0.0140, -0.0735, 0.0890),
)
"""The lips' outer edges of a closed mouth, on a head of length 1."""


def _lip_edges(look: Features) -> tuple[list[Vector], list[Vector]]:
    """The inner edges of upper and lower lip, from the right corner to the left; one and the same where the mouth is closed."""
    low, gap = look.length, look.parted
    corner = -0.0672 * low + 0.004 * look.smile - 0.35 * gap
    wide = 0.0232 + 0.0025 * look.smile - 0.12 * gap
    seam = [
        (-wide, corner, 0.0825),
        (-0.0125, -0.0668 * low, 0.0905),
        (-0.004, -0.0660 * low, 0.0955),
        (0.0, -0.0668 * low, 0.0962),
        (0.004, -0.0660 * low, 0.0955),
        (0.0125, -0.0668 * low, 0.0905),
        (wide, corner, 0.0825),
    ]
    down = (0.0, 0.80, 0.98, 1.0, 0.98, 0.80, 0.0)
    return seam, [(x, up - gap * part, ahead) for (x, up, ahead), part in zip(seam, down, strict=True)]


def _inside(hand: _Hand, look: Features) -> str:
    """The dark of an open mouth and the edge of the upper teeth."""
    seam, under = _lip_edges(look)
    dark = blob(hand.run(*seam, *reversed(under[1:-1])), look.mouth, 'opacity="0.95"')
    depth = min(0.35 * look.parted, 0.0045)
    edge: list[Vector] = [(0.85 * x, up - depth, ahead - 0.004) for x, up, ahead in seam[1:-1]]
    teeth = blob(hand.run(*((0.85 * x, up, ahead - 0.004) for x, up, ahead in seam[1:-1]), *reversed(edge)), look.white)
    return dark + f'<g opacity="0.8">{teeth}</g>'


def _nostrils(hand: _Hand, look: Features) -> str:
    drawn = ""
    for s in (1, -1):
        if hand.faces(s * 0.6, 0.8) > 0.15:
            wing = [(s * 0.0034, -0.0398, 0.1035), (s * 0.0075, -0.0412, 0.1010), (s * 0.0112, -0.0395, 0.0970)]
            m = hand.metre
            drawn += tapered(hand.run(*wing), [0.0012 * m, 0.0036 * m, 0.0014 * m], look.mouth, 'opacity="0.75"')
    return drawn
