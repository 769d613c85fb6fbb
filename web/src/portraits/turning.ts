/** Turning a face: the same points with the head held another way. */
import { measure, type Point } from "./expression";

export interface Held {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

type Matrix = readonly (readonly [number, number, number])[];

/** Return a face with its head held as `held` says, about its own middle; its expression stays. */
export function turnedTo(face: readonly Point[], held: Held): Point[] {
  const before = measure(face);
  const middle = centre(face);
  if (before === null) return [...face];
  const back = transposed(rotation(before));
  const there = rotation(held);
  return face.map((point) => {
    const [x, y, z] = times(there, times(back, [point.x - middle.x, point.y - middle.y, point.z - middle.z]));
    return { x: x + middle.x, y: y + middle.y, z: z + middle.z };
  });
}

/** In the picture's frame (y down, z away): yaw to the own left, then pitch up, then roll to the own left shoulder. */
function rotation({ yaw, pitch, roll }: Held): Matrix {
  const [y, p, r] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const aboutY: Matrix = [[Math.cos(y), 0, -Math.sin(y)], [0, 1, 0], [Math.sin(y), 0, Math.cos(y)]];
  const aboutX: Matrix = [[1, 0, 0], [0, Math.cos(p), Math.sin(p)], [0, -Math.sin(p), Math.cos(p)]];
  const aboutZ: Matrix = [[Math.cos(r), -Math.sin(r), 0], [Math.sin(r), Math.cos(r), 0], [0, 0, 1]];
  return product(aboutZ, product(aboutX, aboutY));
}

function times(matrix: Matrix, [x, y, z]: readonly [number, number, number]): [number, number, number] {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as [number, number, number];
}

function transposed(matrix: Matrix): Matrix {
  const column = (at: 0 | 1 | 2): [number, number, number] => matrix.map((row) => row[at]) as [number, number, number];
  return [column(0), column(1), column(2)];
}

function product(first: Matrix, second: Matrix): Matrix {
  return transposed(transposed(second).map((column) => times(first, column)));
}

function centre(face: readonly Point[]): Point {
  const sum = face.reduce((all, { x, y, z }) => ({ x: all.x + x, y: all.y + y, z: all.z + z }), { x: 0, y: 0, z: 0 });
  return { x: sum.x / face.length, y: sum.y / face.length, z: sum.z / face.length };
}
