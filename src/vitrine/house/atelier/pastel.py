"""Soft pastel on toned paper: dry strokes that catch on the paper's tooth and leave its colour standing between them."""

from dataclasses import replace

import numpy as np

from vitrine.house.atelier.brush import Brush, Canvas, flow, mix_angles
from vitrine.house.atelier.noise import blur
from vitrine.house.atelier.oil import STRANDS, Hand, accents, close_up, edges_of
from vitrine.house.atelier.people import Study, enlarged
from vitrine.house.atelier.solids import Floats

SIDE = Brush(54, 190, cover=0.62, dry=0.75, bow=0.05, spacing=0.62, wander=0.16, vary=0.03, warm=0.02)
CHALK = Brush(20, 110, cover=0.72, dry=0.75, bow=0.10, spacing=0.85, wander=0.14, vary=0.035, warm=0.03)
FORM = Brush(13, 56, cover=0.80, dry=0.55, bow=0.14, spacing=0.62, wander=0.12, vary=0.022, warm=0.018)
BROAD_FORM = replace(FORM, width=24, length=90, cover=0.9)
LINE = Brush(7, 26, cover=0.9, dry=0.35, spacing=0.60, wander=0.10, vary=0.012, warm=0.008)
POINT = Brush(5, 13, cover=0.92, dry=0.2, spacing=0.55, wander=0.1, vary=0.008, warm=0.004)


def tooth(paint: Canvas, rough: float = 0.6) -> Floats:
    """Where the paper takes pastel (0..1): its ridges."""
    relief = paint.field.grain(2.6 * paint.unit) * 0.8 + paint.field.clouds(30 * paint.unit, 2) * 0.5
    return np.clip(0.78 + rough * relief * 0.42, 0.06, 1).astype(np.float32)


def ground(paint: Canvas, scene: Floats, angle: Floats, paper: Floats, thin: float = 0.9) -> None:
    """The surroundings: the side of the stick first, then hatching, then what has edges; `thin` is the share laid."""
    share = np.full((4, 4), thin, np.float32)
    paint.cover(scene, angle, SIDE, where=share, mask=paper)
    paint.cover(scene, angle, CHALK, where=share * 0.85, mask=paper)
    contrast = np.hypot(*np.gradient(blur(scene.mean(-1), 1.0))).astype(np.float32)
    paint.cover(scene, flow(scene, 2, angle), FORM, where=np.clip(blur(contrast, 3) * 40, 0, 0.9), mask=paper)


def figure(paint: Canvas, study: Study, scene: Floats, paper: Floats, hand: Hand) -> None:
    """What is solid, hatched along its form; `hand.careful` shapes rubbed smoother and drawn with the point."""
    body, rubbed = enlarged(study.mask, paint.width, paint.height), np.sqrt(paper)
    angle = mix_angles(study.relief.grain, flow(study.tone, 5, study.relief.grain), 0.5)
    paint.cover(scene, angle, BROAD_FORM, mask=body * rubbed)
    paint.cover(scene, angle, FORM, mask=body * paper)
    along = flow(scene, 1.5, angle)
    paint.cover(scene, along, LINE, where=np.maximum(edges_of(scene), 0.10) * study.mask, mask=body * rubbed)
    hair = study.only("hair")
    strands = flow(study.tone, 2.5, angle)
    paint.cover(scene, strands, STRANDS, where=hair, mask=enlarged(hair, paint.width, paint.height) * rubbed)
    near = np.clip(blur(study.only(*hand.careful), 1.5) * 2, 0, 1)
    mask = enlarged(near, paint.width, paint.height) * body * rubbed
    sharp = close_up(scene, study) if hand.portrait else scene
    paint.cover(sharp, flow(sharp, 2.5, 0.5) if hand.portrait else along, POINT, where=near, mask=mask)
    if hand.portrait:
        accents(paint, study)


def finished(paint: Canvas) -> Floats:
    """The sheet with a breath of dust in its grain; pastel has no ridges to catch the light."""
    dust = 1 + 0.012 * paint.field.grain(1.8 * paint.unit)
    return np.clip(paint.colour * dust[..., None], 0, 1).astype(np.float32)
