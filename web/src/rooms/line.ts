/** The line into a room: comes back by itself after a drop, and knows what time it is on the server's clock. */

import type { Heard, Said, State } from "./messages";

export interface Listener {
  /** The state of the room, or new scores in it. */
  state(state: State, seat: number): void;
  /** The line has dropped, and is being tried again. */
  dropped(): void;
  back(): void;
  /** The line is closed for good, for a reason that the page has a sentence for. */
  over(why: string): void;
}

/** A word every ten seconds, so that the server knows that somebody is there (it waits thirty). */
const WORD = 10_000;
/** The server says something every five seconds; after so many milliseconds without, the line has dropped. */
const SILENCE = 13_000;
/** So long is a place held. */
const HELD = 60_000;
const RETRY = [300, 1000, 2000, 4000] as const;
/** Close codes with a reason for good; "silent" is none: the server had not heard us, which may be over. */
const FINAL = (code: number): boolean => code >= 4000 && code < 4500 && code !== 4408;

export class Line {
  private socket: WebSocket | null = null;
  /** In this page's memory only: it is gone with the page. */
  private token: string | undefined;
  private seat = 0;
  private latest: State | null = null;
  private ahead = Infinity;
  private heardAt = 0;
  private droppedAt: number | null = null;
  private tries = 0;
  private over = false;
  private readonly beat: ReturnType<typeof setInterval>;
  private saidAt = 0;

  constructor(
    private readonly address: string,
    private readonly nickname: string,
    private readonly listener: Listener,
  ) {
    this.beat = setInterval(() => { this.keep(); }, 1000);
    addEventListener("offline", this.lose);
    addEventListener("online", this.retry);
    this.open();
  }

  /** Milliseconds on the server's clock: what it said, and what has passed since; the quickest message counts. */
  get now(): number {
    return performance.now() - this.ahead;
  }

  say(said: Said): void {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.saidAt = performance.now();
      this.socket.send(JSON.stringify(said));
    }
  }

  /** Go, and do not come back. */
  leave(): void {
    this.say({ t: "leave" });
    this.close();
  }

  private open(): void {
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.heardAt = performance.now();
    socket.addEventListener("open", () => {
      this.say({ t: "join", nickname: this.nickname, ...(this.token === undefined ? {} : { token: this.token }) });
    });
    socket.addEventListener("message", (event) => {
      if (socket === this.socket) {
        this.hear(JSON.parse(String(event.data)) as Heard);
      }
    });
    socket.addEventListener("close", (event) => {
      if (socket === this.socket) {
        this.closed(event.code, event.reason);
      }
    });
  }

  private hear(heard: Heard): void {
    this.heardAt = performance.now();
    if (heard.t === "welcome") {
      [this.seat, this.token] = [heard.seat, heard.token];
      this.tries = 0;
      if (this.droppedAt !== null) {
        this.droppedAt = null;
        this.listener.back();
      }
      return;
    }
    this.ahead = Math.min(this.ahead, performance.now() - heard.now);
    if (heard.t === "state") {
      this.latest = heard;
    } else if (this.latest !== null && heard.round === this.latest.round) {
      const moved = new Map(heard.scores.map(([seat, score, best, total]) => [seat, { score, best, total }]));
      const players = this.latest.players.map((player) => ({ ...player, ...moved.get(player.seat) }));
      this.latest = { ...this.latest, players };
    }
    if (this.latest !== null) {
      this.listener.state(this.latest, this.seat);
    }
  }

  private closed(code: number, reason: string): void {
    this.socket = null;
    if (this.over) {
      return;
    }
    const since = (this.droppedAt ??= performance.now());
    if (FINAL(code)) {
      this.end(reason);
    } else if (performance.now() - since > HELD) {
      this.end("lost");
    } else {
      if (this.tries === 0) {
        this.listener.dropped();
      }
      setTimeout(this.retry, RETRY[Math.min(this.tries, RETRY.length - 1)]);
      this.tries += 1;
    }
  }

  private readonly retry = (): void => {
    if (!this.over && this.socket === null) {
      this.open();
    }
  };

  /** The network is gone: the socket would only notice minutes later. */
  private readonly lose = (): void => {
    const lost = this.socket;
    if (lost !== null) {
      this.socket = null;
      lost.close();
      this.closed(1006, "");
    }
  };

  private keep(): void {
    const now = performance.now();
    if (this.socket !== null && now - this.heardAt > SILENCE) {
      this.lose();
    } else if (now - this.saidAt > WORD) {
      this.say({ t: "here" });
    }
  }

  private end(why: string): void {
    this.close();
    this.listener.over(why);
  }

  private close(): void {
    this.over = true;
    clearInterval(this.beat);
    removeEventListener("offline", this.lose);
    removeEventListener("online", this.retry);
    this.socket?.close();
  }
}
