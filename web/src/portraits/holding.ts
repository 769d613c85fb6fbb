/** From one picture of the camera to the next: what fits, what to do, and how long it has been held. */
import type { Seen } from "../body/points";
import type { Sound } from "../play/sound";
import type { Portrait } from "./data";
import { HOLD_SECONDS, measure } from "./expression";
import type { Ghost } from "./ghost";
import { advise } from "./guide";
import type { Shown } from "./shown";

/** A face smaller than this from eye to eye, in pixels, has too little to be painted with. */
const SMALL = 40;

/** Advice changes no faster than this, in milliseconds: a sentence has to be read. */
const READING = 900;

export class Holding {
  private since: number | null = null;
  private told = { key: "", at: -Infinity };
  private done = false;

  constructor(
    private readonly portrait: Portrait,
    private readonly ghost: Ghost,
    private readonly shown: Shown,
    private readonly sound: Sound,
    private readonly isDark: () => boolean,
    private readonly isSwapped: () => boolean,
    private readonly matched: () => void,
  ) {}

  /** Look at a moment; null: nobody is seen. */
  see(seen: Seen | null): void {
    if (this.done) return;
    this.shown.mirror(seen);
    const found = seen === null ? null : measure(seen.landmarks);
    if (seen === null || found === null) {
      this.lose(this.isDark() ? "dark" : "nobody");
      return;
    }
    if (found.size < SMALL) {
      this.lose("closer");
      return;
    }
    const advice = advise(this.portrait.expression, found, this.since !== null, this.isSwapped());
    this.ghost.draw(seen.landmarks, advice.matched);
    this.hold(advice.matched);
    this.shown.meter(advice, this.held());
    this.sound.tell((100 * advice.fits) / advice.of);
    this.tell(!advice.matched && seen.others > 0 && advice.fits < advice.of / 2 ? "several" : advice.key);
    if (this.held() >= 1) {
      this.done = true;
      this.matched();
    }
  }

  /** The share of the time that has been held, 0 to 1. */
  private held(): number {
    return this.since === null ? 0 : Math.min(1, (performance.now() - this.since) / (HOLD_SECONDS * 1000));
  }

  private hold(matched: boolean): void {
    if (!matched) this.since = null;
    else this.since ??= performance.now();
  }

  private lose(key: string): void {
    this.since = null;
    this.ghost.draw(null, false);
    this.shown.meter(null, 0);
    this.sound.tell(null);
    this.tell(key);
  }

  private tell(key: string): void {
    const now = performance.now();
    if (key === this.told.key || (key !== "hold" && now - this.told.at < READING)) return;
    this.told = { key, at: now };
    this.shown.say(key);
  }
}
