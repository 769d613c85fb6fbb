/** A visitor's face laid into the shape of a painted one, triangle by triangle of the canonical mesh. */
import type { Picture } from "./colour";
import type { Plane, Size } from "./planes";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface Warped {
  readonly picture: Picture;
  /** How well the visitor's camera saw each pixel: 1 as well as it is painted, 0 not at all. */
  readonly seen: Plane;
}

/** A part of the face that the camera saw at less than this share of its painted size would be a smear. */
const SMEAR = 0.12;
/** And from this share on it is as good as any. */
const SHARP = 0.3;

type Triangle = readonly number[];
type Corners = readonly [Point, Point, Point];

/**
 * Lay `face` of a picture into the shape `target`, in a picture of `size`. Triangles that look away are left out, and what is
 * `hidden` in the picture (a plane of its size) is not seen.
 */
export function warp(
  picture: Picture,
  face: readonly Point[],
  target: readonly Point[],
  triangles: readonly Triangle[],
  size: Size,
  hidden: Plane,
): Warped {
  const into: Picture = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) };
  const seen = new Float32Array(size.width * size.height);
  const trust = trusted(face, target, triangles);
  const depth = ([a, b, c]: Triangle): number => target[a!]!.z + target[b!]!.z + target[c!]!.z;
  // From the back to the front: the nose lies over the cheek behind it.
  for (const triangle of [...triangles].sort((first, second) => depth(second) - depth(first))) {
    const there = corners(target, triangle);
    if (area(there) >= 0) continue;
    const [a, b, c] = triangle;
    fill(picture, hidden, corners(face, triangle), into, there, seen, (trust[a!]! + trust[b!]! + trust[c!]!) / 3);
  }
  return { picture: into, seen };
}

/** Return for each point how well the camera saw what lies around it, 0 to 1: a fold in the mesh is no judge of its own. */
function trusted(face: readonly Point[], target: readonly Point[], triangles: readonly Triangle[]): Float32Array {
  const here = new Float32Array(face.length);
  const there = new Float32Array(face.length);
  for (const triangle of triangles) {
    const [seen, painted] = [area(corners(face, triangle)), area(corners(target, triangle))];
    for (const point of triangle) {
      here[point]! -= Math.min(seen, 0);
      there[point]! -= Math.min(painted, 0);
    }
  }
  const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);
  const usual = sum(here) / sum(there);
  return here.map((seen, i) => {
    const share = seen / (there[i]! * usual + 1e-6);
    return Math.min(Math.max((share - SMEAR) / (SHARP - SMEAR), 0), 1);
  });
}

function corners(points: readonly Point[], [a, b, c]: Triangle): Corners {
  return [points[a!]!, points[b!]!, points[c!]!];
}

/** Twice the area, negative for triangles that look at the viewer: a picture's y goes down. */
function area([a, b, c]: Corners): number {
  return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
}

/** Paint one triangle: each pixel is fetched from where it lies in the other, between its four neighbours. */
function fill(
  from: Picture,
  hidden: Plane,
  here: Corners,
  into: Picture,
  there: Corners,
  seen: Plane,
  trust: number,
): void {
  const [a, b, c] = there;
  const [p, q, r] = here;
  const whole = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y);
  if (whole === 0) return;
  const left = Math.max(0, Math.floor(Math.min(a.x, b.x, c.x)));
  const right = Math.min(into.width - 1, Math.ceil(Math.max(a.x, b.x, c.x)));
  const top = Math.max(0, Math.floor(Math.min(a.y, b.y, c.y)));
  const bottom = Math.min(into.height - 1, Math.ceil(Math.max(a.y, b.y, c.y)));
  const edge = -1e-4; // pixels on an edge belong to both: no seams between triangles
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const u = ((b.y - c.y) * (x - c.x) + (c.x - b.x) * (y - c.y)) / whole;
      const v = ((c.y - a.y) * (x - c.x) + (a.x - c.x) * (y - c.y)) / whole;
      const w = 1 - u - v;
      if (u < edge || v < edge || w < edge) continue;
      const i = y * into.width + x;
      const [fromX, fromY] = [u * p.x + v * q.x + w * r.x, u * p.y + v * q.y + w * r.y];
      const nearest = Math.round(fromY) * from.width + Math.round(fromX);
      seen[i] = trust * (1 - (hidden[nearest] ?? 0));
      fetch(from, fromX, fromY, into.data, i * 4);
    }
  }
}

/** Write the colour at a place between pixels into `to` at `at`; beyond the picture its edge goes on. */
function fetch({ data, width, height }: Picture, x: number, y: number, to: Uint8ClampedArray, at: number): void {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 2);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 2);
  const across = Math.min(Math.max(x - left, 0), 1);
  const down = Math.min(Math.max(y - top, 0), 1);
  const i = (top * width + left) * 4;
  const below = i + width * 4;
  for (let channel = 0; channel < 3; channel++) {
    const upper = data[i + channel]! * (1 - across) + data[i + 4 + channel]! * across;
    const lower = data[below + channel]! * (1 - across) + data[below + 4 + channel]! * across;
    to[at + channel] = upper * (1 - down) + lower * down;
  }
  to[at + 3] = 255;
}
