/** The portrait that a page is about, as the server wrote it into the page. */
import type { Part, Point } from "./expression";

export interface Portrait {
  /** The work, as counts name it. */
  readonly id: string;
  /** The size of the file that the points lie on, in pixels. */
  readonly size: readonly [number, number];
  readonly points: readonly Point[];
  readonly expression: Readonly<Record<Part, number>>;
  /** The address of its picture, smaller than the file. */
  readonly picture: string;
}

/** Read the portrait out of the page. */
export function readPortrait(): Portrait {
  const written = document.getElementById("portrait")?.textContent ?? "{}";
  const { points, ...rest } = JSON.parse(written) as Omit<Portrait, "points"> & { points: [number, number, number][] };
  return { ...rest, points: points.map(([x, y, z]) => ({ x, y, z })) };
}

/** Load a portrait's picture. Throws where it does not come. */
export async function loadPicture(portrait: Portrait): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = portrait.picture;
  await image.decode();
  return image;
}

/** Return the points in pixels of the picture as it was loaded. */
export function placed(portrait: Portrait, width: number): Point[] {
  const scale = width / portrait.size[0];
  return portrait.points.map(({ x, y, z }) => ({ x: x * scale, y: y * scale, z: z * scale }));
}
