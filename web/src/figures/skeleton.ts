import { at, middle, type Point, type Points, withPoints } from "./points";
import { fitted } from "./similarity";

/** The joints that are dragged; the others are small and hang on one of them. */
export const JOINTS: readonly number[] = [0, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28];

/** Every point of a body. */
export const ALL: readonly number[] = Array.from({ length: 33 }, (_, number) => number);

/** Lines of a body, as the list draws them too. */
export const BONES: readonly (readonly [number, number])[] = [
  [11, 12], [11, 13], [13, 15], [12, 14], [14, 16], [11, 23], [12, 24], [23, 24], [23, 25], [25, 27], [24, 26], [26, 28],
  [27, 31], [28, 32], [15, 19], [16, 20], [7, 2], [2, 0], [0, 5], [5, 8],
];

const LEGS = new Set([25, 26, 27, 28]);

/** The order in which joints are placed by hand: head, one arm, the other, one leg, the other. */
const GUIDED: readonly number[] = [0, 7, 8, 11, 13, 15, 12, 14, 16, 23, 25, 27, 24, 26, 28];

/** Small points and the joint they hang on. */
const HUNG: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 3, 4, 5, 6, 9, 10]],
  [15, [17, 19, 21]],
  [16, [18, 20, 22]],
  [27, [29, 31]],
  [28, [30, 32]],
]);

const PAIRS: readonly (readonly [number, number])[] = [
  [1, 4], [2, 5], [3, 6], [7, 8], [9, 10], [11, 12], [13, 14], [15, 16], [17, 18], [19, 20], [21, 22], [23, 24], [25, 26],
  [27, 28], [29, 30], [31, 32],
];

/** A body that stands before us, in half widths of the shoulders; its left is to our right. */
const STANDING: ReadonlyMap<number, Point> = new Map<number, Point>([
  [0, [0, -1.5, 0]], [7, [0.42, -1.65, 0]], [8, [-0.42, -1.65, 0]], [11, [1, 0, 0]], [12, [-1, 0, 0]],
  [13, [1.25, 1.6, 0]], [14, [-1.25, 1.6, 0]], [15, [1.35, 3, 0]], [16, [-1.35, 3, 0]], [23, [0.65, 2.9, 0]], [24, [-0.65, 2.9, 0]],
  [25, [0.7, 5.2, 0]], [26, [-0.7, 5.2, 0]], [27, [0.72, 7.5, 0]], [28, [-0.72, 7.5, 0]],
]);

/** Between which two joints another lies. */
const BETWEEN: ReadonlyMap<number, readonly [number, number]> = new Map([
  [13, [11, 15]], [14, [12, 16]], [25, [23, 27]], [26, [24, 28]],
]);

/** Return the joints to place for a part of the body, in order. */
export function guided(part: string): readonly number[] {
  return part === "upper" ? GUIDED.filter((joint) => !LEGS.has(joint)) : GUIDED;
}

/**
 * Return a whole body from the joints that were placed. What was skipped lies where a body would have it and counts as hidden;
 * hands, feet and features follow from wrists, ankles and the head. At least two joints have to be placed.
 */
export function whole(placed: ReadonlyMap<number, Point>): Points {
  const known = [...placed.keys()];
  const map = fitted(known.map((joint) => pose(STANDING, joint)), known.map((joint) => pose(placed, joint)));
  const points: Point[] = ALL.map(() => [0, 0, 0]);
  for (const joint of JOINTS) {
    const [x, y] = map(pose(STANDING, joint));
    points[joint] = placed.get(joint) ?? [x, y, 0];
  }
  for (const [joint, [one, other]] of BETWEEN) {
    const [a, b] = [placed.get(one), placed.get(other)];
    if (!placed.has(joint) && a !== undefined && b !== undefined) points[joint] = [...middle(a, b).slice(0, 2), 0] as unknown as Point;
  }
  return detailed(points);
}

/** Return the body with its small points put where the joints say. */
function detailed(points: Points): Points {
  return withPoints(points, new Map([...head(points), ...limb(points, 13, 15, HAND_LEFT), ...limb(points, 14, 16, HAND_RIGHT), ...limb(points, 25, 27, FOOT_LEFT), ...limb(points, 26, 28, FOOT_RIGHT)]));
}

type Small = readonly (readonly [number, number, number])[];

/** Small points of a hand or foot: number, how far on along the limb, how far aside, in lengths of the limb. */
const HAND_LEFT: Small = [[17, 0.3, 0.08], [19, 0.33, -0.02], [21, 0.16, -0.1]];
const HAND_RIGHT: Small = [[18, 0.3, -0.08], [20, 0.33, 0.02], [22, 0.16, 0.1]];
const FOOT_LEFT: Small = [[29, 0.1, 0.03], [31, 0.16, -0.16]];
const FOOT_RIGHT: Small = [[30, 0.1, -0.03], [32, 0.16, 0.16]];

function limb(points: Points, from: number, to: number, small: Small): [number, Point][] {
  const [start, end] = [at(points, from), at(points, to)];
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  return small.map(([number, on, aside]) => [number, [end[0] + dx * on - dy * aside, end[1] + dy * on + dx * aside, end[2]]]);
}

/** Features: the number, how far towards the person's left ear, how far up, in half widths of the head. */
const FEATURES: Small = [
  [1, 0.18, 0.42], [2, 0.36, 0.42], [3, 0.54, 0.4], [4, -0.18, 0.42], [5, -0.36, 0.42], [6, -0.54, 0.4], [9, 0.27, -0.45], [10, -0.27, -0.45],
];

function head(points: Points): [number, Point][] {
  const [nose, left, right] = [at(points, 0), at(points, 7), at(points, 8)];
  const [hx, hy] = [(left[0] - right[0]) / 2, (left[1] - right[1]) / 2];
  const shoulders = middle(at(points, 11), at(points, 12));
  // Up is across the ears' line, on the side away from the shoulders.
  const side = -hy * (nose[0] - shoulders[0]) + hx * (nose[1] - shoulders[1]) > 0 ? 1 : -1;
  return FEATURES.map(([number, towards, up]) => [
    number,
    [nose[0] + hx * towards - hy * up * side, nose[1] + hy * towards + hx * up * side, nose[2]],
  ]);
}

function pose(joints: ReadonlyMap<number, Point>, joint: number): Point {
  const point = joints.get(joint);
  if (point === undefined) throw new RangeError(`There is no joint ${joint.toString()}.`);
  return point;
}

/** Return the body with a joint moved, and what hangs on it. */
export function moved(points: Points, joint: number, dx: number, dy: number): Points {
  const along = [joint, ...(HUNG.get(joint) ?? [])];
  return withPoints(points, new Map(along.map((one) => {
    const [x, y, seen] = at(points, one);
    return [one, [x + dx, y + dy, seen]];
  })));
}

/** Return the body with a joint hidden, or in sight again, and what hangs on it. */
export function toggled(points: Points, joint: number): Points {
  const visibility = hidden(points, joint) ? 1 : 0;
  const along = [joint, ...(HUNG.get(joint) ?? [])];
  return withPoints(points, new Map(along.map((one) => [one, [at(points, one)[0], at(points, one)[1], visibility]])));
}

/** Whether a joint is more hidden than seen. */
export function hidden(points: Points, joint: number): boolean {
  return at(points, joint)[2] < 0.5;
}

/** Return the body with left and right in each other's place. */
export function swapped(points: Points): Points {
  const changed = new Map<number, Point>();
  for (const [one, other] of PAIRS) {
    changed.set(one, at(points, other));
    changed.set(other, at(points, one));
  }
  return withPoints(points, changed);
}
