/** The camera and what reads it, from a tap until they are closed; all that may go wrong on the way has a code. */

import type { Seen } from "../body/points";
import { openTracker, type Tracker } from "../body/tracker";
import { openCamera, type Camera } from "../camera/camera";
import { Trouble } from "../camera/trouble";
import { watch } from "../camera/watch";

export interface Live {
  /** Follow the one who is at this place of the camera's picture. */
  pick(x: number, y: number): void;
  close(): void;
}

export interface Listener {
  see(seen: Seen | null): void;
  /** The camera or the tracker failed; everything is closed already. */
  trouble(code: string): void;
  /** The camera shows a picture; poses are not read yet. */
  opened(): void;
}

/** Open camera and tracker, after a tap. What is returned closes them at any time, also while they are being opened. */
export function goLive(video: HTMLVideoElement, listener: Listener): Live {
  let closed = false;
  const open: { camera?: Camera; tracker?: Tracker; stop?: () => void } = {};
  const close = (): void => {
    closed = true;
    open.stop?.();
    open.tracker?.close();
    open.camera?.close();
  };
  const fail = (code: string): void => {
    if (!closed) {
      close();
      listener.trouble(code);
    }
  };
  const opening = async (): Promise<void> => {
    // Both at once: the models load while the visitor answers the browser's question.
    const [camera, tracker] = await Promise.all([
      openCamera(video, { facing: "user" }).then((opened) => {
        open.camera = opened;
        opened.onlost((trouble) => { fail(trouble.code); });
        if (closed) {
          opened.close();
        } else {
          listener.opened();
        }
        return opened;
      }),
      openTracker("pose", { model: "lite" }).then((opened) => {
        open.tracker = opened;
        if (closed) {
          opened.close();
        }
        return opened;
      }),
    ]);
    if (!closed) {
      open.stop = watch(camera, tracker, (seen) => { listener.see(seen); });
    }
  };
  opening().catch((error: unknown) => {
    fail(error instanceof Trouble ? error.code : "unsupported");
  });
  return { pick: (x, y) => { open.tracker?.pick(x, y); }, close };
}

/** Below this mean brightness (0 to 255) a camera sees nobody, even where somebody is. */
const DARK = 28;

/** Return a function that tells whether the camera sees only darkness. */
export function darkness(video: HTMLVideoElement): () => boolean {
  const small = document.createElement("canvas");
  [small.width, small.height] = [16, 12];
  const context = small.getContext("2d", { willReadFrequently: true });
  return () => {
    if (context === null || video.videoWidth === 0) {
      return false;
    }
    context.drawImage(video, 0, 0, small.width, small.height);
    const { data } = context.getImageData(0, 0, small.width, small.height);
    let total = 0;
    for (let at = 0; at < data.length; at += 4) {
      total += 0.21 * (data[at] ?? 0) + 0.72 * (data[at + 1] ?? 0) + 0.07 * (data[at + 2] ?? 0);
    }
    return total / (data.length / 4) < DARK;
  };
}
