/** What is painted on: faces cut out of their pictures, and the painted patch back in the whole. */
import type { Picture } from "./colour";
import type { Areas, Sitter } from "./compose";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What can be drawn on a canvas, with its size. */
export type Drawable = ImageBitmap | HTMLCanvasElement | OffscreenCanvas;

/** Around the face so much of its size goes along: the seam's coarse tones reach that far. */
const MARGIN = 0.25;

/** The longest side in pixels of what is painted: a face on a poster takes as long as one on a postcard. */
const MOST = 440;

/** The visitor's face is sampled a little finer than the painted one: finer still would only cost. */
const FINER = 1.2;

interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Both faces cut out, in sizes that fit each other, and how the painted one goes back into the portrait. */
export interface Patches {
  readonly portrait: Sitter;
  readonly visitor: Sitter;
  put(patch: Picture): HTMLCanvasElement;
}

/** A picture that somebody is in: the face's points and what stands in front of it, in pixels of the picture. */
export interface Shot {
  readonly picture: Drawable;
  readonly face: readonly Point[];
  readonly inFront: Areas;
}

/** Cut both faces out of their pictures. */
export function patches(portrait: Shot, visitor: Shot): Patches {
  const there = crop(portrait.picture, portrait.face, (side) => Math.min(1, MOST / side));
  const ratio = (eyes(portrait.face) * there.scale * FINER) / eyes(visitor.face);
  const here = crop(visitor.picture, visitor.face, (side) => Math.min(1.5, ratio, (2 * MOST) / side));
  return {
    portrait: cut(portrait, there),
    visitor: cut(visitor, here),
    put: (patch) => put(portrait.picture, patch, there),
  };
}

function eyes(face: readonly Point[]): number {
  const [left, right] = [face[33], face[263]];
  return left && right ? Math.hypot(left.x - right.x, left.y - right.y) : 1;
}

function crop(picture: Drawable, face: readonly Point[], scaling: (side: number) => number): Crop {
  const [xs, ys] = [face.map((p) => p.x), face.map((p) => p.y)];
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const margin = MARGIN * Math.max(width, height);
  const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
  const right = Math.min(picture.width, Math.ceil(Math.max(...xs) + margin));
  const bottom = Math.min(picture.height, Math.ceil(Math.max(...ys) + margin));
  const scale = scaling(Math.max(right - left, bottom - top));
  return { left, top, width: right - left, height: bottom - top, scale };
}

/** Cut a face out of its picture, at the crop's scale, and its points with it. */
function cut({ picture, face, inFront }: Shot, at: Crop): Sitter {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(at.width * at.scale);
  canvas.height = Math.round(at.height * at.scale);
  const context = drawing(canvas);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, at.left, at.top, at.width, at.height, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const place = ({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } => ({
    x: (x - at.left) * at.scale,
    y: (y - at.top) * at.scale,
  });
  return {
    picture: { data: new Uint8ClampedArray(data), width, height },
    face: face.map((point) => ({ ...place(point), z: point.z * at.scale })),
    inFront: inFront.map((area) => area.map(place)),
  };
}

/** Put the painted patch back into a copy of the whole portrait. */
function put(portrait: Drawable, patch: Picture, at: Crop): HTMLCanvasElement {
  const small = document.createElement("canvas");
  small.width = patch.width;
  small.height = patch.height;
  drawing(small).putImageData(new ImageData(new Uint8ClampedArray(patch.data), patch.width, patch.height), 0, 0);
  const whole = document.createElement("canvas");
  whole.width = portrait.width;
  whole.height = portrait.height;
  const context = drawing(whole);
  context.drawImage(portrait, 0, 0);
  context.imageSmoothingQuality = "high";
  context.drawImage(small, at.left, at.top, at.width, at.height);
  return whole;
}

function drawing(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("This browser gives no canvas to draw on.");
  return context;
}
