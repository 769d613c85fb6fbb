/** The limbs that poses are compared by, and which landmark lies at each of their ends. */

/** A landmark as far as poses are concerned; `body/points.ts` has more of it. Pixels; visibility 0 to 1. */
export interface Joint {
  readonly x: number;
  readonly y: number;
  readonly visibility: number;
}

/** What of the body a challenge counts. Seated: hips and above, whatever the legs do. Upper: what a half figure shows. */
export type Part = "full" | "seated" | "upper";

export type Side = "left" | "right";

export type LimbName =
  | "torso"
  | "head"
  | `${Side}-arm`
  | `${Side}-forearm`
  | `${Side}-thigh`
  | `${Side}-shin`;

/** From where to where a limb goes: the middle of these landmarks, by their numbers among the 33. */
export interface Limb {
  readonly name: LimbName;
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The limb that it hangs on: the angle between the two is the joint's. */
  readonly parent: LimbName | null;
  /** How much it says about a pose. */
  readonly weight: number;
}

export const LEFT_SHOULDER = 11;
export const RIGHT_SHOULDER = 12;
export const LEFT_HIP = 23;
export const RIGHT_HIP = 24;

const SHOULDERS = [LEFT_SHOULDER, RIGHT_SHOULDER];
const HIPS = [LEFT_HIP, RIGHT_HIP];

/** Arms say most of a pose; a torso and a head lean little, and what they lean by is seen in all that hangs on them. */
export const LIMBS: readonly Limb[] = [
  { name: "torso", from: HIPS, to: SHOULDERS, parent: null, weight: 1 },
  { name: "head", from: SHOULDERS, to: [0, 7, 8], parent: "torso", weight: 0.5 },
  { name: "left-arm", from: [11], to: [13], parent: "torso", weight: 1.5 },
  { name: "left-forearm", from: [13], to: [15], parent: "left-arm", weight: 1.5 },
  { name: "right-arm", from: [12], to: [14], parent: "torso", weight: 1.5 },
  { name: "right-forearm", from: [14], to: [16], parent: "right-arm", weight: 1.5 },
  { name: "left-thigh", from: [23], to: [25], parent: "torso", weight: 1.25 },
  { name: "left-shin", from: [25], to: [27], parent: "left-thigh", weight: 1.25 },
  { name: "right-thigh", from: [24], to: [26], parent: "torso", weight: 1.25 },
  { name: "right-shin", from: [26], to: [28], parent: "right-thigh", weight: 1.25 },
];

const LEGS = /thigh|shin/;

/** Return the limbs that a part counts. */
export function limbsOf(part: Part): readonly Limb[] {
  return part === "full" ? LIMBS : LIMBS.filter((limb) => !LEGS.test(limb.name));
}

const TWINS = [
  ...[1, 2, 3].map((eye) => [eye, eye + 3] as const),
  ...[7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31].map((left) => [left, left + 1] as const),
];

/** Return the pose as a mirror shows it: the other way round, and what was left is right. */
export function mirrored(joints: readonly Joint[]): readonly Joint[] {
  const turned = joints.map((joint) => ({ ...joint, x: -joint.x }));
  for (const [one, other] of TWINS) {
    const [left, right] = [turned[one], turned[other]];
    if (left !== undefined && right !== undefined) {
      [turned[one], turned[other]] = [right, left];
    }
  }
  return turned;
}

/** A limb as it lies in a picture. `length` in pixels; `angle` in degrees, clockwise on the screen, 0 to the right. */
export interface Lie {
  readonly angle: number;
  readonly length: number;
  readonly visibility: number;
}

/** Return how a limb lies: as visible as the least visible of its ends. */
export function lie(limb: Limb, joints: readonly Joint[]): Lie {
  const from = middle(limb.from, joints);
  const to = middle(limb.to, joints);
  const [x, y] = [to.x - from.x, to.y - from.y];
  return {
    angle: (Math.atan2(y, x) * 180) / Math.PI,
    length: Math.hypot(x, y),
    visibility: Math.min(from.visibility, to.visibility),
  };
}

/** Return the difference between two angles, -180 to 180 degrees. */
export function between(one: number, other: number): number {
  return ((((one - other + 180) % 360) + 360) % 360) - 180;
}

/** Return the size of a figure in pixels: its trunk, however it is turned or bent. */
export function trunk(joints: readonly Joint[]): number {
  const at = (index: number): Joint => joints[index] ?? NOWHERE;
  const across = (one: number, other: number): number => Math.hypot(at(one).x - at(other).x, at(one).y - at(other).y);
  const spine = LIMBS[0] === undefined ? 0 : lie(LIMBS[0], joints).length;
  return Math.max(spine, 1.2 * across(LEFT_SHOULDER, RIGHT_SHOULDER), 1.5 * across(LEFT_HIP, RIGHT_HIP), 1e-6);
}

const NOWHERE: Joint = { x: 0, y: 0, visibility: 0 };

function middle(indices: readonly number[], joints: readonly Joint[]): Joint {
  const ends = indices.map((index) => joints[index] ?? NOWHERE);
  const mean = (of: (joint: Joint) => number): number => ends.reduce((sum, end) => sum + of(end), 0) / ends.length;
  // Of a head one ear is always turned away: the middle of it is seen where most of it is. Of a pair, both count.
  const visibility = ends.length > 2 ? mean((end) => end.visibility) : Math.min(...ends.map((end) => end.visibility));
  return { x: mean((end) => end.x), y: mean((end) => end.y), visibility };
}
