import type { Seen } from "../body/points";
import type { Tracker } from "../body/tracker";
import type { Camera } from "./camera";
import { Trouble } from "./trouble";

/** Pictures on their way at one time: while one is looked at, the next is fetched. More would only make what is seen older. */
const AHEAD = 2;

/**
 * Look at one picture of the camera after the other, and hand over what is seen, in order. Pauses while the page is in the background.
 * Ends by itself when the camera is lost (`Camera.onlost` tells).
 *
 * @returns what stops it.
 */
export function watch(camera: Camera, tracker: Tracker, see: (seen: Seen | null) => void): () => void {
  let stopped = false;
  const isStopped = (): boolean => stopped;
  const stop = (): void => {
    stopped = true;
  };
  const look = async (): Promise<void> => {
    const underway = new Set<Promise<void>>();
    while (!isStopped()) {
      await shown();
      const frame = await camera.frame();
      if (isStopped() || document.hidden) {
        frame.close();
        continue;
      }
      const seeing = tracker.track(frame, performance.now()).then((seen) => {
        if (!stopped) see(seen);
      }).catch(end).finally(() => { underway.delete(seeing); });
      underway.add(seeing);
      if (underway.size >= AHEAD) await Promise.race(underway);
    }
  };
  const end = (error: unknown): void => {
    stop();
    // A camera that is lost, or a tracker that was closed, is told elsewhere.
    if (!(error instanceof Trouble)) throw error;
  };
  look().catch(end);
  return stop;
}

/** Wait until the page is in the foreground. */
function shown(): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const back = (): void => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", back);
      resolve();
    };
    document.addEventListener("visibilitychange", back);
  });
}
