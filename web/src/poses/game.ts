/** A whole game of Strike a Pose: work after work, with a camera or without, to the end. */

import { childMode } from "../play/child";
import { counting } from "../play/counts";
import { say, type Screens } from "../play/screens";
import { word } from "../play/words";
import type { Struck } from "./card";
import { fetchChallenge, type Challenge, type Posed } from "./data";
import { overlay } from "./drawing";
import { find } from "./finding";
import { goLive, type Live } from "./live";
import { Mirror } from "./mirror";
import { Sound } from "../play/sound";
import { Striking } from "./striking";
import { TakeAway } from "./takeaway";
import { arrives, captionOf, pictureOf, workOf } from "./works";

type Way = "camera" | "drawn";

/** The screen on which each way is played. */
const SCREENS: Record<Way, string> = { camera: "playing", drawn: "drawn" };

const STILL_HEIGHT = 900;

export class Game {
  private challenge: Challenge | null = null;
  private way: Way = "camera";
  private at = 0;
  private struck: Struck[] = [];
  private live: Live | null = null;
  private striking: Striking | null = null;
  /** Counts games: what belongs to one that was left is dropped. */
  private turn = 0;
  private readonly mirror: Mirror;
  private readonly sound = new Sound();
  private readonly child: () => boolean;
  private readonly count: ReturnType<typeof counting>;
  private readonly takeAway: TakeAway;

  constructor(
    private readonly root: HTMLElement,
    private readonly screens: Screens,
  ) {
    this.mirror = new Mirror(this.part("[data-mirror]") as HTMLCanvasElement, this.video);
    const whole = root.closest<HTMLElement>("[data-game]") ?? root;
    this.child = childMode(whole);
    this.count = counting(whole, "poses", this.child);
    this.takeAway = new TakeAway(root, root.dataset.museum ?? "");
    this.listen();
    screens.onshow("start", () => { this.end(); });
    screens.onleave("playing", () => { this.darken(); });
  }

  private listen(): void {
    const doing: Record<string, () => void> = {
      skip: () => { this.giveUp(); },
      stop: () => { this.screens.show("start"); },
      flip: () => { this.flip(); },
      sound: () => { this.toggleSound(); },
      next: () => { void this.next(); },
      "look-instead": () => { this.giveUp(); },
      card: () => { void this.takeAway.card(this.struck.at(-1)); },
      film: () => { void this.takeAway.film(this.struck, this.running()); },
    };
    this.root.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-do], [data-go]");
      const go = button?.dataset.go;
      if (go === "camera" || go === "drawn") {
        void this.start(go);
      } else {
        doing[button?.dataset.do ?? ""]?.();
      }
    });
    this.mirror.canvas.addEventListener("pointerdown", (event) => {
      this.live?.pick(...this.mirror.place(event));
    });
  }

  private async start(way: Way): Promise<void> {
    // Going on without a camera after trouble in the middle: what was struck stays struck.
    const goesOn = this.screens.now === "trouble" && this.challenge !== null;
    const running = this.begin(way, goesOn);
    this.screens.show(SCREENS[way]);
    this.part("[data-advice]").textContent = word("opening");
    if (way === "camera") {
      this.open();
    }
    try {
      this.challenge = goesOn ? this.challenge : await fetchChallenge(this.root.dataset.challenge ?? "");
    } catch {
      if (running()) {
        this.trouble("gone");
      }
      return;
    }
    if (running()) {
      await this.show();
    }
  }

  /** Return a function that tells whether this game is still the one that is played. */
  private begin(way: Way, goesOn: boolean): () => boolean {
    if (!goesOn) {
      this.forget();
    }
    this.turn += 1;
    this.way = way;
    return this.running();
  }

  private running(): () => boolean {
    const turn = this.turn;
    return () => turn === this.turn;
  }

  private open(): void {
    this.live = goLive(this.video, {
      see: (seen) => { this.striking?.see(seen); },
      trouble: (code) => { this.trouble(code); },
      opened: () => { this.part("[data-advice]").textContent = word("loading"); },
    });
  }

  private get work(): Posed | undefined {
    return this.challenge?.works[this.at];
  }

  /** Show the work that is next to be struck or found; leave out those that have gone meanwhile. */
  private async show(): Promise<void> {
    const running = this.running();
    const { work, challenge } = this;
    if (work === undefined || challenge === null) {
      this.finish();
      return;
    }
    const picture = pictureOf(work.id);
    const there = picture !== null && (await arrives(picture));
    // Whoever has skipped it meanwhile, or gone, is not called back.
    if (!running() || this.screens.now !== SCREENS[this.way]) {
      return;
    }
    if (picture === null || !there) {
      say(word("gone"));
      this.part("[data-advice]").textContent = word("gone");
      this.at += 1;
      await this.show();
      return;
    }
    this.count(work.work, "started");
    if (this.way === "camera") {
      this.strike(work, picture, challenge);
    } else {
      this.draw(work, picture, challenge);
    }
  }

  private strike(work: Posed, picture: HTMLImageElement, challenge: Challenge): void {
    this.number();
    this.part('[data-pane="work"]').replaceChildren(picture, overlay(work.joints, work.part, work.size));
    this.screens.show("playing");
    const striking = new Striking(
      challenge,
      work,
      {
        advice: this.part("[data-advice]"),
        meter: this.root.querySelector<SVGElement>("[data-meter]") ?? document.createElementNS("http://www.w3.org/2000/svg", "svg"),
        score: this.part("[data-score]"),
        video: this.video,
      },
      this.mirror,
      this.sound,
      { keepStills: () => !this.child(), matched: (score) => { this.matched(work, picture, score); } },
    );
    this.striking = striking;
  }

  private draw(work: Posed, picture: HTMLImageElement, challenge: Challenge): void {
    this.number();
    this.part('[data-pane="drawn"]').replaceChildren(picture);
    this.screens.show("drawn");
    find(work, challenge.works, this.part("[data-choices]"), this.part("[data-drawn-says]"), () => {
      this.matched(work, picture, 100);
    });
  }

  private number(): void {
    const which = word("which", { number: this.at + 1, all: this.challenge?.works.length ?? 0 });
    for (const place of this.root.querySelectorAll("[data-which]")) {
      place.textContent = which;
    }
  }

  private matched(work: Posed, picture: HTMLImageElement, score: number): void {
    const keeps = this.way === "camera" && !this.child();
    const still = keeps ? this.mirror.still(STILL_HEIGHT) : null;
    const stills = keeps ? (this.striking?.stills ?? []) : [];
    this.struck.push({ id: work.id, caption: captionOf(work.id), score, picture, still, stills });
    this.count(work.work, "matched");
    this.reveal(work, word("matched"), still !== null);
  }

  private giveUp(): void {
    const { work } = this;
    if (work !== undefined) {
      this.count(work.work, "given-up");
      this.reveal(work, word("looked"), false);
    }
  }

  /** Show the work with its label and text. */
  private reveal(work: Posed, heading: string, withCard: boolean): void {
    this.striking = null;
    this.sound.tell(null);
    this.part("[data-work-says]").textContent = heading;
    this.part("[data-shown]").replaceChildren(workOf(work.id) ?? "");
    this.part('[data-do="card"]').hidden = !withCard;
    this.takeAway.clear();
    const last = this.at + 1 >= (this.challenge?.works.length ?? 0);
    this.part('[data-do="next"]').textContent = word(last ? "last" : "next");
    this.screens.show("work");
  }

  private async next(): Promise<void> {
    this.at += 1;
    if (this.work !== undefined) {
      this.screens.show(SCREENS[this.way]);
      if (this.way === "camera" && this.live === null) {
        this.open();
      }
    }
    await this.show();
  }

  private finish(): void {
    const all = this.challenge?.works.length ?? 0;
    const matched = this.struck.length;
    this.part("[data-end-says]").textContent =
      all === 0 ? word("empty") : matched === 0 ? word("nothing-struck") : word("score-line", { matched, all });
    this.part("[data-struck]").replaceChildren(
      ...this.struck.map(({ caption, picture }) => {
        const item = document.createElement("li");
        const title = document.createElement("span");
        title.textContent = caption.title;
        item.append(picture, title);
        return item;
      }),
    );
    this.takeAway.ready(!this.child() && this.struck.some((one) => one.still !== null));
    this.darken();
    this.screens.show("end");
  }

  private flip(): void {
    this.mirror.alreadyMirrored = !this.mirror.alreadyMirrored;
    this.part('[data-do="flip"]').setAttribute("aria-pressed", String(this.mirror.alreadyMirrored));
  }

  private toggleSound(): void {
    this.sound.toggle();
    this.part('[data-do="sound"]').setAttribute("aria-pressed", String(this.sound.on));
  }

  private trouble(code: string): void {
    this.striking = null;
    this.darken();
    this.part("[data-trouble-says]").textContent = word(`trouble-${code}`);
    this.screens.show("trouble");
  }

  /** Switch the camera off. Nobody is filmed while they read. */
  private darken(): void {
    this.live?.close();
    this.live = null;
    this.sound.silence();
    this.part('[data-do="sound"]').setAttribute("aria-pressed", "false");
  }

  /** The game is over: nothing of it is kept. */
  private end(): void {
    this.turn += 1;
    this.darken();
    this.forget();
  }

  private forget(): void {
    this.challenge = null;
    this.striking = null;
    this.at = 0;
    this.struck = [];
    this.takeAway.clear();
  }

  private get video(): HTMLVideoElement {
    return this.part("[data-video]") as HTMLVideoElement;
  }

  private part(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) {
      throw new Error(`The page lacks ${selector}.`);
    }
    return found;
  }
}
