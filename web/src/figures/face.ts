import { at, type Point, type Points } from "./points";
import { fitted } from "./similarity";
import { spline } from "./spline";

/** The landmarks by which a face is corrected. */
export const ANCHORS: readonly number[] = [33, 133, 362, 263, 1, 61, 291, 0, 17, 152, 10, 105, 334, 234, 454];

/** Those by which one is placed by hand, in order. */
export const GUIDED: readonly number[] = [33, 133, 362, 263, 1, 61, 291, 0, 17, 152];

/** Lines that make the face legible: oval, eyes, lips, brows, nose; as the list draws them too. */
export const OUTLINES: readonly (readonly number[])[] = [
  [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109, 10],
  [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246, 33],
  [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466, 263],
  [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185, 61],
  [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191, 78],
  [70, 63, 105, 66, 107],
  [336, 296, 334, 293, 300],
  [168, 6, 197, 195, 5, 4, 1],
];

/** Return the face with one landmark moved, and all others smoothly with it; the other landmarks stay. */
export function bent(points: Points, anchor: number, dx: number, dy: number): Points {
  const places = ANCHORS.map((one): [number, number] => [at(points, one)[0], at(points, one)[1]]);
  const moves = ANCHORS.map((one): [number, number] => (one === anchor ? [dx, dy] : [0, 0]));
  const move = spline(places, moves);
  return points.map(([x, y, z]): Point => {
    const [across, down] = move(x, y);
    return [x + across, y + down, z];
  });
}

/** Return a face from the landmarks that were placed (three at least), bent out of the template. */
export function whole(template: Points, placed: ReadonlyMap<number, Point>): Points {
  const known = [...placed];
  const from = known.map(([one]) => at(template, one));
  const map = fitted(from, known.map(([, point]) => point));
  const scale = Math.hypot(map([1, 0, 0])[0] - map([0, 0, 0])[0], map([1, 0, 0])[1] - map([0, 0, 0])[1]);
  const rough = template.map((point): Point => {
    const [x, y] = map(point);
    return [x, y, point[2] * scale];
  });
  const places = known.map(([one]): [number, number] => [at(rough, one)[0], at(rough, one)[1]]);
  const move = spline(places, known.map(([, [x, y]], number) => [x - (places[number]?.[0] ?? 0), y - (places[number]?.[1] ?? 0)]));
  return rough.map(([x, y, z]): Point => {
    const [across, down] = move(x, y);
    return [x + across, y + down, z];
  });
}
