/** The similarity that lays one set of points on another best: Horn's quaternion, equal to Umeyama's answer. */

export interface Laid {
  readonly scale: number;
  /** Three rows of three: what was first along x, y, z, where it points now. */
  readonly rotation: readonly (readonly number[])[];
  /** Weighted root mean square of what is left, in the units of the first set. */
  readonly misfit: number;
}

/** A scale below this is a rounding error: the points lie in one place. */
const SMALLEST = 1e-6;

/** Lay `places` on `found` (both n × 3) with weights; null where the points lie in one place. */
export function fitted(
  places: readonly (readonly number[])[],
  found: readonly (readonly number[])[],
  weights: readonly number[],
): Laid | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = weights.map((weight) => weight / total);
  const here = centred(places, share);
  const there = centred(found, share);
  const covariance = [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) => share.reduce((sum, w, i) => sum + w * there[i]![row]! * here[i]![column]!, 0)),
  );
  const rotation = turned(covariance);
  const spread = share.reduce((sum, w, i) => sum + w * square(here[i]!), 0);
  let along = 0;
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++) along += rotation[row]![column]! * covariance[row]![column]!;
  const scale = along / spread;
  if (!(scale > SMALLEST)) return null;
  const rest = share.reduce((sum, w, i) => {
    const left = [0, 1, 2].map((row) => {
      const laid = [0, 1, 2].reduce((value, column) => value + rotation[row]![column]! * here[i]![column]!, 0);
      return there[i]![row]! / scale - laid;
    });
    return sum + w * square(left);
  }, 0);
  return { scale, rotation, misfit: Math.sqrt(rest) };
}

function centred(points: readonly (readonly number[])[], share: readonly number[]): number[][] {
  const middle = [0, 1, 2].map((axis) => share.reduce((sum, w, i) => sum + w * points[i]![axis]!, 0));
  return points.map((point) => point.map((value, axis) => value - middle[axis]!));
}

function square(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** Return the rotation that maximises its product with the covariance: from the quaternion of the largest eigenvalue. */
function turned(c: readonly (readonly number[])[]): number[][] {
  const [[xx, yx, zx], [xy, yy, zy], [xz, yz, zz]] = c as [[number, number, number], [number, number, number], [number, number, number]];
  const [w, x, y, z] = largest([
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ]) as [number, number, number, number];
  return [
    [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
    [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
    [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
  ];
}

/** Sweeps of Jacobi's method: a symmetric 4 × 4 matrix is diagonal to the last digit after five or six. */
const SWEEPS = 10;

/** Return the unit eigenvector of the largest eigenvalue of a symmetric matrix (Jacobi's method). */
function largest(matrix: readonly (readonly number[])[]): number[] {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, p, q);
  const best = a.reduce((chosen, row, i) => (row[i]! > a[chosen]![chosen]! ? i : chosen), 0);
  return vectors.map((row) => row[best]!);
}

/** One Jacobi rotation: makes a[p][q] nothing and keeps the vectors in step. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const off = a[p]![q]!;
  if (off === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  const [first, second] = [a[p]!, a[q]!];
  a[p] = first.map((value, i) => c * value - s * second[i]!);
  a[q] = first.map((value, i) => s * value + c * second[i]!);
  for (const row of vectors) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
}
