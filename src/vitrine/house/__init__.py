"""The house collection: 24 works that Vitrine paints itself, so that there is something to see before a museum imports its own.

Everything is computed from seeds: skeletons posed and clothed, lit as solids, then painted stroke by stroke or cut and
printed. `atelier` holds the tools, `pictures` the works, `catalogue` what their labels say. All of it is CC0.
"""

from vitrine.house.atelier.people import KeyPoint
from vitrine.house.exporting import export
from vitrine.house.painting import paint
from vitrine.house.work import HouseFace, HouseFigure, HouseSensitivity, HouseSubject, HouseWork, works

__all__ = [
    "HouseFace",
    "HouseFigure",
    "HouseSensitivity",
    "HouseSubject",
    "HouseWork",
    "KeyPoint",
    "export",
    "paint",
    "works",
]
