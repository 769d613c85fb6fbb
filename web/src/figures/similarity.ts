import { at, type Point, type Points } from "./points";

/** A move, turn and scaling of the plane, with or without mirroring. */
export type Similarity = (point: Point) => Point;

interface Fit {
  readonly map: Similarity;
  readonly misfit: number;
}

/** Return the similarity, mirrored or not, that brings `from` nearest to `to` (least squares). They need two points each. */
export function fitted(from: Points, to: Points): Similarity {
  const straight = fit(from, to, 1);
  const mirrored = fit(from, to, -1);
  return (mirrored.misfit < straight.misfit ? mirrored : straight).map;
}

function fit(from: Points, to: Points, side: 1 | -1): Fit {
  const [fx, fy] = centre(from, side);
  const [tx, ty] = centre(to, 1);
  let across = 0;
  let along = 0;
  let size = 0;
  from.forEach((point, number) => {
    const [x, y] = [point[0] * side - fx, point[1] - fy];
    const [u, v] = [at(to, number)[0] - tx, at(to, number)[1] - ty];
    along += x * u + y * v;
    across += x * v - y * u;
    size += x * x + y * y;
  });
  // With one place only, or all on one, nothing says how large: then it is as large as it was.
  const cos = size > 0 ? along / size : 1;
  const sin = size > 0 ? across / size : 0;
  const map: Similarity = ([px, py, third]) => {
    const [x, y] = [px * side - fx, py - fy];
    return [tx + cos * x - sin * y, ty + sin * x + cos * y, third];
  };
  const misfit = from.reduce((sum, point, number) => {
    const [x, y] = map(point);
    return sum + (x - at(to, number)[0]) ** 2 + (y - at(to, number)[1]) ** 2;
  }, 0);
  return { map, misfit };
}

function centre(points: Points, side: 1 | -1): [number, number] {
  const sum = points.reduce<[number, number]>(([x, y], point) => [x + point[0] * side, y + point[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}
