/** A visitor's face painted into a portrait: shape, light, surface, seam. Only numbers: it runs in a worker or anywhere. */
import { blended } from "./blend";
import { type Lab, type Picture, toLab, writeLab } from "./colour";
import { relit, shade, shadeOf } from "./light";
import { uncovered } from "./masks";
import { type Plane, type Size, blurred } from "./planes";
import { covered, faceWidth, features, seam } from "./shape";
import { brushed, craquelure } from "./surface";
import { warp } from "./warp";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Areas of a picture, in its pixels. */
export type Areas = readonly (readonly { readonly x: number; readonly y: number }[])[];

/** A picture, the 468 points of the face in it, and what is known to stand in front of the face: hands. */
export interface Sitter {
  readonly picture: Picture;
  readonly face: readonly Point[];
  readonly inFront: Areas;
}

export interface Composed {
  /** The portrait where it was painted on, transparent where it was not touched. */
  readonly picture: Picture;
  /** The share of the painted face that the visitor's own face took, 0 to 1. */
  readonly share: number;
}

/** Sizes as shares of the face's width. */
const STROKE = 1 / 200;
const FINE = 1 / 130;
const FEATHER = 1 / 22;
const GROWTH = 0.16;

/** Octaves of the seam: at six the coarsest pixel is a quarter of the face. */
const OCTAVES = 5;

/** From this share on a pixel is the new picture's; below, the old one shines through, so that nothing ends at once. */
const TOUCHED = 0.02;

/** Paint the visitor's face into the portrait. Neither picture is altered. */
export function compose(portrait: Sitter, visitor: Sitter, triangles: readonly (readonly number[])[]): Composed {
  const size = { width: portrait.picture.width, height: portrait.picture.height };
  const face = faceWidth(portrait.face);
  const inside = covered([seam(portrait.face)], size);
  const kept = covered(features(portrait.face, 0.05), size);
  const drawn = covered(features(portrait.face, GROWTH), size);
  const skin = inside.map((value, i) => value * (1 - drawn[i]!));

  const { picture: warped, seen } = warp(visitor.picture, visitor.face, portrait.face, triangles, size, covered(visitor.inFront, visitor.picture));
  const painting = toLab(portrait.picture);
  const own = toLab(warped);
  const painted = lit(painting, inside, skin, kept, size, face);
  const seenSkin = skin.map((value, i) => value * (seen[i]! > 0.5 ? 1 : 0));
  const visiting = lit(own, inside, seenSkin, kept, size, face);

  const toned = relit(own, visiting.shade, painting, painted.shade, visiting.skin, painted.skin);
  const stroked = brushed(toned, size, Math.round(face * STROKE));
  const surface = craquelure(painting.L, painted.skin, drawn, size, Math.max(1, face * FINE));
  stroked.L.forEach((value, i) => (stroked.L[i] = value + surface[i]!));

  const hidden = covered(portrait.inFront, size);
  const free = inside.map((value, i) => value * painted.free[i]! * visiting.free[i]! * seen[i]! * (1 - hidden[i]!));
  const mask = feathered(free, inside, size, face * FEATHER);
  const joined = join(stroked, painting, mask, seen, size);
  const picture = { ...size, data: portrait.picture.data.slice() };
  joined.touched.forEach((value, i) => (picture.data[4 * i + 3] = 255 * Math.min(1, value / TOUCHED) * (1 - hidden[i]!)));
  writeLab(joined.lab, picture, (i) => joined.touched[i]! > 0);
  return { picture, share: sum(mask) / Math.max(1, sum(inside)) };
}

interface Lit {
  readonly shade: Lab;
  readonly skin: Plane;
  readonly free: Plane;
}

/** Rounds of telling skin from what stands in front, each with a finer light, made of what the one before took for skin. */
const ROUNDS = [4, 2];

/** Find a face's light and what stands in front of it, each with the help of the other. */
function lit(lab: Lab, inside: Plane, skin: Plane, kept: Plane, size: Size, face: number): Lit {
  let own = skin;
  let free = inside;
  for (const coarse of ROUNDS) {
    free = uncovered(lab, shadeOf(lab.L, own, size, face * coarse), inside, own, kept, size, face * FEATHER);
    own = skin.map((value, i) => (free[i]! > 0.5 ? value : 0));
  }
  return { shade: shade(lab, own, size, face), skin: own, free };
}

/** Soften a mask's edge inwards: nothing outside the seam is touched. */
function feathered(free: Plane, inside: Plane, size: Size, soft: number): Plane {
  return blurred(free, size, soft).map((value, i) => {
    const ramp = Math.min(Math.max((value - 0.5) * 2, 0), 1);
    return inside[i]! * ramp * ramp * (3 - 2 * ramp);
  });
}

function join(front: Lab, behind: Lab, mask: Plane, seen: Plane, size: Size): { lab: Lab; touched: Plane } {
  const one = (axis: keyof Lab): Plane => {
    // Where the camera saw nothing the painting goes on, so that no black comes through the coarse octaves.
    const filled = front[axis].map((value, i) => (seen[i]! > 0 ? value : behind[axis][i]!));
    return blended(filled, behind[axis], mask, size, OCTAVES);
  };
  return { lab: { L: one("L"), a: one("a"), b: one("b") }, touched: blended(mask.map(() => 1), mask.map(() => 0), mask, size, OCTAVES) };
}

function sum(plane: Plane): number {
  return plane.reduce((total, value) => total + value, 0);
}
