/** The painting's own surface: a visitor's face without the camera's grain, and the paint's cracks and canvas on it. */
import { type Lab, AXES } from "./colour";
import { type Plane, type Size, blurred, middle } from "./planes";

/** Marks stronger than so many usual ones are drawing, not surface: they would come over as ghosts of the painted face. */
const DRAWN = 3;

/** How far the strokes go: the rest is the camera's picture, without which edges turn to steps. */
const BRUSH = 0.6;

/** Return a picture in which strokes replace the camera's grain: each pixel takes the calmest of four neighbourhoods (Kuwahara). */
export function brushed(lab: Lab, size: Size, radius: number): Lab {
  if (radius < 2) return lab; // a face of so few pixels has no grain to lose
  const { width, height } = size;
  const calm = { L: lab.L.slice(), a: lab.a.slice(), b: lab.b.slice() };
  const side = radius + 1;
  const sums = AXES.map((axis) => windows(lab[axis], size, side));
  const squares = windows(lab.L.map((value) => value * value), size, side);
  const count = side * side;
  for (let y = radius; y < height - side; y++) {
    for (let x = radius; x < width - side; x++) {
      const corners = [(y - radius) * width + x - radius, (y - radius) * width + x, y * width + x - radius, y * width + x];
      let best = corners[0]!;
      let least = Infinity;
      for (const corner of corners) {
        const mean = sums[0]![corner]! / count;
        const spread = squares[corner]! / count - mean * mean;
        if (spread < least) [least, best] = [spread, corner];
      }
      const i = y * width + x;
      AXES.forEach((axis, k) => (calm[axis][i] = (1 - BRUSH) * lab[axis][i]! + (BRUSH * sums[k]![best]!) / count));
    }
  }
  return calm;
}

/** Return for each pixel the sum over the square of `side` that begins there. */
function windows(plane: Plane, { width, height }: Size, side: number): Plane {
  const whole = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += plane[y * width + x]!;
      whole[(y + 1) * (width + 1) + x + 1] = whole[y * (width + 1) + x + 1]! + row;
    }
  }
  const sums = new Float32Array(width * height);
  for (let y = 0; y + side <= height; y++) {
    for (let x = 0; x + side <= width; x++) {
      const [above, below] = [y * (width + 1) + x, (y + side) * (width + 1) + x];
      sums[y * width + x] = whole[below + side]! - whole[above + side]! - whole[below]! + whole[above]!;
    }
  }
  return sums;
}

/**
 * Return the paint's relief on its skin: what is finer than `fine` pixels, without what is drawn.
 *
 * Where the painter drew (`drawn`: eyes, lips, the edge of a nose), the surface fades; single strong marks are held down.
 */
export function craquelure(L: Plane, skin: Plane, drawn: Plane, size: Size, fine: number): Plane {
  const low = blurred(L, size, fine);
  const marks = L.map((value, i) => value - low[i]!);
  const usual = Math.max((middle(marks, skin)?.spread ?? 0) * 1.48, 1e-4) * DRAWN;
  const away = blurred(drawn, size, fine * 1.5);
  return marks.map((mark, i) => usual * Math.tanh(mark / usual) * (1 - Math.min(1, away[i]! * 1.4)));
}
