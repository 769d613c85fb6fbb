/** A square of the picture, turned by `angle` (radians, clockwise on the screen) about its middle, that a model looks at. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly angle: number;
}

/** A place in the picture, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Return the point of this number; all that a model answers are there. */
export function at<Point extends Place>(points: readonly Point[], number: number): Point {
  const point = points[number];
  if (point === undefined) throw new RangeError(`There is no point ${String(number)}.`);
  return point;
}

/** A box of the picture, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How much larger than what was found, how far shifted in its own direction (in sides), and which way the vector is to point. */
export interface Fit {
  readonly scale: number;
  readonly shift?: number;
  /** The angle that the line from the first point to the second has in an upright region: 90 degrees is up, 0 to the right. */
  readonly upright: number;
}

const DEGREE = Math.PI / 180;

/** The turn that brings the line between the two points upright (mediapipe/calculators/util/detections_to_rects_calculator.cc). */
export function turn(from: Place, to: Place, upright: number): number {
  const angle = upright * DEGREE - Math.atan2(from.y - to.y, to.x - from.x);
  return angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
}

/** The region about `middle` that reaches as far as `reach` (mediapipe/calculators/util/alignment_points_to_rects_calculator.cc). */
export function aligned(middle: Place, reach: Place, fit: Fit): Region {
  const size = 2 * Math.hypot(reach.x - middle.x, reach.y - middle.y);
  return { x: middle.x, y: middle.y, size: size * fit.scale, angle: turn(middle, reach, fit.upright) };
}

/** The region about a box, turned by the line between two points (mediapipe/calculators/util/rect_transformation_calculator.cc). */
export function about(box: Box, from: Place, to: Place, fit: Fit): Region {
  const angle = turn(from, to, fit.upright);
  const down = box.height * (fit.shift ?? 0);
  return {
    x: box.left + box.width / 2 - down * Math.sin(angle),
    y: box.top + box.height / 2 + down * Math.cos(angle),
    size: Math.max(box.width, box.height) * fit.scale,
    angle,
  };
}

/** The whole picture in a square, with bars beside it where it is none (letterbox). */
export function whole(width: number, height: number): Region {
  return { x: width / 2, y: height / 2, size: Math.max(width, height), angle: 0 };
}

/** Where a place of the region (0 to 1 from its upper left) lies in the picture. */
export function project(region: Region, x: number, y: number): Place {
  const [cos, sin] = [Math.cos(region.angle), Math.sin(region.angle)];
  const [right, down] = [(x - 0.5) * region.size, (y - 0.5) * region.size];
  return { x: region.x + right * cos - down * sin, y: region.y + right * sin + down * cos };
}

/** The smallest upright box about the places. */
export function boxAbout(places: readonly Place[]): Box {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** How much of two boxes is shared, of what they cover together, 0 to 1. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (one.width * one.height + other.width * other.height - shared);
}
