/** A game among people who see each other: what the room says decides which screen is seen; this page plays its own part. */

import { childMode } from "../play/child";
import { say, type Screens } from "../play/screens";
import { numeral, word } from "../play/words";
import { fetchChallenge, type Challenge } from "../poses/data";
import { goLive, type Live } from "../poses/live";
import { Mirror } from "../poses/mirror";
import { Sound } from "../play/sound";
import { workOf } from "../poses/works";
import { Line } from "./line";
import type { State } from "./messages";
import { leaderOf, nameOf, showPlayers, showRivals, showScores, winnerOf } from "./players";
import { Round, type Stage } from "./round";

type Way = "camera" | "drawn";

const SCREENS: Record<Way, string> = { camera: "playing", drawn: "drawn" };
/** The clocks on the page are looked at so often (ms). */
const TICK = 200;
const NEARLY = 10;

export class Together {
  private line: Line | null = null;
  private state: State | null = null;
  private seat = 0;
  private way: Way = "camera";
  private challenge: Challenge | null = null;
  private live: Live | null = null;
  private round: Round | null = null;
  /** The round that `round` is of, and whether it has begun on this page. */
  private played = { round: 0, begun: false };
  private finished = false;
  private warned = false;
  private opening = 0;
  private readonly sound = new Sound();
  private readonly stage: Stage;

  constructor(
    private readonly root: HTMLElement,
    private readonly screens: Screens,
  ) {
    const video = root.querySelector("video") ?? document.createElement("video");
    const mirror = new Mirror(this.part("[data-mirror]") as HTMLCanvasElement, video);
    this.stage = { root, video, mirror, sound: this.sound, part: (selector) => this.part(selector) };
    childMode(root);
    this.listen();
    screens.onshow("start", () => { this.leave(); });
    addEventListener("pagehide", () => { this.leave(); });
    setInterval(() => { this.tick(); }, TICK);
  }

  private listen(): void {
    const doing: Record<string, () => void> = {
      ready: () => { this.line?.say({ t: "ready", ready: !(this.me?.ready ?? false) }); },
      begin: () => { this.line?.say({ t: "begin" }); },
      done: () => { this.finish(); },
      leave: () => { this.screens.show("start"); },
      flip: () => { this.flip(); },
      sound: () => { this.toggleSound(); },
    };
    this.root.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-do], [data-go]");
      const go = button?.dataset.go;
      if (go === "camera" || go === "drawn") {
        void this.enter(go);
      } else if (go === "again") {
        void this.enter(this.way);
      } else {
        doing[button?.dataset.do ?? ""]?.();
      }
    });
    this.stage.mirror.canvas.addEventListener("pointerdown", (event) => {
      this.live?.pick(...this.stage.mirror.place(event));
    });
  }

  private get me(): State["players"][number] | undefined {
    return this.state?.players.find((player) => player.seat === this.seat);
  }

  private async enter(way: Way): Promise<void> {
    this.leave();
    this.way = way;
    this.screens.show("lobby");
    this.part("[data-lobby-says]").textContent = word("entering");
    if (way === "camera") {
      this.open();
    }
    this.tellWay();
    const opening = this.opening;
    try {
      this.challenge ??= await fetchChallenge(this.root.dataset.challenge ?? "", false);
    } catch {
      this.end("gone");
      return;
    }
    // Whoever has gone back meanwhile is not seated.
    if (opening !== this.opening) {
      return;
    }
    const address = `${location.origin.replace(/^http/, "ws")}/play/together/${this.root.dataset.room ?? ""}/socket`;
    const nickname = this.root.querySelector<HTMLSelectElement>("[data-nickname]")?.value ?? "";
    this.line = new Line(address, nickname, {
      state: (state, seat) => { this.hear(state, seat); },
      dropped: () => { this.banner(word("dropped")); },
      back: () => { this.banner(""); say(word("back")); },
      over: (why) => { this.end(why); },
    });
  }

  private open(): void {
    this.live = goLive(
      this.stage.video,
      { see: (seen) => { this.round?.see(seen); }, trouble: (code) => { this.withoutCamera(code); }, opened: () => undefined },
    );
  }

  /** The camera failed: the game goes on with drawings, at once. */
  private withoutCamera(code: string): void {
    this.live = null;
    this.way = "drawn";
    this.tellWay(word(`trouble-${code}`));
    say(word(`trouble-${code}`));
    if (this.played.begun && this.round !== null && !this.finished) {
      this.screens.show("drawn");
      void this.round.begin("drawn");
    }
  }

  private tellWay(trouble = ""): void {
    this.part("[data-way-says]").textContent = `${trouble} ${word(this.way === "camera" ? "with" : "without")}`.trim();
  }

  private hear(state: State, seat: number): void {
    const before = this.state;
    [this.state, this.seat] = [state, seat];
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-do="ready"]')) {
      button.setAttribute("aria-pressed", String(this.me?.ready ?? false));
    }
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-do="begin"]')) {
      button.hidden = state.host !== seat || state.players.filter((player) => player.here).length < 2;
    }
    for (const place of this.root.querySelectorAll<HTMLElement>("[data-which]")) {
      place.textContent = word("round", { round: state.round, rounds: state.rounds });
    }
    this.show(state, before);
    this.tick();
  }

  private show(state: State, before: State | null): void {
    if (state.phase === "round") {
      this.showRound(state);
      return;
    }
    this.stopRound();
    if (state.phase === "lobby") {
      this.showLobby(state, before);
    } else if (state.phase === "between") {
      this.showBoard(state, before);
    } else {
      this.showEnd(state);
    }
  }

  private showLobby(state: State, before: State | null): void {
    showPlayers(this.part("[data-players]"), state, this.seat);
    const host = state.players.find((player) => player.seat === state.host);
    const hosting = state.host === this.seat ? word("host-you") : word("host", { name: host ? nameOf(host, this.seat) : "" });
    this.part("[data-lobby-says]").textContent = state.players.length < 2 ? word("alone") : hosting;
    this.screens.show("lobby");
    const known = new Set((before ?? state).players.map((player) => player.seat));
    for (const player of state.players.filter((one) => !known.has(one.seat))) {
      say(word("joined", { name: nameOf(player, this.seat) }));
    }
  }

  private showRound(state: State): void {
    if (this.played.round !== state.round) {
      this.stopRound();
      this.prepare(state);
    }
    for (const list of this.root.querySelectorAll<HTMLElement>("[data-rivals]")) {
      showRivals(list, state, this.seat);
    }
  }

  private showBoard(state: State, before: State | null): void {
    showScores(this.part('[data-screen="board"] [data-scores]'), state, this.seat, true);
    if (before?.phase !== "between" || before.round !== state.round) {
      const work = workOf(state.work);
      this.part("[data-shown]").replaceChildren(...(work === null ? [] : [work]));
      this.screens.show("board");
      say(leaderOf(state, this.seat));
    }
  }

  private showEnd(state: State): void {
    showScores(this.part('[data-screen="end"] [data-scores]'), state, this.seat, false);
    this.part("[data-winner]").textContent = winnerOf(state, this.seat);
    this.screens.show("end");
  }

  /** A round is coming: whoever comes back in the middle of one starts at once. */
  private prepare(state: State): void {
    this.played = { round: state.round, begun: false };
    [this.finished, this.warned] = [false, false];
    const work = this.challenge?.works.find((one) => one.id === state.work);
    if (this.challenge !== null && work !== undefined) {
      const tell = (score: number): void => { this.line?.say({ t: "score", round: state.round, score }); };
      this.round = new Round(this.stage, this.challenge, work, tell, () => { this.finish(); });
    }
    this.screens.show("soon");
    const seconds = Math.max(0, Math.ceil((state.begins - (this.line?.now ?? 0)) / 1000));
    say(word("soon", { round: state.round, rounds: state.rounds, seconds }));
  }

  private async begin(): Promise<void> {
    this.played.begun = true;
    this.screens.show(SCREENS[this.way]);
    const { round } = this;
    if (round === null || !(await round.begin(this.way))) {
      this.finish(word("gone-work"));
    }
  }

  /** This player has done; the round goes on for the others. */
  private finish(sentence = word("waiting", { points: this.round?.best ?? 0 })): void {
    if (this.finished || this.state?.phase !== "round") {
      return;
    }
    this.finished = true;
    this.round?.stop();
    this.line?.say({ t: "ready", ready: true });
    this.part("[data-advice]").textContent = sentence;
    this.part("[data-drawn-says]").textContent = sentence;
    say(sentence);
  }

  private stopRound(): void {
    this.round?.stop();
    this.round = null;
    this.sound.tell(null);
  }

  private tick(): void {
    const { state, line } = this;
    if (state === null || line === null) {
      return;
    }
    const until = (time: number): number => Math.max(0, Math.ceil((time - line.now) / 1000));
    if (state.phase === "round") {
      const before = until(state.begins);
      const left = until(state.ends);
      this.part("[data-count]").textContent = numeral(before);
      for (const place of this.root.querySelectorAll("[data-time]")) {
        place.textContent = word("left", { seconds: left });
      }
      if (before === 0 && !this.played.begun) {
        void this.begin();
      } else if (left === 0) {
        this.round?.stop();
      } else if (left <= NEARLY && !this.warned && !this.finished) {
        this.warned = true;
        say(word("nearly"));
      }
    } else if (state.phase === "between") {
      this.part("[data-board-says]").textContent = word("goes-on", { seconds: until(state.ends) });
    }
  }

  private flip(): void {
    this.stage.mirror.alreadyMirrored = !this.stage.mirror.alreadyMirrored;
    this.part('[data-do="flip"]').setAttribute("aria-pressed", String(this.stage.mirror.alreadyMirrored));
  }

  private toggleSound(): void {
    this.sound.toggle();
    this.part('[data-do="sound"]').setAttribute("aria-pressed", String(this.sound.on));
    say(word(this.sound.on ? "sound-on" : "sound-off"));
  }

  private banner(sentence: string): void {
    const place = this.part("[data-dropped]");
    place.textContent = sentence;
    place.hidden = sentence === "";
  }

  /** The room cannot be entered, or has closed: say why, and what can be done. */
  private end(why: string): void {
    this.close();
    this.part("[data-over-says]").textContent = word(`over-${why}`);
    this.screens.show("over");
  }

  private leave(): void {
    this.line?.leave();
    this.close();
  }

  /** Nothing goes on: no camera, no sound, no line. */
  private close(): void {
    this.opening += 1;
    this.line = null;
    this.state = null;
    this.played = { round: 0, begun: false };
    this.stopRound();
    this.sound.silence();
    this.live?.close();
    this.live = null;
    this.banner("");
  }

  private part(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) {
      throw new Error(`The page has no ${selector}.`);
    }
    return found;
  }
}
