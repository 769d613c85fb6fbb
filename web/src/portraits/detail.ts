/** The part of a portrait about its face: whole portraits are too small on a phone to see a face in. */
import type { Point } from "./expression";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** So many times as high as the face is what is shown of the portrait around it. */
const AROUND = 1.9;

/** Return the part of a picture about a face, in whole pixels, square where the picture is large enough. */
export function closeUp(face: readonly Point[], width: number, height: number): Box {
  const [xs, ys] = [face.map(({ x }) => x), face.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.round(AROUND * Math.max(right - left, bottom - top));
  const [wide, high] = [Math.min(side, width), Math.min(side, height)];
  return {
    left: Math.round(Math.min(Math.max((left + right - wide) / 2, 0), width - wide)),
    top: Math.round(Math.min(Math.max((top + bottom - high) / 2, 0), height - high)),
    width: wide,
    height: high,
  };
}

/** Show a part of a picture in a canvas. */
export function showPart(canvas: HTMLCanvasElement, picture: CanvasImageSource, { left, top, width, height }: Box): void {
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d")?.drawImage(picture, left, top, width, height, 0, 0, width, height);
}
