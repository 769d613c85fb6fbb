"""Oil on canvas: a toned ground, broad strokes for the room, smaller ones for the figure, the smallest for face and hands."""

from dataclasses import dataclass, replace

import numpy as np

from vitrine.house.atelier.brush import Brush, Canvas, flow, mix_angles, raking
from vitrine.house.atelier.features import features
from vitrine.house.atelier.noise import blur, resize
from vitrine.house.atelier.people import Study, enlarged, with_features
from vitrine.house.atelier.solids import Floats
from vitrine.house.atelier.vector import over, raster

BROAD = Brush(80, 260, cover=0.92, spacing=0.54, wander=0.35, vary=0.03)
MIDDLE = Brush(46, 150, cover=0.8, dry=0.6, spacing=0.75, wander=0.4, vary=0.03)
BODY = Brush(30, 100, cover=0.95, spacing=0.5, wander=0.2, vary=0.028)
FORM = Brush(15, 58, cover=0.85, spacing=0.6, wander=0.15, vary=0.02, warm=0.015)
EDGES = Brush(9, 30, cover=0.85, dry=0.3, spacing=0.6, wander=0.1, vary=0.012, warm=0.008)
STRANDS = Brush(6, 52, cover=0.75, dry=0.5, bow=0.3, spacing=0.8, wander=0.06, vary=0.05, warm=0.02)
FINE = Brush(5, 15, cover=0.9, dry=0.2, spacing=0.55, wander=0.1, vary=0.008, warm=0.004)


@dataclass(frozen=True)
class Hand:
    """How a painter works: factors on stroke size and liveliness, the weave of the canvas, the light on the ridges; `careful` shapes get the finest brush.

    In a `portrait` the faces are gone over once more, at twice the study's size.
    """

    size: float = 1.0
    lively: float = 1.0
    weave: float = 0.10
    ridges: float = 0.22
    careful: tuple[str, ...] = ("head", "hands")
    portrait: bool = False

    def brush(self, brush: Brush) -> Brush:
        """The brush in this hand."""
        lively = {name: getattr(brush, name) * self.lively for name in ("vary", "warm", "wander")}
        return replace(brush, width=brush.width * self.size, length=brush.length * self.size, **lively)


def composed(ground: Floats, study: Study) -> Floats:
    """The figure of a study on its ground."""
    return (ground + (study.colour - ground) * study.mask[..., None]).astype(np.float32)


def room(paint: Canvas, ground: Floats, angle: Floats, hand: Hand) -> None:
    """The surroundings in two layers of broad strokes, the second open enough for the first to show."""
    paint.cover(ground, angle, hand.brush(BROAD))
    paint.cover(ground, angle, hand.brush(MIDDLE), where=np.full((4, 4), 0.75, np.float32))


def figure(paint: Canvas, study: Study, scene: Floats, hand: Hand) -> None:
    """Everything solid in the study, from the broad to the fine."""
    body = enlarged(study.mask, paint.width, paint.height)
    angle = mix_angles(study.relief.grain, flow(study.tone, 5, study.relief.grain), 0.35)
    paint.cover(scene, angle, hand.brush(BODY), mask=body)
    paint.cover(scene, angle, hand.brush(FORM), mask=body)
    along = flow(scene, 1.5, angle)
    paint.cover(scene, along, hand.brush(EDGES), where=np.maximum(edges_of(scene), 0.12) * study.mask, mask=body)
    hair = study.only("hair", "beard")
    if hair.max() > 0.5:
        strands = flow(study.tone, 2.5, angle)
        paint.cover(scene, strands, STRANDS, where=hair, mask=enlarged(hair, paint.width, paint.height))
    near = np.clip(blur(study.only(*hand.careful), 1.5) * 2, 0, 1)
    if near.max() > 0.5:
        mask = enlarged(near, paint.width, paint.height) * body
        sharp = close_up(scene, study) if hand.portrait else scene
        paint.cover(sharp, flow(sharp, 2.5, 0.4) if hand.portrait else along, FINE, where=near, mask=mask)
        if hand.portrait:
            accents(paint, study)


def edges_of(scene: Floats) -> Floats:
    """Where a scene changes, 0..1, a little widened: there smaller strokes go."""
    contrast = np.hypot(*np.gradient(blur(scene.mean(-1), 0.7)))
    return np.clip(blur(contrast.astype(np.float32), 1) * 16, 0, 1)


def close_up(scene: Floats, study: Study) -> Floats:
    """The scene at twice its size, the faces' features drawn at that size."""
    w, h = scene.shape[1] * 2, scene.shape[0] * 2
    shown = enlarged(study.only("head"), w, h)[..., None]
    return (resize(scene, w, h) * (1 - shown) + with_features(study, w, h) * shown).astype(np.float32)


def accents(paint: Canvas, study: Study, strength: float = 0.45) -> None:
    """The last touches: eyes, brows and lips gone over lightly at full size, in the part of the canvas where the heads are."""
    view, factor = study.relief.view, paint.width / study.relief.view.width
    heads = study.only("head")
    rows, columns = np.flatnonzero(heads.max(1) > 0.5), np.flatnonzero(heads.max(0) > 0.5)
    if not rows.size:
        return
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    across, down = int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1
    left, top = round(columns[0] * factor), round(rows[0] * factor)
    right, bottom = min(left + round(across * factor), paint.width), min(top + round(down * factor), paint.height)
    box = np.s_[:, top:bottom, left:right]
    mask = enlarged(heads[part], right - left, bottom - top)
    dim = np.clip(resize(study.tone[part], right - left, bottom - top) * 1.15, 0.35, 1.0)[..., None]
    for person in study.persons:
        drawn = f'<g transform="translate({-columns[0]} {-rows[0]})">{features(person.bones, view, person.look)}</g>'
        layer = raster(drawn, right - left, bottom - top, (across, down))
        layer[..., 3] *= mask * np.float32(strength)
        layer[..., :3] *= dim
        below = np.moveaxis(paint.paint[:3][box], 0, -1)
        paint.paint[:3][box] = np.moveaxis(over(below, layer), -1, 0)


def finished(paint: Canvas, hand: Hand) -> Floats:
    """The dry painting in raking light."""
    return raking(paint.paint, paint.field.weave() * np.float32(hand.weave), hand.ridges)
