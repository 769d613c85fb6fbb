/** What stands in front of a face: hair, a hat, a hand. It is found as what is not skin and reaches in from the edge. */
import type { Lab } from "./colour";
import { type Plane, type Size, blurred, middle } from "./planes";

/** So many times the usual distance from the face's own skin, and a pixel is something else. */
const STRANGE = 4;

/** Skin of one face differs at least so much in lightness and colour, however evenly it is painted. */
const LEAST = { L: 0.09, a: 0.022, b: 0.026 };

/** Colour is taken by lightness, for shade darkens skin in its own colour; this keeps black from having any. */
const BLACK = 0.08;

/** Where more than this share of a face looked strange, it is the skin that was misjudged: deep shade, a red lamp. */
const MOST = 0.4;

/**
 * Return 1 where the face is seen, 0 where something stands in front of it, soft between.
 *
 * `inside` is the face within the seam, `skin` its cheeks, nose and forehead, `kept` what is drawn on a face and never in front of it.
 * `shade` is the lightness that the light gives the face: only what differs from it is strange.
 */
export function uncovered(lab: Lab, shade: Plane, inside: Plane, skin: Plane, kept: Plane, size: Size, soft: number): Plane {
  const all = new Float32Array(inside.length).fill(1);
  const relative = lab.L.map((value, i) => value - shade[i]!);
  const tint = (axis: Plane): Plane => axis.map((value, i) => value / (lab.L[i]! + BLACK));
  const [tintA, tintB] = [tint(lab.a), tint(lab.b)];
  const [L, a, b] = [middle(relative, skin), middle(tintA, skin), middle(tintB, skin)];
  if (L === null || a === null || b === null) return all;
  const far = (value: number, found: { median: number; spread: number }, least: number): number =>
    ((value - found.median) / Math.max(found.spread * 1.48, least)) ** 2;
  const strange = lab.L.map((_, i) => {
    const light = far(relative[i]!, L, LEAST.L);
    const colour = far(tintA[i]!, a, LEAST.a) + far(tintB[i]!, b, LEAST.b);
    return Math.sqrt(light + colour);
  });
  const smooth = blurred(strange, size, Math.max(1, soft / 3));
  const reached = flooded(smooth, inside, kept, size);
  if (share(reached, inside) > MOST) return all;
  return blurred(reached, size, soft / 2).map((value) => 1 - Math.min(1, value * 2));
}

/** Return 1 where strange pixels hang together with the outside of the face. */
function flooded(strange: Plane, inside: Plane, kept: Plane, { width, height }: Size): Plane {
  const reached = new Float32Array(inside.length);
  const open: number[] = [];
  const enter = (i: number): void => {
    if (reached[i] === 1 || inside[i] === 0 || kept[i] === 1 || strange[i]! < STRANGE) return;
    reached[i] = 1;
    open.push(i);
  };
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (inside[i] === 1 && (inside[i - 1] === 0 || inside[i + 1] === 0 || inside[i - width] === 0 || inside[i + width] === 0)) enter(i);
    }
  }
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    enter(i - 1);
    enter(i + 1);
    enter(i - width);
    enter(i + width);
  }
  return reached;
}

function share(part: Plane, whole: Plane): number {
  const sum = (plane: Plane): number => plane.reduce((total, value) => total + value, 0);
  return sum(part) / Math.max(1, sum(whole));
}
