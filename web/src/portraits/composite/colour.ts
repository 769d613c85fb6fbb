/** Pictures as planes of OKLab (Ottosson 2020), in which equal steps look equal, and back. */
import type { Plane, Size } from "./planes";

/** A picture of red, green, blue and opacity, 0 to 255 each, as a canvas gives it. */
export interface Picture extends Size {
  readonly data: Uint8ClampedArray;
}

/** Lightness 0 to 1, and two axes of colour: green to red, blue to yellow. */
export interface Lab {
  readonly L: Plane;
  readonly a: Plane;
  readonly b: Plane;
}

export const AXES = ["L", "a", "b"] as const;

const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

/** Finer than eight bits in the darks too. */
const STEPS = 8192;
const ENCODED = Uint8ClampedArray.from({ length: STEPS + 1 }, (_, step) => {
  const v = step / STEPS;
  return 255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);
});

export function toLab({ data, width, height }: Picture): Lab {
  const L = new Float32Array(width * height);
  const a = new Float32Array(width * height);
  const b = new Float32Array(width * height);
  for (let i = 0, j = 0; i < L.length; i++, j += 4) {
    const red = LINEAR[data[j]!]!;
    const green = LINEAR[data[j + 1]!]!;
    const blue = LINEAR[data[j + 2]!]!;
    const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    L[i] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    a[i] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    b[i] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  }
  return { L, a, b };
}

/** Write planes into a picture, where `where` says so; the rest stays to the bit. */
export function writeLab({ L, a, b }: Lab, picture: Picture, where: (i: number) => boolean): void {
  const { data } = picture;
  for (let i = 0, j = 0; i < L.length; i++, j += 4) {
    if (!where(i)) continue;
    const l = (L[i]! + 0.3963377774 * a[i]! + 0.2158037573 * b[i]!) ** 3;
    const m = (L[i]! - 0.1055613458 * a[i]! - 0.0638541728 * b[i]!) ** 3;
    const s = (L[i]! - 0.0894841775 * a[i]! - 1.291485548 * b[i]!) ** 3;
    data[j] = encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    data[j + 1] = encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    data[j + 2] = encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  }
}

function encoded(value: number): number {
  return ENCODED[Math.round(Math.min(Math.max(value, 0), 1) * STEPS)]!;
}
