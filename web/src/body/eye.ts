import type { Detection } from "./detections";
import type { Landmark } from "./points";
import type { Region } from "./region";
import type { Pixels } from "./sampling";
import type { OneEuroOptions } from "./smoothing";

/** Someone at whom a landmark model looked. */
export interface Look {
  readonly landmarks: readonly Landmark[];
  /** Points that only tell where to look next. */
  readonly auxiliary: readonly Landmark[];
  readonly score: number;
}

/** What finds one kind of thing, bodies or faces: a detector for whole pictures, and a landmark model for a region. */
export interface Eye {
  /** Find everyone in the picture, the surest first. */
  find(pixels: Pixels): Promise<Detection[]>;
  /** Where to look for the points of what was detected. */
  regionOf(found: Detection): Region;
  /** Look at a region; null where nobody is in it. */
  look(pixels: Pixels, region: Region): Promise<Look | null>;
  /** Where to look in the next picture. */
  next(look: Look): Region;
  /** The size of who was looked at, in pixels, for smoothing. */
  sizeOf(look: Look): number;
  readonly smoothing: OneEuroOptions;
  readonly auxiliarySmoothing: OneEuroOptions;
}
