/** The drawings among which a visitor without a camera finds the pose of the work. */

import { shuffled, type Posed } from "./data";
import { toldApart } from "./describe";
import { mirrored, type Joint } from "./limbs";
import { compare } from "./score";

export interface Choice {
  readonly joints: readonly Joint[];
  readonly right: boolean;
}

const MOST = 4;
/** Two drawings whose poses are closer than this (0 to 100) cannot be told apart in fairness. */
const TOO_CLOSE = 60;

/** Return the drawings for a work, the right one among them, in an order drawn by chance. */
export function choicesFor(work: Posed, others: readonly Posed[]): Choice[] {
  const poses: (readonly Joint[])[] = [work.joints];
  const strangers = shuffled(others.filter((one) => one.id !== work.id)).map((one) => one.joints);
  for (const joints of [...strangers, ...strangers.map(mirrored), ...variants(work.joints)]) {
    if (poses.length < MOST && poses.every((one) => apart(one, joints, work))) {
      poses.push(joints);
    }
  }
  return shuffled(poses.map((joints, at) => ({ joints, right: at === 0 })));
}

function apart(one: readonly Joint[], other: readonly Joint[], { part }: Posed): boolean {
  const rules = { part, mirrored: false };
  const closest = Math.max(compare(one, other, rules).score, compare(other, one, rules).score);
  return closest < TOO_CLOSE && toldApart(one, other, part);
}

const LEFT_ARM = [11, 13, 15, 17, 19, 21];
const RIGHT_ARM = [12, 14, 16, 18, 20, 22];

/** Return the pose with one arm or both moved: where the challenge has too few other works. */
function variants(joints: readonly Joint[]): (readonly Joint[])[] {
  const turns = [150, -110, 90, -60];
  return turns.flatMap((degrees) => [
    turned(turned(joints, LEFT_ARM, degrees), RIGHT_ARM, -degrees),
    turned(joints, LEFT_ARM, degrees),
    turned(joints, RIGHT_ARM, degrees),
  ]);
}

/** Return a pose with the joints of a limb turned about the first of them. */
function turned(joints: readonly Joint[], limb: readonly number[], degrees: number): readonly Joint[] {
  const pivot = joints[limb[0] ?? 0];
  if (pivot === undefined) {
    return joints;
  }
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return joints.map((joint, at) => {
    if (!limb.includes(at)) {
      return joint;
    }
    const [x, y] = [joint.x - pivot.x, joint.y - pivot.y];
    return { ...joint, x: pivot.x + cos * x - sin * y, y: pivot.y + sin * x + cos * y };
  });
}
