"""A poster alphabet of straight strokes and arcs, drawn with one pen: no font is needed."""

from dataclasses import dataclass

from vitrine.house.atelier.vector import Point

_GLYPHS: dict[str, tuple[float, str]] = {
    "A": (0.78, "M0,1 L.39,0 L.78,1 M.13,.68 L.65,.68"),
    "B": (0.58, "M0,0 L0,1 L.30,1 A.27,.27 0 0 0 .30,.46 L0,.46 M0,0 L.27,0 A.23,.23 0 0 1 .27,.46"),
    "C": (0.80, "M.80,.16 A.5,.5 0 1 0 .80,.84"),
    "D": (0.74, "M0,0 L0,1 L.24,1 A.5,.5 0 0 0 .24,0 Z"),
    "E": (0.50, "M.50,0 L0,0 L0,1 L.50,1 M0,.48 L.42,.48"),
    "F": (0.48, "M.48,0 L0,0 L0,1 M0,.48 L.40,.48"),
    "G": (0.86, "M.80,.16 A.5,.5 0 1 0 .86,.62 L.54,.62"),
    "H": (0.66, "M0,0 L0,1 M.66,0 L.66,1 M0,.48 L.66,.48"),
    "I": (0.0, "M0,0 L0,1"),
    "J": (0.40, "M.40,0 L.40,.76 A.22,.22 0 0 1 0,.80"),
    "K": (0.60, "M0,0 L0,1 M.58,0 L0,.56 M.18,.40 L.60,1"),
    "L": (0.44, "M0,0 L0,1 L.44,1"),
    "M": (0.86, "M0,1 L.06,0 L.43,.72 L.80,0 L.86,1"),
    "N": (0.70, "M0,1 L0,0 L.70,1 L.70,0"),
    "O": (1.0, "M.5,0 A.5,.5 0 1 1 .499,0 Z"),
    "P": (0.54, "M0,1 L0,0 L.27,0 A.27,.27 0 0 1 .27,.54 L0,.54"),
    "Q": (1.0, "M.5,0 A.5,.5 0 1 1 .499,0 Z M.60,.66 L.98,1.04"),
    "R": (0.56, "M0,1 L0,0 L.27,0 A.27,.27 0 0 1 .27,.54 L0,.54 M.26,.54 L.56,1"),
    "S": (0.54, "M.52,.16 A.25,.25 0 1 0 .27,.48 A.26,.26 0 1 1 .02,.82"),
    "T": (0.60, "M0,0 L.60,0 M.30,0 L.30,1"),
    "U": (0.64, "M0,0 L0,.68 A.32,.32 0 0 0 .64,.68 L.64,0"),
    "V": (0.72, "M0,0 L.36,1 L.72,0"),
    "W": (1.04, "M0,0 L.26,1 L.52,.12 L.78,1 L1.04,0"),
    "X": (0.66, "M0,0 L.66,1 M.66,0 L0,1"),
    "Y": (0.66, "M0,0 L.33,.48 L.66,0 M.33,.48 L.33,1"),
    "Z": (0.60, "M0,0 L.60,0 L0,1 L.60,1"),
    "0": (0.72, "M.36,0 A.36,.5 0 1 1 .359,0 Z"),
    "1": (0.20, "M0,.16 L.20,0 L.20,1"),
    "2": (0.54, "M.02,.22 A.26,.26 0 1 1 .46,.44 L0,1 L.54,1"),
    "6": (0.58, "M.46,0 L.06,.54 M.29,.42 A.29,.29 0 1 1 .289,.42 Z"),
    "'": (0.0, "M0,0 L0,.20"),
    "·": (0.0, "M0,.46 L0,.54"),
    "-": (0.30, "M0,.52 L.30,.52"),
}
_BEARING = {
    "I": 0.05,
    "T": -0.07,
    "L": -0.05,
    "A": -0.06,
    "V": -0.06,
    "O": -0.03,
    "F": -0.02,
    "·": 0.16,
    "'": 0.06,
    "1": 0.03,
}
"""Space a letter keeps on each side beyond the common gap, so that the gaps look alike, in letter heights."""
SPACE = 0.42
"""Width of a word space, in letter heights."""


@dataclass(frozen=True)
class Type:
    """Height of the capitals, the pen's stroke and the width a line fills exactly; all in user units."""

    height: float
    pen: float
    width: float


def lettering(text: str, at: Point, size: Type) -> str:
    """`text` in black capitals from the upper left corner `at`, as an SVG fragment.

    Characters that are not in the alphabet raise KeyError: a poster with a letter missing must not be printed.
    """
    bearing = [_BEARING.get(char, 0.0) for char in text]
    bearing[0] = bearing[-1] = 0.0
    advance = [SPACE if char == " " else _GLYPHS[char][0] + 2 * side for char, side in zip(text, bearing, strict=True)]
    gap = (size.width - size.pen - sum(advance) * size.height) / max(len(text) - 1, 1)
    x, y = at[0] + size.pen / 2, at[1]
    parts = []
    for char, side, wide in zip(text, bearing, advance, strict=True):
        if char != " ":
            place = f"translate({x + side * size.height:.3f} {y:.3f}) scale({size.height:.4f})"
            parts.append(
                f'<path transform="{place}" d="{_GLYPHS[char][1]}" stroke-width="{size.pen / size.height:.4f}"/>'
            )
        x += wide * size.height + gap
    return f'<g fill="none" stroke="#000" stroke-linejoin="miter" stroke-miterlimit="8">{"".join(parts)}</g>'
