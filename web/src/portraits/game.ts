/** A game of Face-Fit: with a camera or without, to the picture or to the portrait. */
import { modelAddress, modelFolder } from "../body/models";
import type { Seen } from "../body/points";
import { childMode } from "../play/child";
import { counting, type What } from "../play/counts";
import { say, type Screens } from "../play/screens";
import { word } from "../play/words";
import { offer } from "../play/handing";
import { darkness } from "../poses/live";
import { Sound } from "../play/sound";
import { offerHeads } from "./choices";
import { paint } from "./composite/canvas";
import type { Areas } from "./composite/compose";
import { loadPicture, placed, type Portrait } from "./data";
import { closeUp, showPart } from "./detail";
import { handsIn } from "./front";
import { Ghost } from "./ghost";
import { Holding } from "./holding";
import { goLive, type Live } from "./live";
import { captionOf, marked } from "./mark";
import { Shown } from "./shown";
import { fileOf } from "./taking";

/** So long (ms) a visitor who has matched waits for hands to be looked for: without, only a hand on a cheek is missed. */
const PATIENCE = 3000;

type Triangles = readonly (readonly number[])[];

export class Game {
  private live: Live | null = null;
  private holding: Holding | null = null;
  private swapped = false;
  /** Counts games: what belongs to one that was left is dropped. */
  private turn = 0;
  private withdraw: () => void = () => undefined;
  private triangles: Promise<Triangles> | null = null;
  private sitterHands: Promise<Areas> | null = null;
  private readonly sound = new Sound();
  private readonly child: () => boolean;
  private readonly shown: Shown;
  private readonly count: (work: string, what: What) => void;

  constructor(
    private readonly root: HTMLElement,
    private readonly screens: Screens,
    private readonly portrait: Portrait,
  ) {
    this.child = childMode(root.closest<HTMLElement>("[data-game]") ?? root);
    this.count = counting(root, "faces", this.child);
    this.shown = new Shown(root, this.video, () => this.swapped);
    this.listen();
    screens.onshow("start", () => {
      this.end();
    });
    screens.onleave("playing", () => {
      this.darken();
    });
  }

  private listen(): void {
    const doing: Record<string, () => void> = {
      stop: () => {
        this.giveUp();
      },
      sound: () => {
        this.sound.toggle();
        this.pressed("sound", this.sound.on);
      },
      flip: () => {
        this.swapped = !this.swapped;
        this.pressed("flip", this.swapped);
      },
      look: () => {
        this.screens.show("look");
      },
    };
    this.root.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-do], [data-go]");
      if (button?.dataset.go === "camera") void this.play();
      else if (button?.dataset.go === "drawn") this.choose();
      else doing[button?.dataset.do ?? ""]?.();
    });
    this.shown.onpick((x, y) => this.live?.pick(x, y));
  }

  private async play(): Promise<void> {
    this.end();
    const running = this.running();
    this.screens.show("playing");
    this.shown.say("loading");
    this.count(this.portrait.id, "started");
    this.triangles ??= loadTriangles();
    this.triangles.catch(() => (this.triangles = null));
    try {
      const picture = await loadPicture(this.portrait);
      if (!running()) return;
      const face = placed(this.portrait, picture.naturalWidth);
      const ghost = new Ghost(this.shown.portrait, picture, face);
      this.holding = new Holding(this.portrait, ghost, this.shown, this.sound, darkness(this.video), () => this.swapped, () => {
        void this.matched(picture);
      });
    } catch {
      if (running()) this.trouble("gone");
      return;
    }
    const live = await goLive(this.video, { see: (seen) => { this.see(seen); }, trouble: (code) => { this.trouble(code); } }, running);
    if (live === null || !running()) {
      live?.close();
      return;
    }
    this.live = live;
    // Only now: what sees faces came first over a weak network.
    this.sitterHands ??= loadPicture(this.portrait).then(whole).then(handsIn);
    this.sitterHands.catch(() => (this.sitterHands = null));
  }

  private see(seen: Seen | null): void {
    this.holding?.see(seen);
  }

  private choose(): void {
    this.end();
    this.screens.show("drawn");
    this.count(this.portrait.id, "started");
    offerHeads(this.portrait, this.part("[data-choices]"), this.part("[data-drawn-says]"), () => {
      this.count(this.portrait.id, "matched");
      this.screens.show("look");
    });
  }

  /** Take the picture of this moment, and paint. */
  private async matched(portrait: HTMLImageElement): Promise<void> {
    const running = this.running();
    this.holding = null;
    try {
      const [still, triangles] = await Promise.all([this.live?.still() ?? null, this.triangles ?? loadTriangles()]);
      if (!running()) return;
      if (still === null) {
        this.unpainted();
        return;
      }
      this.sound.chime();
      this.count(this.portrait.id, "matched");
      this.screens.show("painting");
      say(word("painting"));
      const canvas = await whole(portrait);
      const [paintedHands, ownHands] = await Promise.all([this.sitterHands ?? [], handsIn(still.picture)].map(patiently));
      const painted = await paint(
        { picture: canvas, face: placed(this.portrait, canvas.width), inFront: paintedHands ?? [] },
        { picture: still.picture, face: still.seen.landmarks, inFront: ownHands ?? [] },
        triangles,
      );
      still.picture.close();
      if (!running()) return;
      this.compare(painted.canvas, canvas);
      await this.show(marked(painted.canvas, captionOf()));
    } catch {
      if (running()) this.unpainted();
    }
  }

  /** Show both faces close up. */
  private compare(made: HTMLCanvasElement, original: HTMLCanvasElement): void {
    const box = closeUp(placed(this.portrait, original.width), original.width, original.height);
    showPart(this.part('[data-detail="made"]') as HTMLCanvasElement, made, box);
    showPart(this.part('[data-detail="original"]') as HTMLCanvasElement, original, box);
  }

  private async show(picture: HTMLCanvasElement): Promise<void> {
    const result = this.part("[data-result]") as HTMLCanvasElement;
    [result.width, result.height] = [picture.width, picture.height];
    result.getContext("2d")?.drawImage(picture, 0, 0);
    result.setAttribute("aria-label", word("alt"));
    this.part("[data-taken-says]").textContent = "";
    if (!this.child()) this.withdraw = offer(this.part('[data-screen="result"]'), await fileOf(picture));
    this.screens.show("result");
    // What a child plays is not handed over, whatever the browser can.
    if (this.child()) for (const one of this.root.querySelectorAll<HTMLElement>("[data-not-for-children]")) one.hidden = true;
    say(word("painted"));
  }

  private unpainted(): void {
    this.part("[data-trouble-says]").textContent = word("unpainted");
    this.screens.show("trouble");
  }

  private giveUp(): void {
    if (this.screens.now === "playing" || this.screens.now === "drawn") this.count(this.portrait.id, "given-up");
    this.screens.show("start");
  }

  private trouble(code: string): void {
    this.holding = null;
    this.darken();
    this.part("[data-trouble-says]").textContent = word(`trouble-${code}`);
    this.screens.show("trouble");
  }

  /** Switch the camera off. Nobody is filmed while they look at the result. */
  private darken(): void {
    this.live?.close();
    this.live = null;
    this.sound.silence();
    this.pressed("sound", false);
  }

  /** The game is over: nothing of it is kept. */
  private end(): void {
    this.turn += 1;
    this.holding = null;
    this.darken();
    this.withdraw();
    this.withdraw = () => undefined;
    for (const canvas of this.root.querySelectorAll("canvas")) canvas.width = canvas.height = 1;
  }

  private running(): () => boolean {
    const turn = this.turn;
    return () => turn === this.turn;
  }

  private pressed(button: string, on: boolean): void {
    this.part(`[data-do="${button}"]`).setAttribute("aria-pressed", String(on));
  }

  private get video(): HTMLVideoElement {
    return this.part("[data-video]") as HTMLVideoElement;
  }

  private part(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`The page lacks ${selector}.`);
    return found;
  }
}

/** Return what comes in time, and no areas where it does not. */
function patiently(areas: Areas | Promise<Areas>): Promise<Areas> {
  const late = new Promise<Areas>((resolve) => setTimeout(() => { resolve([]); }, PATIENCE));
  return Promise.race([Promise.resolve(areas).catch(() => []), late]);
}

async function loadTriangles(): Promise<Triangles> {
  const answer = await fetch(modelAddress(modelFolder(), "face_mesh.json"));
  if (!answer.ok) throw new Error("The canonical face did not come.");
  return ((await answer.json()) as { triangles: Triangles }).triangles;
}

/** Return a picture as a canvas, in its own size. */
async function whole(picture: HTMLImageElement): Promise<HTMLCanvasElement> {
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  return canvas;
}
