/** One work's pose, struck in front of the camera: compare, advise, hold, until the bar is full. */

import type { Seen } from "../body/points";
import { say } from "../play/screens";
import { word } from "../play/words";
import type { Challenge, Posed } from "./data";
import { Hold } from "./holding";
import { mirrored, type Joint } from "./limbs";
import { darkness } from "./live";
import type { Mirror } from "./mirror";
import { compare, type Result } from "./score";
import type { Sound } from "../play/sound";

export interface Places {
  readonly advice: HTMLElement;
  readonly meter: SVGElement;
  readonly score: HTMLElement;
  readonly video: HTMLVideoElement;
}

/** What visitors read changes at most so often (ms), what they hear less often still. */
const READ = 1100;
const HEARD = 3500;
/** So long (ms) nobody has to be seen until it is said. */
const NOBODY = 900;
/** From this score on the way round in which somebody strikes the pose is plain. */
const PLAIN = 45;
/** Stills kept of a held pose: some a second, the last ones only; on this device, and dropped when the game ends. */
const STILL_EVERY = 160;
const STILLS = 14;
const STILL_HEIGHT = 320;

export class Striking {
  readonly stills: HTMLCanvasElement[] = [];
  private readonly hold: Hold;
  private readonly dark: () => boolean;
  private asMirror: boolean;
  private done = false;
  private seenAt = performance.now();
  private readAt = 0;
  private heardAt = 0;
  private stillAt = 0;

  constructor(
    private readonly challenge: Challenge,
    private readonly work: Posed,
    private readonly places: Places,
    private readonly mirror: Mirror,
    private readonly sound: Sound,
    private readonly options: {
      readonly keepStills: () => boolean;
      readonly scored?: (score: number) => void;
      readonly matched: (score: number) => void;
    },
  ) {
    this.hold = new Hold(challenge.threshold, challenge.hold);
    this.dark = darkness(places.video);
    this.asMirror = challenge.mirrored;
    this.meter(0);
  }

  /** A moment of the camera: somebody, or nobody. */
  see(seen: Seen | null): void {
    if (this.done) {
      return;
    }
    if (seen === null) {
      this.seeNobody();
      return;
    }
    this.seenAt = performance.now();
    const joints = this.straightened(seen);
    const result = compare(this.work.joints, joints, { part: this.work.part, mirrored: this.challenge.mirrored });
    if (result.score >= PLAIN) {
      this.asMirror = result.mirrored;
    }
    this.mirror.draw({ joints, limbs: result.limbs, wanted: this.wanted, part: this.work.part });
    this.meter(result.score);
    this.options.scored?.(result.score);
    this.sound.tell(result.score);
    const share = this.hold.look(result.score, seen.at);
    this.keepStill(result.score, seen.at);
    this.tell(result, seen);
    if (share >= 1) {
      this.done = true;
      this.sound.chime();
      this.options.matched(Math.round(result.score));
    }
  }

  private get wanted(): readonly Joint[] {
    return this.asMirror ? mirrored(this.work.joints) : this.work.joints;
  }

  /** A camera that hands over a mirror's picture swaps left and right: put them right. */
  private straightened(seen: Seen): readonly Joint[] {
    if (!this.mirror.alreadyMirrored) {
      return seen.landmarks;
    }
    return mirrored(seen.landmarks).map((joint) => ({ ...joint, x: joint.x + seen.width }));
  }

  private seeNobody(): void {
    this.mirror.draw({ joints: null, limbs: [], wanted: this.wanted, part: this.work.part });
    this.hold.look(0, performance.now());
    this.meter(0);
    this.sound.tell(null);
    if (performance.now() - this.seenAt > NOBODY) {
      this.speak(word(this.dark() ? "dark" : "nobody"));
    }
  }

  private tell(result: Result, seen: Seen): void {
    const advice = result.first?.advice;
    if (result.score >= this.challenge.threshold) {
      this.speak(word("hold", { seconds: this.hold.left }), true);
    } else if (seen.others > 0 && result.score < PLAIN) {
      this.speak(word("several"));
    } else {
      this.speak(advice === null || advice === undefined ? word("well") : word(`advice-${advice.kind}-${advice.limb}`));
    }
  }

  private speak(sentence: string, atOnce = false): void {
    const now = performance.now();
    const { advice } = this.places;
    if (sentence !== advice.textContent && (atOnce || now - this.readAt > READ)) {
      advice.textContent = sentence;
      this.readAt = now;
    }
    if (now - this.heardAt > HEARD) {
      say(advice.textContent);
      this.heardAt = now;
    }
  }

  private meter(score: number): void {
    const shown = Math.round(score);
    const { meter } = this.places;
    meter.setAttribute("aria-valuenow", String(shown));
    meter.querySelector(".filled")?.setAttribute("width", String(shown));
    meter.querySelector(".held")?.setAttribute("width", String(100 * this.hold.share));
    this.places.score.textContent = word("score", { score: shown });
  }

  private keepStill(score: number, at: number): void {
    if (score < this.challenge.threshold || at - this.stillAt < STILL_EVERY || !this.options.keepStills()) {
      return;
    }
    this.stillAt = at;
    this.stills.push(this.mirror.still(STILL_HEIGHT));
    if (this.stills.length > STILLS) {
      this.stills.shift();
    }
  }
}
