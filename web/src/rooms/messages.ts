/** What crosses the network while people play together, as `vitrine.server.rooms.messages` says it. */

export type Said =
  | { readonly t: "join"; readonly nickname: string; readonly token?: string }
  | { readonly t: "ready"; readonly ready: boolean }
  | { readonly t: "score"; readonly round: number; readonly score: number }
  | { readonly t: "begin" | "here" | "leave" };

export interface Seated {
  readonly seat: number;
  readonly nickname: string;
  readonly ready: boolean;
  readonly here: boolean;
  readonly score: number;
  readonly best: number;
  readonly total: number;
}

export interface State {
  readonly t: "state";
  /** The server's clock, in milliseconds; so are `begins` and `ends`. */
  readonly now: number;
  readonly phase: "lobby" | "round" | "between" | "end";
  /** The figure of the work that is played: `source:key#number`. */
  readonly work: string;
  readonly round: number;
  readonly rounds: number;
  readonly begins: number;
  readonly ends: number;
  /** The seat of the host. */
  readonly host: number;
  readonly winners: readonly number[];
  readonly players: readonly Seated[];
}

/** Seat, score, best and total of those whose scores changed. */
export type Score = readonly [number, number, number, number];

export type Heard =
  | { readonly t: "welcome"; readonly seat: number; readonly token: string }
  | { readonly t: "scores"; readonly now: number; readonly round: number; readonly scores: readonly Score[] }
  | State;
