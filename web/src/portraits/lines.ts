/** The lines that a face is drawn with: outline, brows, eyes, nose, lips, by the numbers of the mesh's points. */
import { OVAL } from "./composite/shape";
import type { Point } from "./expression";

interface Line {
  readonly points: readonly number[];
  readonly closed: boolean;
}

const LINES: readonly Line[] = [
  { points: OVAL, closed: true },
  { points: [70, 63, 105, 66, 107], closed: false },
  { points: [300, 293, 334, 296, 336], closed: false },
  { points: [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7], closed: true },
  { points: [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249], closed: true },
  { points: [168, 6, 197, 195, 5, 4, 1], closed: false },
  { points: [98, 97, 2, 326, 327], closed: false },
  { points: [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146], closed: true },
  { points: [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95], closed: true },
];

/** Return the lines as the path of an SVG or a canvas. */
export function pathOf(face: readonly Point[]): string {
  return LINES.map(({ points, closed }) => {
    const places = points.map((one) => face[one]).filter((one) => one !== undefined);
    return `M${places.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}${closed ? "Z" : ""}`;
  }).join("");
}
