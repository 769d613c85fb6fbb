/** What a visitor is told to do with a limb: a key, of which the page has the sentence (`advice-…`, in words.py). */

import { between, LEFT_SHOULDER, RIGHT_SHOULDER, type Joint, type LimbName } from "./limbs";

export type Move = "raise" | "lower" | "out" | "in" | "bend" | "stretch" | "lean-left" | "lean-right" | "unseen";

export interface Advice {
  readonly kind: Move;
  readonly limb: LimbName;
}

/** From this difference of the angle at an elbow or a knee, bending or stretching it is what has to be said. */
const BENT_OTHERWISE = 40;

/**
 * Return what to do so that a limb lies at `wanted` instead of `is` (degrees, clockwise on the screen).
 * `joints` are the angles at its joint, wanted and as it is.
 */
export function advise(
  limb: LimbName,
  wanted: number,
  is: number,
  joints: readonly [number, number] | null,
  visitor: readonly Joint[],
): Advice {
  const bends = limb.endsWith("forearm") || limb.endsWith("shin");
  if (bends && joints !== null) {
    const more = Math.abs(joints[0]) - Math.abs(joints[1]);
    if (Math.abs(more) > BENT_OTHERWISE) {
      return { kind: more > 0 ? "bend" : "stretch", limb };
    }
  }
  const [dx, dy] = step(wanted, is);
  if (limb === "torso" || limb === "head") {
    return { kind: dx * outward("left", visitor) > 0 ? "lean-left" : "lean-right", limb };
  }
  if (Math.abs(dy) >= Math.abs(dx)) {
    return { kind: dy < 0 ? "raise" : "lower", limb };
  }
  return { kind: dx * outward(limb.startsWith("left") ? "left" : "right", visitor) > 0 ? "out" : "in", limb };
}

/** Return the way on the screen from where the limb's end is to where it should be, for a limb of length 1. */
function step(wanted: number, is: number): readonly [number, number] {
  // The first third of the turn: where the end has to go first, not where it will be at last.
  const next = is + between(wanted, is) / 3;
  const at = (angle: number): readonly [number, number] => [
    Math.cos((angle * Math.PI) / 180),
    Math.sin((angle * Math.PI) / 180),
  ];
  const [from, to] = [at(is), at(next)];
  return [to[0] - from[0], to[1] - from[1]];
}

/** Return on which side of the picture a visitor's own side lies: 1 to the right, -1 to the left. */
function outward(side: "left" | "right", visitor: readonly Joint[]): number {
  const facing = (visitor[LEFT_SHOULDER]?.x ?? 1) >= (visitor[RIGHT_SHOULDER]?.x ?? 0) ? 1 : -1;
  return side === "left" ? facing : -facing;
}
