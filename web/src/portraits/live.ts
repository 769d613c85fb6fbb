/** The camera and what reads faces in it, from a tap until they are closed; all that may go wrong on the way has a code. */
import type { Seen } from "../body/points";
import { openTracker, type Tracker } from "../body/tracker";
import { type Camera, openCamera } from "../camera/camera";
import { Trouble } from "../camera/trouble";
import { watch } from "../camera/watch";

export interface Live {
  /** The picture of this moment, and the face in it; null where none is found. */
  still(): Promise<{ readonly picture: ImageBitmap; readonly seen: Seen } | null>;
  /** Follow the one who is at this place of the camera's picture. */
  pick(x: number, y: number): void;
  close(): void;
}

export interface Listener {
  see(seen: Seen | null): void;
  /** The camera or the tracker failed; everything is closed already. */
  trouble(code: string): void;
}

/** Open camera and tracker after a tap; null where that fails or is no longer `wanted`. */
export async function goLive(video: HTMLVideoElement, listener: Listener, wanted: () => boolean): Promise<Live | null> {
  let camera: Camera | null = null;
  let tracker: Tracker | null = null;
  let stop = (): void => undefined;
  const close = (): void => {
    stop();
    tracker?.close();
    camera?.close();
    [camera, tracker] = [null, null];
  };
  try {
    // Both at once: the models load while the visitor answers the browser's question.
    const opening = openTracker("face");
    opening.catch(() => undefined);
    camera = await openCamera(video, { facing: "user" });
    tracker = await opening;
    if (!wanted()) {
      close();
      return null;
    }
    camera.onlost((trouble) => {
      close();
      listener.trouble(trouble.code);
    });
    stop = watch(camera, tracker, (seen) => {
      listener.see(seen);
    });
    const following = tracker;
    return {
      still: () => taken(video, following),
      pick: (x, y) => {
        following.pick(x, y);
      },
      close,
    };
  } catch (error) {
    close();
    if (wanted()) listener.trouble(error instanceof Trouble ? error.code : "unsupported");
    return null;
  }
}

/** Take the picture of this moment; the face is looked for in this very picture, so that both agree to the pixel. */
async function taken(video: HTMLVideoElement, tracker: Tracker): Promise<{ picture: ImageBitmap; seen: Seen } | null> {
  const picture = await createImageBitmap(video);
  const copy = await createImageBitmap(picture);
  const faces = await tracker.still(copy);
  // The nearest face is the visitor's: those behind are smaller.
  const [seen] = [...faces].sort((first, second) => width(second) - width(first));
  if (seen === undefined) {
    picture.close();
    return null;
  }
  return { picture, seen };
}

function width({ landmarks }: Seen): number {
  const xs = landmarks.map(({ x }) => x);
  return Math.max(...xs) - Math.min(...xs);
}
