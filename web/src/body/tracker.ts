import type { Seen } from "./points";
import { Seer } from "./seer";

export type Task = "pose" | "face";

/** Sees bodies or faces, in a worker of its own. */
export interface Tracker {
  /** Look for the one who is followed; null where nobody is there. Takes ownership of the frame. */
  track(frame: ImageBitmap | VideoFrame, at: number): Promise<Seen | null>;
  /** Everyone in a picture, without following and smoothing. Takes ownership of the picture. */
  still(picture: ImageBitmap): Promise<readonly Seen[]>;
  /** Follow the one at this place from now on, in pixels of the frame. */
  pick(x: number, y: number): void;
  /** End the worker and forget everything. */
  close(): void;
}

/** Start seeing. Throws a Trouble: "no-wasm", "no-simd", "models" or "unsupported". */
export async function openTracker(task: Task, options: { model?: "lite" | "full" } = {}): Promise<Tracker> {
  const seer = await Seer.open(task, options.model);
  return {
    track: async (frame, at) => (await seer.ask({ what: "track", frame, at }, [frame]))[0] ?? null,
    still: (picture) => seer.ask({ what: "still", picture }, [picture]),
    // A tap that comes while the tracker closes is for nobody.
    pick: (x, y) => { seer.ask({ what: "pick", x, y }).catch(() => undefined); },
    close: () => { seer.close(); },
  };
}
