/** The painting's light and colours on a visitor's face: its tones first, then where its light falls and its shade lies. */
import { type Lab, AXES } from "./colour";
import { type Plane, type Size, blurredWithin, middle } from "./planes";

/** How much of the painting's light and colour comes over; the rest is the visitor's own, so that it stays a face. */
const LIGHT = { L: 0.9, a: 0.92, b: 0.92 };

/** A face's relief may be deepened or flattened only so far: beyond, it turns to a mask or to noise. */
const RELIEF = { least: 0.6, most: 1 };

/** The size of what counts as light, as a share of the face's width: a shaded cheek, not an eye. */
const SOFT = 0.11;

/** Shade of a picture: each axis blurred within the skin. */
export function shade({ L, a, b }: Lab, skin: Plane, size: Size, face: number): Lab {
  return { L: shadeOf(L, skin, size, face), a: shadeOf(a, skin, size, face), b: shadeOf(b, skin, size, face) };
}

/** Shade of one axis. */
export function shadeOf(plane: Plane, skin: Plane, size: Size, face: number): Plane {
  return blurredWithin(plane, skin, size, face * SOFT);
}

/** Return the visitor's face in the painting's light: `there` and `here` are the shades of the painting and of the visitor. */
export function relit(visitor: Lab, here: Lab, painting: Lab, there: Lab, skinHere: Plane, skinThere: Plane): Lab {
  const result = { L: visitor.L.slice(), a: visitor.a.slice(), b: visitor.b.slice() };
  for (const axis of AXES) {
    const relief = (lab: Lab, low: Lab): Plane => lab[axis].map((value, i) => value - low[axis][i]!);
    const [own, painted] = [relief(visitor, here), relief(painting, there)];
    const ratio = (middle(painted, skinThere)?.spread ?? 1) / Math.max(middle(own, skinHere)?.spread ?? 1, 1e-4);
    const gain = Math.min(Math.max(ratio, RELIEF.least), RELIEF.most);
    // The visitor's light without its middle is kept in part; its middle tone never is.
    const tone = (middle(there[axis], skinThere)?.median ?? 0) - (middle(here[axis], skinHere)?.median ?? 0);
    const share = LIGHT[axis];
    result[axis] = own.map(
      (value, i) => share * there[axis][i]! + (1 - share) * (here[axis][i]! + tone) + gain * value,
    );
  }
  return result;
}
