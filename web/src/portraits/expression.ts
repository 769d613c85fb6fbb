/**
 * How a face is held, as geometry: where the head points, and how far eyes, brows and mouth are open. Never a feeling.
 *
 * The same as `vitrine.vision.expression`, whose words explain it: one fixture proves that both agree, and both read
 * the same files of stable points and thresholds.
 */
import basis from "../../../src/vitrine/vision/face_basis.json";
import thresholds from "../../../src/vitrine/vision/face_thresholds.json";
import { fitted } from "./rotation";

/** A point of a face in pixels of the picture: x to the right, y down, z away from the viewer. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What is compared, in the order in which a visitor is guided: first the head, then the face. */
export const PARTS = [
  "yaw",
  "pitch",
  "roll",
  "left_eye",
  "right_eye",
  "brows",
  "mouth_open",
  "mouth_width",
] as const;
export type Part = (typeof PARTS)[number];

/**
 * Pose in degrees: yaw > 0 turned to the person's own left, pitch > 0 looking up, roll > 0 tilted to the own left shoulder.
 * The rest are ratios; `misfit` says how far the stable points lie from a face, `size` is the distance of the eyes in pixels.
 */
export interface Expression extends Readonly<Record<Part, number>> {
  readonly misfit: number;
  readonly size: number;
}

/** How long a match is held before it counts, in seconds. */
export const HOLD_SECONDS = thresholds.hold.seconds;

// Points by their numbers in MediaPipe's face mesh; left and right are the person's own.
type Pair = readonly [number, number];
const RIGHT_CORNERS: Pair = [33, 133];
const LEFT_CORNERS: Pair = [263, 362];
const RIGHT_LIDS: readonly Pair[] = [[160, 144], [159, 145], [158, 153]];
const LEFT_LIDS: readonly Pair[] = [[387, 373], [386, 374], [385, 380]];
const RIGHT_BROW = [70, 63, 105, 66];
const LEFT_BROW = [300, 293, 334, 296];
const INNER_LIPS: readonly Pair[] = [[82, 87], [13, 14], [312, 317]];
const MOUTH_CORNERS: Pair = [61, 291];

const PLACES = basis.points.map(({ at }) => at);
const WEIGHTS = basis.points.map(({ weight }) => weight);

/** Measure a face of 468 points; null where they do not make a face. */
export function measure(points: readonly Point[]): Expression | null {
  if (points.length < 468) return null;
  const stable = basis.points.map(({ point }) => up(points[point]));
  const laid = fitted(PLACES, stable, WEIGHTS);
  if (laid === null) return null;
  const { scale, rotation, misfit } = laid;
  // A point in the face's own frame, in pixels: rows times R are Rᵀ times columns.
  const own = (index: number): readonly [number, number, number] => {
    const [x, y, z] = up(points[index]) as [number, number, number];
    const along = (axis: number): number =>
      x * rotation[0]![axis]! + y * rotation[1]![axis]! + z * rotation[2]![axis]!;
    return [along(0), along(1), along(2)];
  };
  const distance = ([a, b]: Pair): number => {
    const [p, q] = [own(a), own(b)];
    return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  };
  const gap = (pairs: readonly Pair[]): number =>
    Math.max(0, mean(pairs.map(([upper, lower]) => own(upper)[1] - own(lower)[1])));
  const above = (brow: readonly number[], corners: Pair): number =>
    mean(brow.map((one) => own(one)[1])) - mean(corners.map((one) => own(one)[1]));

  const eyes = distance([RIGHT_CORNERS[0], LEFT_CORNERS[0]]);
  return {
    ...angles(rotation),
    left_eye: gap(LEFT_LIDS) / distance(LEFT_CORNERS),
    right_eye: gap(RIGHT_LIDS) / distance(RIGHT_CORNERS),
    brows: (above(LEFT_BROW, LEFT_CORNERS) + above(RIGHT_BROW, RIGHT_CORNERS)) / 2 / eyes,
    mouth_open: gap(INNER_LIPS) / eyes,
    mouth_width: distance(MOUTH_CORNERS) / eyes,
    misfit: (misfit * scale) / eyes,
    size: eyes,
  };
}

/** A picture's y goes down and its z away from the viewer; the canonical face's go up and towards. */
function up(point: Point | undefined): number[] {
  return point === undefined ? [0, 0, 0] : [point.x, -point.y, -point.z];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Return yaw, pitch and roll in degrees, of a rotation that rolls after it pitches after it yaws. */
function angles(rotation: readonly (readonly number[])[]): { yaw: number; pitch: number; roll: number } {
  const column = (axis: number): [number, number, number] => [
    rotation[0]![axis]!,
    rotation[1]![axis]!,
    rotation[2]![axis]!,
  ];
  const forward = column(2);
  const side = column(0);
  const yaw = Math.atan2(forward[0], forward[2]);
  const pitch = Math.asin(Math.max(-1, Math.min(1, forward[1])));
  const level = [Math.cos(yaw), 0, -Math.sin(yaw)] as const; // where the left of an upright head of this yaw points
  const upright = [
    forward[1] * level[2] - forward[2] * level[1],
    forward[2] * level[0] - forward[0] * level[2],
    forward[0] * level[1] - forward[1] * level[0],
  ] as const;
  const dot = (a: readonly number[], b: readonly number[]): number => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
  const roll = -Math.atan2(dot(side, upright), dot(side, level));
  const degrees = 180 / Math.PI;
  return { yaw: yaw * degrees, pitch: pitch * degrees, roll: roll * degrees };
}

/**
 * Return for each part how far a visitor is from the portrait, in tolerances: within ±1 it matches.
 * A part is clamped to its range first: eyes wide open and very wide open are both open.
 */
export function apart(portrait: Readonly<Record<Part, number>>, visitor: Expression): Record<Part, number> {
  const rules: Record<Part, { tolerance: number; from?: number; to?: number }> = thresholds.match;
  const one = (part: Part): number => {
    const { tolerance, from = -Infinity, to = Infinity } = rules[part];
    const clamp = (value: number): number => Math.min(Math.max(value, from), to);
    return (clamp(visitor[part]) - clamp(portrait[part])) / tolerance;
  };
  return Object.fromEntries(PARTS.map((part) => [part, one(part)])) as Record<Part, number>;
}
