/** Where the parts of a face lie in its mesh, and planes that say which pixels they cover. */
import type { Plane, Size } from "./planes";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The outline of the mesh, around the face. */
export const OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;

const LEFT_EYE = [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466] as const;
const RIGHT_EYE = [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246] as const;
const LEFT_BROW = [276, 283, 282, 295, 285, 336, 296, 334, 293, 300] as const;
const RIGHT_BROW = [46, 53, 52, 65, 55, 107, 66, 105, 63, 70] as const;
const LIPS = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185] as const;
const NOSTRILS = [98, 97, 2, 326, 327, 294, 278, 344, 440, 275, 4, 45, 220, 115, 48, 64] as const;

/** Eyes, brows, lips and nostrils: what is drawn on a face, and is not skin. */
const FEATURES = [LEFT_EYE, RIGHT_EYE, LEFT_BROW, RIGHT_BROW, LIPS, NOSTRILS];

/** How much of the face lies within the seam: the outline of the mesh runs over hair and background in places. */
const INSET = 0.07;

/** The forehead's outline runs into the hair: there the seam keeps further away. */
const INSET_ABOVE = 0.14;

/** The outline within which a face is painted in: the oval, drawn in towards the middle, and further at the forehead. */
export function seam(points: readonly Place[]): Place[] {
  const outline = OVAL.map((one) => points[one]!);
  const middle = centre(outline);
  const top = points[10]!;
  const chin = points[152]!;
  const height = Math.hypot(top.x - chin.x, top.y - chin.y);
  const up = { x: (top.x - chin.x) / height, y: (top.y - chin.y) / height };
  return outline.map((point) => {
    const above = ((point.x - middle.x) * up.x + (point.y - middle.y) * up.y) / (height / 2);
    const inset = INSET + (INSET_ABOVE - INSET) * Math.min(Math.max(above, 0), 1);
    return towards(point, middle, inset);
  });
}

/** The outlines of what is drawn on a face, grown by a share of their size so that lashes and shadows are within. */
export function features(points: readonly Place[], growth: number): Place[][] {
  return FEATURES.map((feature) => {
    const outline = feature.map((one) => points[one]!);
    const middle = centre(outline);
    const width = Math.max(...outline.map((p) => p.x)) - Math.min(...outline.map((p) => p.x));
    return outline.map((point) => {
      const length = Math.hypot(point.x - middle.x, point.y - middle.y) + 1e-6;
      return towards(point, middle, -(growth * width) / length);
    });
  });
}

/** The distance of the outer corners of the eyes or the height of the middle of the face, whichever says more: its size in pixels. */
export function faceWidth(points: readonly Place[]): number {
  const eyes = Math.hypot(points[33]!.x - points[263]!.x, points[33]!.y - points[263]!.y);
  const height = Math.hypot(points[10]!.x - points[152]!.x, points[10]!.y - points[152]!.y);
  return Math.max(eyes * 1.55, height * 0.78);
}

/** One where a pixel's middle lies within one of the polygons, nothing elsewhere. */
export function covered(polygons: readonly (readonly Place[])[], { width, height }: Size): Plane {
  const plane = new Float32Array(width * height);
  for (const polygon of polygons) {
    for (let y = 0; y < height; y++) {
      const cuts: number[] = [];
      for (let i = 0; i < polygon.length; i++) {
        const [p, q] = [polygon[i]!, polygon[(i + 1) % polygon.length]!];
        if (p.y <= y !== q.y <= y) cuts.push(p.x + ((y - p.y) / (q.y - p.y)) * (q.x - p.x));
      }
      cuts.sort((first, second) => first - second);
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const end = Math.min(Math.floor(cuts[i + 1]!), width - 1);
        for (let x = Math.max(Math.ceil(cuts[i]!), 0); x <= end; x++) plane[y * width + x] = 1;
      }
    }
  }
  return plane;
}

function centre(points: readonly Place[]): Place {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function towards(point: Place, middle: Place, share: number): Place {
  return { x: point.x + (middle.x - point.x) * share, y: point.y + (middle.y - point.y) * share };
}
