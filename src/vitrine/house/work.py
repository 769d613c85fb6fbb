"""The works of the house collection: what a label, a register and a program want to know about each."""

from functools import cache
from importlib.resources import files

import msgspec

from vitrine.house.atelier.people import KeyPoint
from vitrine.house.terms import TECHNIQUES, TYPES

MAKER = "Vitrine workshop (computer-painted)"
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
ALGORITHMIC = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
"""IPTC digital source type of what a program makes by rules, without a trained model."""


class HouseSubject(msgspec.Struct, frozen=True):
    """What a work shows, in three languages; `uri` an Iconclass notation or a Getty AAT concept, blank where none is certain."""

    en: str
    it: str
    de: str
    uri: str = ""


class HouseSensitivity(msgspec.Struct, frozen=True):
    """Why a record needs care, in the words of `vitrine.records.Sensitivity`."""

    kind: str
    note: str


class HouseFigure(msgspec.Struct, frozen=True):
    """The key points of one figure: the 33 BlazePose landmarks in pixels of the picture at its own size."""

    points: tuple[KeyPoint, ...]


class HouseFace(msgspec.Struct, frozen=True):
    """The points of one face, (x, y, z) in pixels of the picture at its own size: the 468 of MediaPipe's face mesh.

    The shipped model found them and a person looked at them (`tools/house_faces.py`).
    """

    points: tuple[tuple[float, float, float], ...]


class HouseWork(msgspec.Struct, frozen=True):
    """One work. Titles, labels and alternative texts by language (`en`, `it`, `de`); `size` is (width, height) in pixels.

    `flaw` names what its record in the export lacks on purpose and `poor` says it in a line; both blank for the rest.
    """

    id: str
    accession: str
    date: str
    size: tuple[int, int]
    type: str
    technique: str
    titles: dict[str, str] = msgspec.field(name="title")
    alts: dict[str, str] = msgspec.field(name="alt")
    labels: dict[str, str] = msgspec.field(name="label")
    subjects: tuple[HouseSubject, ...] = msgspec.field(name="subject")
    maker: str = MAKER
    rights: str = CC0
    rights_note: str = ""
    source_type: str = ALGORITHMIC
    former_title: str = ""
    sensitivity: HouseSensitivity | None = None
    flaw: str = ""
    poor: str = ""
    figures: tuple[HouseFigure, ...] = ()
    faces: tuple[HouseFace, ...] = ()

    @property
    def type_uri(self) -> str:
        """The kind of work in the Getty Art & Architecture Thesaurus."""
        return TYPES[self.type][0]

    @property
    def types(self) -> dict[str, str]:
        """The kind of work by language."""
        return TYPES[self.type][1]

    @property
    def techniques(self) -> dict[str, str]:
        """The technique by language: a digital one, in the manner of another."""
        return TECHNIQUES[self.technique]


@cache
def works() -> tuple[HouseWork, ...]:
    """The 24 works in the order of their numbers."""
    room = files("vitrine.house")
    figures = msgspec.json.decode((room / "keypoints.json").read_bytes(), type=dict[str, tuple[HouseFigure, ...]])
    faces = msgspec.json.decode((room / "faces.json").read_bytes(), type=dict[str, tuple[HouseFace, ...]])
    found = []
    for sheet in sorted((room / "catalogue").iterdir(), key=lambda entry: entry.name):
        if sheet.name.endswith(".toml"):
            key = sheet.name.removesuffix(".toml")
            record = msgspec.toml.decode(sheet.read_bytes()) | {
                "id": key,
                "figures": msgspec.to_builtins(figures.get(key, ())),
                "faces": msgspec.to_builtins(faces.get(key, ())),
            }
            found.append(msgspec.convert(record, HouseWork))
    return tuple(found)


def work(work_id: str) -> HouseWork:
    """The work with this id; KeyError names the ids there are."""
    for candidate in works():
        if candidate.id == work_id:
            return candidate
    raise KeyError(f"No work {work_id!r} in the house collection; there are {works()[0].id} to {works()[-1].id}.")
