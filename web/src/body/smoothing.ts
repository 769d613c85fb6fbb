import type { Landmark } from "./points";

/** How a one-euro filter holds a point still and lets it go: Casiez, Roussel, Vogel 2012. */
export interface OneEuroOptions {
  readonly minCutoff: number;
  readonly beta: number;
}

/** mediapipe/modules/pose_landmark/pose_landmark_filtering.pbtxt; the Face Landmarker task uses the same for faces. */
export const OF_LANDMARKS: OneEuroOptions = { minCutoff: 0.05, beta: 80 };
/** The same file: the points that tell where to look next are held more firmly. */
export const OF_AUXILIARY: OneEuroOptions = { minCutoff: 0.01, beta: 10 };

const DERIVATE_CUTOFF = 1;
/** The share of a new visibility in the smoothed one (the same file). */
const VISIBILITY_SHARE = 0.1;
/** Assumed before a second picture tells (mediapipe/calculators/util/landmarks_smoothing_calculator.cc). */
const FREQUENCY = 30;
/** An object this small is noise: it is let through as it is (the same calculator). */
const SMALLEST = 1e-6;

/** One number over time (mediapipe/util/filtering/one_euro_filter.cc). */
export class OneEuro {
  private raw = NaN;
  private smooth = NaN;
  private speed = NaN;
  private last = NaN;
  private frequency = FREQUENCY;

  constructor(private readonly options: OneEuroOptions) {}

  /** Return the smoothed `value` of the time `at` (milliseconds); `scale` makes the speed independent of the object's size. */
  apply(value: number, at: number, scale: number): number {
    if (at <= this.last) return value; // a picture of the same moment: nothing is known of its speed
    if (!Number.isNaN(this.last)) this.frequency = 1000 / (at - this.last);
    this.last = at;
    const speed = Number.isNaN(this.raw) ? 0 : (value - this.raw) * scale * this.frequency;
    this.raw = value;
    this.speed = mixed(this.speed, speed, this.share(DERIVATE_CUTOFF));
    this.smooth = mixed(this.smooth, value, this.share(this.options.minCutoff + this.options.beta * Math.abs(this.speed)));
    return this.smooth;
  }

  private share(cutoff: number): number {
    return 1 / (1 + this.frequency / (2 * Math.PI * cutoff));
  }
}

function mixed(before: number, now: number, share: number): number {
  return Number.isNaN(before) ? now : share * now + (1 - share) * before;
}

/** All landmarks of one person over time. */
export class Smoothing {
  private readonly filters: { x: OneEuro; y: OneEuro; z: OneEuro; visibility: number }[] = [];

  constructor(private readonly options: OneEuroOptions) {}

  /** Return the smoothed landmarks; `size` is the object's, in pixels. */
  apply(landmarks: readonly Landmark[], at: number, size: number): Landmark[] {
    if (size < SMALLEST) return [...landmarks];
    return landmarks.map((one, i) => {
      const filter = (this.filters[i] ??= {
        x: new OneEuro(this.options), y: new OneEuro(this.options), z: new OneEuro(this.options), visibility: NaN,
      });
      filter.visibility = mixed(filter.visibility, one.visibility, VISIBILITY_SHARE);
      return {
        x: filter.x.apply(one.x, at, 1 / size),
        y: filter.y.apply(one.y, at, 1 / size),
        z: filter.z.apply(one.z, at, 1 / size),
        visibility: filter.visibility,
      };
    });
  }
}
