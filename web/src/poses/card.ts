/** What a visitor may take along, made on the device: a card with the pose beside the work. */

import type { Caption } from "./works";

export interface Struck {
  readonly id: string;
  readonly caption: Caption;
  readonly score: number;
  readonly picture: HTMLImageElement;
  /** The camera's picture of the moment; null where there was no camera, or a child plays. */
  readonly still: HTMLCanvasElement | null;
  readonly stills: readonly HTMLCanvasElement[];
}

const WIDE = 1600;
const MARGIN = 48;
const HIGH = 1000;
const CAPTION = 190;
/** The work has the larger part, as everywhere. */
const WORK_SHARE = 0.6;

type Drawable = HTMLImageElement | HTMLCanvasElement;

/** Draw a card: the work, the pose beside it, and what it is beneath. */
export function drawCard(canvas: HTMLCanvasElement, struck: Struck, museum: string): void {
  canvas.width = WIDE;
  canvas.height = HIGH + CAPTION + 2 * MARGIN;
  drawScene(canvas, struck, struck.still, museum);
}

/** Draw work, pose and caption into a canvas of any size. */
export function drawScene(canvas: HTMLCanvasElement, struck: Struck, pose: HTMLCanvasElement | null, museum: string): void {
  const context = canvas.getContext("2d");
  if (context === null) {
    return;
  }
  const scale = canvas.width / WIDE;
  const high = canvas.height / scale - CAPTION - 2 * MARGIN;
  const colours = getComputedStyle(document.documentElement);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = colours.backgroundColor;
  context.fillRect(0, 0, WIDE, canvas.height / scale);
  const room = WIDE - 3 * MARGIN;
  const wide = pose === null ? WIDE - 2 * MARGIN : room * WORK_SHARE;
  fit(context, struck.picture, MARGIN, MARGIN, wide, high);
  if (pose !== null) {
    fit(context, pose, 2 * MARGIN + room * WORK_SHARE, MARGIN, room * (1 - WORK_SHARE), high);
  }
  context.fillStyle = colours.color;
  caption(context, struck.caption, museum, high + 2 * MARGIN);
}

/** Draw a picture whole, as large as it fits, at the foot of its box. */
function fit(context: CanvasRenderingContext2D, picture: Drawable, x: number, y: number, width: number, height: number): void {
  const [wide, high] = picture instanceof HTMLImageElement ? [picture.naturalWidth, picture.naturalHeight] : [picture.width, picture.height];
  if (wide === 0 || high === 0) {
    return;
  }
  const scale = Math.min(width / wide, height / high);
  context.drawImage(picture, x + (width - wide * scale) / 2, y + height - high * scale, wide * scale, high * scale);
}

function caption(context: CanvasRenderingContext2D, { title, maker }: Caption, museum: string, top: number): void {
  const fonts = getComputedStyle(document.documentElement);
  const serif = fonts.getPropertyValue("--serif");
  const sans = fonts.getPropertyValue("--sans");
  const lines: readonly (readonly [string, string, number])[] = [
    [maker, `500 34px ${serif}`, 34],
    [title, `italic 400 44px ${serif}`, 56],
    [museum, `400 28px ${sans}`, 52],
  ];
  let y = top;
  for (const [words, font, step] of lines) {
    y += step;
    context.font = font;
    context.fillText(shortened(context, words, WIDE - 2 * MARGIN), MARGIN, y);
  }
}

function shortened(context: CanvasRenderingContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) {
    return words;
  }
  const signs = Array.from(words);
  while (signs.length > 1 && context.measureText(`${signs.join("")}…`).width > width) {
    signs.pop();
  }
  return `${signs.join("")}…`;
}
