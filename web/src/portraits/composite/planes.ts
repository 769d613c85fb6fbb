/** Planes of numbers, one per pixel: blurring, shrinking and growing them, and robust statistics. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Plane = Float32Array;

/** Blur with a Gaussian of `sigma` pixels, made of three boxes; edges are continued. */
export function blurred(plane: Plane, size: Size, sigma: number): Plane {
  const radius = Math.max(0, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
  if (radius === 0) return plane.slice();
  const from = plane.slice();
  const to = new Float32Array(plane.length);
  for (let pass = 0; pass < 3; pass++) {
    box(from, to, size.width, size.height, 1, size.width, radius);
    box(to, from, size.height, size.width, size.width, 1, radius);
  }
  return from;
}

/** Mean over a sliding window along one axis: `steps` places `along` apart, in `lines` lines `across` apart. */
function box(from: Plane, to: Plane, steps: number, lines: number, along: number, across: number, radius: number): void {
  const share = 1 / (2 * radius + 1);
  const last = steps - 1;
  for (let line = 0; line < lines; line++) {
    const start = line * across;
    let sum = from[start]! * radius;
    for (let i = 0; i <= radius; i++) sum += from[start + Math.min(i, last) * along]!;
    for (let i = 0; i < steps; i++) {
      to[start + i * along] = sum * share;
      const enters = Math.min(i + radius + 1, last);
      const leaves = Math.max(i - radius, 0);
      sum += from[start + enters * along]! - from[start + leaves * along]!;
    }
  }
}

/** A blur of more pixels than this is made on a plane of half the size: nothing finer is left in it. */
const COARSE = 6;

/** Blur counting only where `weight` is: what lies outside does not bleed in. Where nothing is near, the nearest goes on. */
export function blurredWithin(plane: Plane, weight: Plane, size: Size, sigma: number): Plane {
  const weighted = plane.map((value, i) => value * weight[i]!);
  if (sigma > COARSE) {
    const [sum, total] = [halved(weighted, size), halved(weight, size)];
    const mean = sum.plane.map((value, i) => (total.plane[i]! > 0 ? value / total.plane[i]! : 0));
    return grown(blurredWithin(mean, total.plane, total.size, sigma / 2), total.size, size);
  }
  const sum = blurred(weighted, size, sigma);
  const total = blurred(weight, size, sigma);
  const wide = blurred(weighted, size, sigma * 4);
  const wideTotal = blurred(weight, size, sigma * 4);
  const little = 0.02;
  return sum.map((value, i) => (value + little * wide[i]!) / (total[i]! + little * wideTotal[i]! + 1e-6));
}

/** Halve a plane, each pixel the mean of four. */
export function halved(plane: Plane, size: Size): { plane: Plane; size: Size } {
  const width = Math.max(1, size.width >> 1);
  const height = Math.max(1, size.height >> 1);
  const small = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = 2 * y * size.width;
    const below = Math.min(2 * y + 1, size.height - 1) * size.width;
    for (let x = 0; x < width; x++) {
      const right = Math.min(2 * x + 1, size.width - 1);
      small[y * width + x] = (plane[row + 2 * x]! + plane[row + right]! + plane[below + 2 * x]! + plane[below + right]!) / 4;
    }
  }
  return { plane: small, size: { width, height } };
}

/** Grow a plane to a size, between its pixels by their distance. */
export function grown(plane: Plane, from: Size, to: Size): Plane {
  const large = new Float32Array(to.width * to.height);
  const columns = places(from.width, to.width);
  const rows = places(from.height, to.height);
  for (let y = 0; y < to.height; y++) {
    const { low, high, share } = rows[y]!;
    const [above, below] = [low * from.width, high * from.width];
    for (let x = 0; x < to.width; x++) {
      const column = columns[x]!;
      const upper = plane[above + column.low]! * (1 - column.share) + plane[above + column.high]! * column.share;
      const lower = plane[below + column.low]! * (1 - column.share) + plane[below + column.high]! * column.share;
      large[y * to.width + x] = upper * (1 - share) + lower * share;
    }
  }
  return large;
}

interface Place {
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

function places(from: number, to: number): Place[] {
  return Array.from({ length: to }, (_, i) => {
    const at = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    const low = Math.floor(at);
    return { low, high: Math.min(low + 1, from - 1), share: at - low };
  });
}

/** The middle of some values and how far they typically lie from it: median and median absolute deviation. */
export interface Middle {
  readonly median: number;
  readonly spread: number;
}

/** At most so many values are sorted: the middle of a face does not need every pixel. */
const SAMPLE = 4_000;

/** Return the middle of a plane where `weight` is above a half; null where there is no such place. */
export function middle(plane: Plane, weight: Plane): Middle | null {
  const chosen: number[] = [];
  const step = Math.max(1, Math.floor(plane.length / (SAMPLE * 3)));
  for (let i = 0; i < plane.length; i += step) if (weight[i]! > 0.5) chosen.push(plane[i]!);
  if (chosen.length === 0) return null;
  const found = median(chosen);
  return { median: found, spread: median(chosen.map((value) => Math.abs(value - found))) };
}

function median(values: readonly number[]): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[sorted.length >> 1]!;
}
