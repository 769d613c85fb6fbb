/** Points of a figure (x, y, visibility) or a face (x, y, z), in pixels of the picture. */
export type Point = readonly [number, number, number];
export type Points = readonly Point[];

/** Return a point that is known to be there. */
export function at(points: Points, number: number): Point {
  const point = points[number];
  if (point === undefined) throw new RangeError(`There is no point ${number.toString()}.`);
  return point;
}

/** Return the points with some of them put elsewhere. */
export function withPoints(points: Points, changed: ReadonlyMap<number, Point>): Points {
  return points.map((point, number) => changed.get(number) ?? point);
}

/** Return the point halfway between two. */
export function middle(one: Point, other: Point): Point {
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2, Math.min(one[2], other[2])];
}
