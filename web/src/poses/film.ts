/** A short film of the poses beside their works, recorded on the device from a canvas: WebM or MP4, what the browser can. */

import { drawScene, type Struck } from "./card";

const WIDE = 960;
const HIGH = 720;
const RATE = 12; // pictures a second
const SECONDS = 2.5; // for each work
const KINDS = ["video/mp4;codecs=avc1.42E01E", "video/mp4", "video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm"];

/** Return whether this browser can make a film at all. */
export function canFilm(): boolean {
  return typeof MediaRecorder !== "undefined" && kind() !== undefined && "captureStream" in HTMLCanvasElement.prototype;
}

/** Make the film, shown in `canvas` while it is made. Throws where the browser cannot. `wanted` false stops it. */
export async function makeFilm(canvas: HTMLCanvasElement, struck: readonly Struck[], museum: string, wanted: () => boolean): Promise<Blob> {
  const type = kind();
  if (type === undefined) {
    throw new Error("No kind of film can be recorded.");
  }
  [canvas.width, canvas.height] = [WIDE, HIGH];
  const stream = canvas.captureStream(RATE);
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: 2_500_000 });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  const ended = new Promise((resolve, reject) => {
    recorder.addEventListener("stop", resolve);
    recorder.addEventListener("error", () => { reject(new Error("The recording failed.")); });
  });
  recorder.start();
  try {
    await play(canvas, struck, museum, wanted);
  } finally {
    recorder.stop();
    await ended;
    for (const track of stream.getTracks()) {
      track.stop();
    }
  }
  return new Blob(parts, { type: type.split(";")[0] ?? type });
}

function kind(): string | undefined {
  return KINDS.find((type) => MediaRecorder.isTypeSupported(type));
}

async function play(canvas: HTMLCanvasElement, struck: readonly Struck[], museum: string, wanted: () => boolean): Promise<void> {
  for (const one of struck) {
    for (let at = 0; at < SECONDS * RATE && wanted(); at++) {
      drawScene(canvas, one, one.stills[swing(at >> 1, one.stills.length)] ?? one.still, museum);
      await new Promise((resolve) => setTimeout(resolve, 1000 / RATE));
    }
  }
}

/** Return the number of the still to show: forwards and back again, so that a held pose does not jump. */
function swing(at: number, length: number): number {
  const period = Math.max(1, 2 * (length - 1));
  const place = at % period;
  return place < length ? place : period - place;
}
