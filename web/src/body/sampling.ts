import type { Region } from "./region";

/** A picture's pixels: red, green, blue, alpha. */
export interface Pixels {
  readonly data: Uint8ClampedArray | Uint8Array;
  readonly width: number;
  readonly height: number;
}

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
 * so the corner of the region is the middle of the first pixel's upper left neighbour, not shifted by half a pixel.
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
      if (x >= 0 && y >= 0 && x < width - 1 && y < height - 1) {
        const [left, top] = [x | 0, y | 0];
        const [fx, fy] = [x - left, y - top];
        const upper = (top * width + left) * 4;
        const lower = upper + width * 4;
        const [a, b, c, d] = [(1 - fx) * (1 - fy) * scale, fx * (1 - fy) * scale, (1 - fx) * fy * scale, fx * fy * scale];
        for (let colour = 0; colour < 3; colour += 1) {
          out[at + colour] = black +
            (data[upper + colour] ?? 0) * a + (data[upper + 4 + colour] ?? 0) * b +
            (data[lower + colour] ?? 0) * c + (data[lower + 4 + colour] ?? 0) * d;
        }
      } else {
        edge(pixels, x, y, border, scale, black, out, at);
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
  out.fill(black, at, at + 3);
  for (let corner = 0; corner < 4; corner += 1) {
    let [px, py] = [left + (corner & 1), top + (corner >> 1)];
    const inside = px >= 0 && py >= 0 && px < width && py < height;
    if (!inside && !border) continue;
    px = Math.min(Math.max(px, 0), width - 1);
    py = Math.min(Math.max(py, 0), height - 1);
    const weight = ((corner & 1) === 1 ? fx : 1 - fx) * (corner >> 1 === 1 ? fy : 1 - fy) * scale;
    for (let colour = 0; colour < 3; colour += 1) {
      out[at + colour] = (out[at + colour] ?? 0) + (data[(py * width + px) * 4 + colour] ?? 0) * weight;
    }
  }
}
