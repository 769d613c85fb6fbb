"""Hair as soft masses with strands: the styles the figures wear."""

from typing import Literal

import numpy as np

from vitrine.house.atelier.body import HEAD, Sculptor
from vitrine.house.atelier.skeleton import Skeleton
from vitrine.house.atelier.solids import Displacement, Floats, Shape, Vector

Style = Literal["short", "cropped", "bob", "bun", "tail", "curls", "long", "parted"]

Lock = tuple[Vector, Vector, float, float]
"""A mass of hair between two places in the head's own directions, with its radii, metres."""

_CAP: list[Lock] = [
    ((0, 0.050, -0.030), (0, 0.056, 0.010), 0.082, 0.076),
    ((0, 0.010, -0.046), (0, -0.030, -0.046), 0.070, 0.056),
    ((-0.064, 0.034, 0.006), (-0.070, 0.004, 0.002), 0.020, 0.012),
    ((0.064, 0.034, 0.006), (0.070, 0.004, 0.002), 0.020, 0.012),
]

_STYLES: dict[Style, list[Lock]] = {
    "cropped": _CAP,
    "short": [
        *_CAP,
        ((-0.030, 0.108, 0.030), (0.040, 0.104, 0.052), 0.030, 0.024),
        ((0.040, 0.104, 0.052), (0.066, 0.064, 0.046), 0.024, 0.014),
        ((-0.030, 0.108, 0.030), (-0.062, 0.072, 0.040), 0.028, 0.014),
    ],
    "bob": [
        *_CAP,
        *(((s * 0.030, 0.108, 0.036), (s * 0.072, 0.030, 0.030), 0.026, 0.022) for s in (-1, 1)),
        *(((s * 0.072, 0.030, 0.026), (s * 0.070, -0.066, 0.014), 0.026, 0.026) for s in (-1, 1)),
        *(((s * 0.060, 0.020, -0.036), (s * 0.056, -0.078, -0.030), 0.044, 0.036) for s in (-1, 1)),
        ((-0.028, 0.100, 0.058), (0.050, 0.072, 0.066), 0.018, 0.012),
    ],
    "bun": [
        *_CAP,
        *(((s * 0.018, 0.112, 0.040), (s * 0.068, 0.040, 0.026), 0.022, 0.020) for s in (-1, 1)),
        *(((s * 0.068, 0.040, 0.026), (s * 0.060, -0.016, -0.030), 0.018, 0.022) for s in (-1, 1)),
        ((0, 0.060, -0.112), (0, 0.070, -0.130), 0.040, 0.040),
    ],
    "tail": [
        *_CAP,
        *(((s * 0.018, 0.112, 0.040), (s * 0.068, 0.040, 0.024), 0.022, 0.016) for s in (-1, 1)),
        ((0, 0.066, -0.104), (0, 0.074, -0.124), 0.028, 0.026),
    ],
    "curls": [
        *_CAP,
        *(
            (
                (0.086 * float(np.cos(a)), 0.052 + 0.064 * float(np.sin(a)), z),
                (0.088 * float(np.cos(a)), 0.050 + 0.066 * float(np.sin(a)), z),
                r,
                r,
            )
            for a, z, r in [
                (0.0, 0.02, 0.028),
                (0.5, 0.03, 0.032),
                (1.1, 0.045, 0.033),
                (1.6, 0.05, 0.034),
                (2.1, 0.045, 0.033),
                (2.7, 0.03, 0.032),
                (3.14, 0.02, 0.028),
            ]
        ),
        *(((s * 0.074, 0.0, -0.03), (s * 0.070, -0.03, -0.03), 0.036, 0.030) for s in (-1, 1)),
        *(((s * 0.035, 0.090, 0.062), (s * 0.036, 0.088, 0.062), 0.022, 0.022) for s in (-1, 1)),
    ],
    "parted": [
        *_CAP,
        *(((s * 0.010, 0.116, 0.034), (s * 0.050, 0.084, 0.050), 0.020, 0.022) for s in (-1, 1)),
        *(((s * 0.050, 0.084, 0.050), (s * 0.074, 0.034, 0.030), 0.022, 0.020) for s in (-1, 1)),
        *(((s * 0.074, 0.034, 0.030), (s * 0.076, -0.014, 0.000), 0.020, 0.021) for s in (-1, 1)),
        *(((s * 0.076, -0.014, 0.000), (s * 0.045, -0.040, -0.060), 0.021, 0.030) for s in (-1, 1)),
        ((0, 0.010, -0.110), (0, 0.016, -0.122), 0.042, 0.042),
    ],
    "long": [
        *_CAP,
        *(((s * 0.014, 0.118, 0.040), (s * 0.074, 0.036, 0.036), 0.022, 0.022) for s in (-1, 1)),
        *(((s * 0.074, 0.036, 0.030), (s * 0.080, -0.090, 0.010), 0.024, 0.028) for s in (-1, 1)),
        *(((s * 0.080, -0.090, 0.010), (s * 0.088, -0.200, 0.020), 0.028, 0.018) for s in (-1, 1)),
        *(((s * 0.050, 0.0, -0.040), (s * 0.056, -0.180, -0.040), 0.050, 0.040) for s in (-1, 1)),
    ],
}


def hair(bones: Skeleton, style: Style, colour: Vector, extra: tuple[Lock, ...] = ()) -> Shape:
    """Hair in one of the styles; `extra` adds locks, given in the head's own directions like the rest."""
    s = Sculptor(bones, colour, head=True)
    for a, b, ra, rb in [*_STYLES[style], *extra]:
        s.at(HEAD, a, b, (ra, rb), colour=colour)
    push = _strands(bones, (0.005 if style == "curls" else 0.0009) * bones.size, style == "curls")
    return Shape(
        "hair", s.solids, soft=0.010 * bones.size, push=push, gloss=0.10, push_reach=0.004, cut=_hairline(bones, style)
    )


def _hairline(bones: Skeleton, style: Style) -> Displacement:
    """Cuts the hair clear of the face: an arch over the forehead, or the two sides of a parting."""
    high, steep = _HAIRLINES.get(style, (0.074, 0.12))

    def inside(points: Floats) -> Floats:
        left, up, ahead = bones.in_head(points).T
        aside = np.abs(left)
        arch = high - steep * aside - 0.035 * (aside / 0.064) ** 4
        clear: Floats = np.minimum(np.minimum(arch - up, ahead - 0.012), 0.070 - aside) * np.float32(bones.head_size)
        return clear

    return inside


_HAIRLINES: dict[Style, tuple[float, float]] = {
    "parted": (0.103, 0.95),
    "bun": (0.086, 0.35),
    "tail": (0.086, 0.35),
    "long": (0.098, 0.8),
}
"""How high the forehead is bare in the middle, metres above the eyes, and how steeply that falls to the sides; the rest: a low arch."""


def beard(bones: Skeleton, colour: Vector, length: float = 1.0) -> Shape:
    """A full beard along the jaw and a moustache."""
    s = Sculptor(bones, colour, head=True)
    drop = 0.020 * length
    locks: list[Lock] = [((0, -0.101, 0.062), (0, -0.108 - drop, 0.066), 0.021, 0.017)]
    for side in (1, -1):
        locks += [
            ((side * 0.064, -0.012, 0.006), (side * 0.054, -0.056, 0.022), 0.012, 0.024),
            ((side * 0.055, -0.056, 0.020), (side * 0.026, -0.098 - drop / 2, 0.052), 0.023, 0.025),
            ((side * 0.003, -0.0505, 0.095), (side * 0.027, -0.0615, 0.080), 0.0062, 0.0052),
            ((side * 0.029, -0.064, 0.077), (side * 0.033, -0.086, 0.064), 0.0075, 0.013),
        ]
    for a, b, ra, rb in locks:
        s.at(HEAD, a, b, (ra, rb), colour=colour)
    return Shape(
        "beard", s.solids, soft=0.009 * bones.size, push=_strands(bones, 0.0018 * bones.size, False), push_reach=0.004
    )


def _strands(bones: Skeleton, depth: float, curly: bool) -> Displacement:
    """Grooves that fan out from the crown; curls are bumps instead."""

    def push(points: Floats) -> Floats:
        x, y, z = bones.in_head(points).T
        if curly:
            waves = np.sin(190 * x + 2 * np.sin(140 * y)) * np.sin(180 * y + 2 * np.sin(150 * z))
            bumps: Floats = depth * waves * np.sin(170 * z + 1)
            return bumps
        angle = np.arctan2(x, z + 0.01) + 0.22 * np.sin(30 * y)
        grooves: Floats = depth * (0.5 * np.sin(31 * angle + 40 * y) + 0.5 * np.sin(73 * angle - 25 * y + 2))
        return grooves

    return push


def peaked_cap(bones: Skeleton, colour: Vector, band: Vector) -> Shape:
    """A sailor's cap with a short peak."""
    s = Sculptor(bones, colour, head=True)
    s.at(HEAD, (0, 0.098, -0.020), (0, 0.104, 0.020), (0.092, 0.088), flat=1.9, axis=1)
    for degrees in range(0, 360, 30):
        turn, more = np.radians(degrees), np.radians(degrees + 30)
        a = (0.080 * float(np.sin(turn)), 0.070, -0.006 + 0.094 * float(np.cos(turn)))
        b = (0.080 * float(np.sin(more)), 0.070, -0.006 + 0.094 * float(np.cos(more)))
        s.at(HEAD, a, b, (0.017, 0.017), flat=1.0, colour=band)
    s.at(HEAD, (-0.032, 0.058, 0.104), (0.032, 0.058, 0.104), (0.042, 0.042), flat=5.0, axis=1, colour=band)
    return Shape("cap", s.solids, soft=0.006 * bones.size, gloss=0.12)
