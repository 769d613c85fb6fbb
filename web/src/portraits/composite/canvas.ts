/** The composite in the browser: a worker paints, so that the page stays awake. */
import type { Composed, Sitter } from "./compose";
import { patches, type Shot } from "./patches";
import address from "./worker.ts?worker&url";

/** The address of the worker's script: what has to be here without a network. */
export const PAINTER = new URL(address, import.meta.url).href;

/** What the worker is given; `triangles` are those of the canonical face. */
export interface Order {
  readonly portrait: Sitter;
  readonly visitor: Sitter;
  readonly triangles: readonly (readonly number[])[];
}

export interface Painted {
  readonly canvas: HTMLCanvasElement;
  /** The share of the painted face that the visitor's own took. */
  readonly share: number;
}

/** Return the portrait with the visitor's face in it. Throws where the worker fails; neither picture leaves the device. */
export async function paint(portrait: Shot, visitor: Shot, triangles: readonly (readonly number[])[]): Promise<Painted> {
  const cut = patches(portrait, visitor);
  const composed = await inWorker({ portrait: cut.portrait, visitor: cut.visitor, triangles });
  return { canvas: cut.put(composed.picture), share: composed.share };
}

/** Let a worker paint, so that the page stays awake; it ends when it has. */
function inWorker(order: Order): Promise<Composed> {
  const worker = new Worker(PAINTER);
  return new Promise<Composed>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Composed>) => {
      resolve(data);
    };
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
    worker.postMessage(order);
  }).finally(() => {
    worker.terminate();
  });
}
