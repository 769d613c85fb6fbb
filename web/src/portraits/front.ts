/** Hands in front of a face: where they are, so that no smear of them is painted. */
import { hands } from "../body/hands";
import type { Areas } from "./composite/compose";

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Points lie along the bones: the hand is so much wider on every side, as a share of its length. */
const FLESH = 0.14;

/** Return the outlines of the hands in a picture; none where hands cannot be looked for. The picture stays open. */
export async function handsIn(picture: CanvasImageSource & { readonly width: number; readonly height: number }): Promise<Areas> {
  try {
    // Skin and hair are told apart by their colours all the same: without this only a hand on a cheek is missed.
    return (await hands(await createImageBitmap(picture))).map((points) => grown(hull(points)));
  } catch {
    return [];
  }
}

/** The smallest outline around points (Andrew 1979). */
function hull(points: readonly Place[]): Place[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (from: readonly Place[]): Place[] => {
    const line: Place[] = [];
    for (const point of from) {
      while (line.length > 1 && !turnsLeft(line.at(-2), line.at(-1), point)) line.pop();
      line.push(point);
    }
    return line.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

function turnsLeft(a: Place | undefined, b: Place | undefined, c: Place): boolean {
  return a !== undefined && b !== undefined && (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}

function grown(outline: readonly Place[]): Place[] {
  const count = Math.max(1, outline.length);
  const middle = { x: outline.reduce((sum, p) => sum + p.x, 0) / count, y: outline.reduce((sum, p) => sum + p.y, 0) / count };
  const far = Math.max(...outline.map((p) => Math.hypot(p.x - middle.x, p.y - middle.y)));
  return outline.map(({ x, y }) => {
    const length = Math.hypot(x - middle.x, y - middle.y) + 1e-6;
    return { x: x + ((x - middle.x) / length) * far * FLESH * 2, y: y + ((y - middle.y) / length) * far * FLESH * 2 };
  });
}
