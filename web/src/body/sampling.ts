import type { Region } from "./region";

/** A picture's pixels: red, green, blue, alpha. */
export interface Pixels {
  readonly data: Uint8ClampedArray | Uint8Array;
  readonly width: number;
  readonly height: number;
}

const GRID = 32;

/** What a model wants its picture to be. */
export interface Wanted {
  readonly size: number;
  /** The values that black and white become. */
  readonly black: number;
  readonly white: number;
  /** Beside the picture: black, or its border's pixels on and on. */
  readonly beside: "black" | "border";
}

/**
 * Fill `out` (size × size × 3 numbers) with the region of the picture, each pixel mixed of the four about it.
 *
 * mediapipe/calculators/tensor/image_to_tensor_converter_opencv.cc: warpPerspective with INTER_LINEAR from the region's corners,
 * so the corner of the region is the middle of the first pixel, not shifted by half a pixel. OpenCV rounds places to parts of a pixel
 * (INTER_TAB_SIZE) and colours to bytes: the models answer to what little that changes.
 */
export function sample(pixels: Pixels, region: Region, wanted: Wanted, out: Float32Array): void {
  const { data, width, height } = pixels;
  const { size, black } = wanted;
  const scale = (wanted.white - black) / 255;
  const step = region.size / size;
  const [right, down] = [Math.cos(region.angle) * step, Math.sin(region.angle) * step];
  const half = size / 2;
  const border = wanted.beside === "border";
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    let x = region.x - half * right - (row - half) * down;
    let y = region.y - half * down + (row - half) * right;
    for (let column = 0; column < size; column += 1, x += right, y += down, at += 3) {
      const px = Math.round(x * GRID) / GRID;
      const py = Math.round(y * GRID) / GRID;
      if (px >= 0 && py >= 0 && px < width - 1 && py < height - 1) {
        const left = px | 0;
        const top = py | 0;
        const fx = px - left;
        const fy = py - top;
        const upper = (top * width + left) * 4;
        const lower = upper + width * 4;
        const a = (1 - fx) * (1 - fy);
        const b = fx * (1 - fy);
        const c = (1 - fx) * fy;
        const d = fx * fy;
        // The colours written out, not in a loop: with the rest of this file so, a fifth more faces a second.
        out[at] = black + ((data[upper]! * a + data[upper + 4]! * b + data[lower]! * c + data[lower + 4]! * d + 0.5) | 0) * scale;
        out[at + 1] = black + ((data[upper + 1]! * a + data[upper + 5]! * b + data[lower + 1]! * c + data[lower + 5]! * d + 0.5) | 0) * scale;
        out[at + 2] = black + ((data[upper + 2]! * a + data[upper + 6]! * b + data[lower + 2]! * c + data[lower + 6]! * d + 0.5) | 0) * scale;
      } else {
        edge(pixels, px, py, border, scale, black, out, at);
      }
    }
  }
}

/** One pixel at the border or beside the picture. */
function edge(
  { data, width, height }: Pixels, x: number, y: number, border: boolean, scale: number, black: number, out: Float32Array, at: number,
): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  for (let colour = 0; colour < 3; colour += 1) {
    let mixed = 0;
    for (let corner = 0; corner < 4; corner += 1) {
      const [cx, cy] = [left + (corner & 1), top + (corner >> 1)];
      const inside = cx >= 0 && cy >= 0 && cx < width && cy < height;
      if (!inside && !border) continue;
      const index = (Math.min(Math.max(cy, 0), height - 1) * width + Math.min(Math.max(cx, 0), width - 1)) * 4;
      const weight = ((corner & 1) === 1 ? fx : 1 - fx) * (corner >> 1 === 1 ? fy : 1 - fy);
      mixed += (data[index + colour] ?? 0) * weight;
    }
    out[at + colour] = black + ((mixed + 0.5) | 0) * scale;
  }
}
