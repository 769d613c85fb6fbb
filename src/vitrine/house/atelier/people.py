"""A person put together, lit and studied: the study that a picture is painted from, and the key points that belong to it."""

from dataclasses import dataclass, field

import msgspec
import numpy as np

from vitrine.house.atelier.body import Build, foot, hand, limbs
from vitrine.house.atelier.features import Features, features
from vitrine.house.atelier.hair import Lock, Style, hair
from vitrine.house.atelier.head import Face, head
from vitrine.house.atelier.light import Light, shade
from vitrine.house.atelier.noise import blur, resize
from vitrine.house.atelier.rays import FAR, Relief, View, look
from vitrine.house.atelier.skeleton import LANDMARKS, Skeleton
from vitrine.house.atelier.solids import Floats, Shape, Vector, floats
from vitrine.house.atelier.vector import over, raster

HIDDEN, SEEN, OUTSIDE = 0.3, 1.0, 0.0
"""Visibility of a key point behind something, in sight, and beyond the picture's edge."""
DEEP = {"hip": 0.17, "shoulder": 0.13, "ear": 0.13}
"""Metres that a joint may lie below the surface in front of it and still count as in sight; the rest: `SHALLOW`."""
SHALLOW = 0.09
EDGE = 0.9
"""Pixels by which a study's silhouettes are softened, so that no stairs are left when they are enlarged."""


class KeyPoint(msgspec.Struct, frozen=True):
    """A BlazePose landmark in the picture: pixels from the upper left corner, and how well it can be seen (0..1)."""

    name: str
    x: float
    y: float
    visibility: float


@dataclass
class Person:
    """A skeleton and everything on it."""

    bones: Skeleton
    shapes: list[Shape]
    look: Features = field(default_factory=Features)


@dataclass
class Study:
    """Persons and things lit in a view. `colour` is as displayed (0..1), features drawn in; `tone` the light alone."""

    relief: Relief
    bare: Floats
    colour: Floats
    tone: Floats
    shapes: list[Shape]
    persons: list[Person]

    @property
    def mask(self) -> Floats:
        """1 where there is something, softened by a pixel."""
        return blur(self.relief.mask.astype(np.float32), EDGE)

    def only(self, *names: str) -> Floats:
        """1 where one of the named shapes is in sight."""
        wanted = [i for i, shape in enumerate(self.shapes) if shape.name in names]
        return blur(np.isin(self.relief.shape, wanted).astype(np.float32), EDGE)


@dataclass(frozen=True)
class Looks:
    """What makes a person besides body and clothes. `grips` (left, right): 0 open hand, 1 fist; no `shoes` means bare feet."""

    face: Face = field(default_factory=Face)
    features: Features = field(default_factory=Features)
    hair: Style | None = "short"
    hair_colour: Vector = (0.10, 0.06, 0.04)
    locks: tuple[Lock, ...] = ()
    shoes: Vector | None = None
    grips: tuple[float, float] = (0.25, 0.25)


def dressed(bones: Skeleton, build: Build, clothes: list[Shape], looks: Looks) -> Person:
    """A person with skin, head, hair, hands, feet and `clothes`."""
    size = bones.size
    feet = [*foot(bones, build, "left", looks.shoes), *foot(bones, build, "right", looks.shoes)]
    hands = [*hand(bones, build, "left", looks.grips[0]), *hand(bones, build, "right", looks.grips[1])]
    shapes = [
        Shape("skin", [*limbs(bones, build), *([] if looks.shoes else feet)], soft=0.012 * size),
        Shape("hands", hands, soft=0.0035 * size),
        *([Shape("feet", feet, soft=0.010 * size)] if looks.shoes else []),
        head(bones, build, looks.face),
        *clothes,
    ]
    if looks.hair:
        shapes.append(hair(bones, looks.hair, looks.hair_colour, looks.locks))
    return Person(bones, shapes, looks.features)


def study(persons: list[Person], view: View, light: Light, things: list[Shape] | None = None) -> Study:
    """Look at the persons and things and light them; faces get their features where nothing hides them."""
    shapes = [shape for person in persons for shape in person.shapes] + (things or [])
    relief = look(shapes, view)
    linear, tone = shade(relief, shapes, light)
    bare = shown(linear)
    result = Study(relief, bare, bare, tone, shapes, persons)
    result.colour = with_features(result, view.width, view.height)
    return result


def with_features(of: Study, width: int, height: int, strength: float = 0.92) -> Floats:
    """The study's colours at another size with the faces' features drawn in, dimmed where the face is in shade."""
    view = of.relief.view
    same = (view.width, view.height) == (width, height)
    colour = of.bare if same else resize(of.bare, width, height)
    dim = np.clip((of.tone if same else resize(of.tone, width, height)) * 1.15, 0.35, 1.0)[..., None]
    for person in of.persons:
        drawn = features(person.bones, view, person.look)
        if drawn:
            layer = raster(drawn, width, height, (view.width, view.height))
            own = {id(shape) for shape in person.shapes if shape.name == "head"}
            heads = [i for i, shape in enumerate(of.shapes) if id(shape) in own]
            visible = blur(np.isin(of.relief.shape, heads).astype(np.float32), 0.5)
            layer[..., 3] *= visible if same else enlarged(visible, width, height)
            layer[..., :3] *= dim
            colour = over(colour, layer, strength)
    return colour.astype(np.float32)


def shown(linear: Floats) -> Floats:
    """Linear light as displayed, with a soft shoulder instead of burnt highlights."""
    soft = np.where(linear > 0.6, 0.6 + 0.4 * np.tanh((linear - 0.6) / 0.4), linear)
    return floats(np.power(np.clip(soft, 0, 1), 1 / 2.2))


def key_points(person: Person, relief: Relief, width: int, height: int) -> tuple[KeyPoint, ...]:
    """The 33 landmarks of a person, in pixels of a picture of `width` x `height` that shows the whole view."""
    points, view = [], relief.view
    for name in LANDMARKS:
        place = person.bones.landmark(name)
        x, y = view.pixel(place)
        inside = 0 <= x < view.width and 0 <= y < view.height
        visibility = _visibility(name, float(place[2]), float(relief.depth[int(y), int(x)])) if inside else OUTSIDE
        points.append(KeyPoint(name, round(x * width / view.width, 1), round(y * height / view.height, 1), visibility))
    return tuple(points)


def _visibility(name: str, depth: float, front: float) -> float:
    """Whether a landmark `depth` metres towards the viewer can be seen where the foremost surface is at `front`."""
    allowed = next((value for part, value in DEEP.items() if part in name), SHALLOW)
    return HIDDEN if front > FAR and front - depth > allowed else SEEN


def enlarged(plane: Floats, width: int, height: int) -> Floats:
    """A study's plane at the picture's size, its edges crisp again after stretching."""
    large = resize(plane, width, height)
    return large if plane.ndim == 3 else np.clip((large - 0.5) * 3 + 0.5, 0, 1)
