/** A challenge as the server tells it: the poses of its works, and how strictly they are compared. */

import type { Joint, Part } from "./limbs";

/** A figure of a work: its 33 landmarks in pixels of the whole picture. */
export interface Posed {
  readonly id: string;
  /** The work, as in its address: source and key. */
  readonly work: string;
  readonly size: readonly [number, number];
  readonly joints: readonly Joint[];
  readonly part: Part;
}

export interface Challenge {
  readonly title: string;
  readonly mirrored: boolean;
  /** Seconds for which a pose is held. */
  readonly hold: number;
  /** The score from which it counts, 0 to 100. */
  readonly threshold: number;
  readonly works: readonly Posed[];
}

interface Told {
  readonly title: string;
  readonly mirrored: boolean;
  readonly hold: number;
  readonly threshold: number;
  /** How many of the works make one game, drawn by chance; 0: all of them in their order. */
  readonly round: number;
  readonly works: readonly { id: string; work: string; size: [number, number]; points: [number, number, number][]; part: Part }[];
}

/** Fetch a challenge, with as many works as make one game or with all of them. Throws where it is not there (any more). */
export async function fetchChallenge(address: string, oneGame = true): Promise<Challenge> {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) {
    throw new Error(`${address}: ${String(answer.status)}`);
  }
  const told = (await answer.json()) as Told;
  const works = told.works.map(({ points, ...work }) => ({
    ...work,
    joints: points.map(([x, y, visibility]) => ({ x, y, visibility })),
  }));
  return { ...told, works: oneGame && told.round > 0 ? shuffled(works).slice(0, told.round) : works };
}

/** Return a list in an order drawn by chance. */
export function shuffled<One>(listed: readonly One[]): One[] {
  return listed
    .map((one) => ({ one, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
