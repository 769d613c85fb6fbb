/** The lines of a figure: which landmarks are joined when a pose is drawn. */

import { LIMBS, limbsOf, type Joint, type LimbName, type Part } from "./limbs";

export interface Line {
  readonly limb: LimbName;
  readonly from: Joint;
  readonly to: Joint;
}

/** Below this a joint is not drawn: it is hidden, or a guess. */
const DRAWN = 0.4;

/** Return the lines of a figure's limbs that can be seen; of a part, only those that count. */
export function linesOf(joints: readonly Joint[], part: Part = "full"): Line[] {
  return [...limbsOf(part)].flatMap((limb) => {
    const from = mean(limb.from, joints);
    const to = mean(limb.to, joints);
    return Math.min(from.visibility, to.visibility) >= DRAWN ? [{ limb: limb.name, from, to }] : [];
  });
}

/** Return the line of the shoulders and that of the hips, where they can be seen. */
export function girdles(joints: readonly Joint[]): (readonly [Joint, Joint])[] {
  return [[11, 12] as const, [23, 24] as const].flatMap(([left, right]) => {
    const [one, other] = [joints[left], joints[right]];
    const seen = one !== undefined && other !== undefined && Math.min(one.visibility, other.visibility) >= DRAWN;
    return seen ? [[one, other] as const] : [];
  });
}

/** Return the head as a circle. */
export function headOf(joints: readonly Joint[]): { x: number; y: number; radius: number } | null {
  const head = LIMBS.find((limb) => limb.name === "head");
  if (head === undefined) {
    return null;
  }
  const [neck, middle] = [mean(head.from, joints), mean(head.to, joints)];
  if (middle.visibility < DRAWN) {
    return null;
  }
  return { x: middle.x, y: middle.y, radius: 0.45 * Math.hypot(middle.x - neck.x, middle.y - neck.y) };
}

/** Return the rectangle around what is drawn of a figure, or null for nothing. */
export function around(joints: readonly Joint[], part: Part): { x: number; y: number; width: number; height: number } | null {
  const ends = linesOf(joints, part).flatMap((line) => [line.from, line.to]);
  const head = headOf(joints);
  const xs = [...ends.map((end) => end.x), ...(head === null ? [] : [head.x - head.radius, head.x + head.radius])];
  const ys = [...ends.map((end) => end.y), ...(head === null ? [] : [head.y - head.radius, head.y + head.radius])];
  if (xs.length === 0) {
    return null;
  }
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function mean(indices: readonly number[], joints: readonly Joint[]): Joint {
  const ends = indices.flatMap((index) => joints[index] ?? []);
  const count = Math.max(1, ends.length);
  const total = ends.reduce((sum, end) => ({ x: sum.x + end.x, y: sum.y + end.y }), { x: 0, y: 0 });
  const visibility = indices.length > 2 ? Math.max(0, ...ends.map((end) => end.visibility)) : Math.min(1, ...ends.map((end) => end.visibility));
  return { x: total.x / count, y: total.y / count, visibility: ends.length === 0 ? 0 : visibility };
}
