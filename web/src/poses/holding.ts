/** Holding a pose: the time above the threshold counts, a short slip is forgiven, a longer one is taken off again. */

/** A tracker loses a limb for a moment now and then: so many milliseconds below the threshold cost nothing. */
const SLIP = 350;
/** After a slip the bar empties so many times as fast as it fills. */
const EMPTIES = 1.5;
/** Between two looks no more than this counts (ms): a tab that was away has held nothing. */
const LONGEST_STEP = 300;

export class Hold {
  private held = 0;
  private last: number | null = null;
  private below = 0;

  /** `threshold` 0 to 100; `seconds` that the pose is to be held. */
  constructor(
    private readonly threshold: number,
    private readonly seconds: number,
  ) {}

  /** Look at the score of a moment (`at` in milliseconds); return how much of the time is held, 0 to 1. */
  look(score: number, at: number): number {
    const step = this.last === null ? 0 : Math.max(0, Math.min(LONGEST_STEP, at - this.last));
    this.last = at;
    if (score >= this.threshold) {
      this.below = 0;
      this.held += step;
    } else {
      this.below += step;
      if (this.below > SLIP) {
        this.held = Math.max(0, this.held - EMPTIES * step);
      }
    }
    return this.share;
  }

  get share(): number {
    return Math.min(1, this.held / (1000 * this.seconds));
  }

  /** Whole seconds that are still to be held. */
  get left(): number {
    return Math.ceil(this.seconds * (1 - this.share));
  }
}
