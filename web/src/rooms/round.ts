/** One round: a work's pose, struck before the camera or found among drawings, and the points that it brings. */

import type { Seen } from "../body/points";
import { word } from "../play/words";
import type { Challenge, Posed } from "../poses/data";
import { overlay } from "../poses/drawing";
import { find } from "../poses/finding";
import type { Mirror } from "../poses/mirror";
import type { Sound } from "../play/sound";
import { Striking } from "../poses/striking";
import { arrives, pictureOf } from "../poses/works";

/** Points for the drawing that has the pose: all at the first choice, fewer after each wrong one. */
const FOUND = [100, 60, 30, 10] as const;
/** Scores are told so often (ms): ten a second. */
const TOLD = 100;

export interface Stage {
  readonly root: HTMLElement;
  readonly video: HTMLVideoElement;
  readonly mirror: Mirror;
  readonly sound: Sound;
  readonly part: (selector: string) => HTMLElement;
}

export class Round {
  /** The best moment so far. */
  best = 0;
  over = false;
  private striking: Striking | null = null;
  private peak = 0;
  private told = 0;
  private readonly telling: ReturnType<typeof setInterval>;

  constructor(
    private readonly stage: Stage,
    private readonly challenge: Challenge,
    private readonly work: Posed,
    private readonly tell: (score: number) => void,
    private readonly done: () => void,
  ) {
    this.telling = setInterval(() => { this.tellPeak(); }, TOLD);
  }

  /** Show the work and begin; false where its picture cannot be shown (any more). */
  async begin(way: "camera" | "drawn"): Promise<boolean> {
    const picture = pictureOf(this.work.id);
    if (picture === null || !(await arrives(picture))) {
      return false;
    }
    if (!this.over) {
      this[way](picture);
    }
    return true;
  }

  see(seen: Seen | null): void {
    if (!this.over) {
      this.striking?.see(seen);
    }
  }

  /** Stop here: what was reached counts. */
  stop(): void {
    if (!this.over) {
      this.over = true;
      clearInterval(this.telling);
      this.tellPeak();
    }
  }

  private camera(picture: HTMLImageElement): void {
    const { part, root, video, mirror, sound } = this.stage;
    part('[data-pane="work"]').replaceChildren(picture, overlay(this.work.joints, this.work.part, this.work.size));
    this.striking = new Striking(
      this.challenge,
      this.work,
      {
        advice: part("[data-advice]"),
        meter: root.querySelector<SVGElement>("[data-meter]") ?? document.createElementNS("http://www.w3.org/2000/svg", "svg"),
        score: part("[data-score]"),
        video,
      },
      mirror,
      sound,
      {
        keepStills: () => false,
        scored: (score) => { this.reach(score); },
        matched: (score) => { this.reach(score); this.done(); },
      },
    );
  }

  private drawn(picture: HTMLImageElement): void {
    const { part } = this.stage;
    part('[data-pane="drawn"]').replaceChildren(picture);
    find(this.work, this.challenge.works, part("[data-choices]"), part("[data-drawn-says]"), (wrong) => {
      this.reach(FOUND[Math.min(wrong, FOUND.length - 1)] ?? 0);
      part("[data-drawn-says]").textContent = word("drawn-right");
      this.done();
    });
  }

  private reach(score: number): void {
    this.peak = Math.max(this.peak, Math.min(100, Math.round(score)));
    this.best = Math.max(this.best, this.peak);
  }

  private tellPeak(): void {
    if (this.peak !== this.told) {
      this.told = this.peak;
      this.tell(this.peak);
    }
    // What is told next is the best since now.
    this.peak = 0;
  }
}
