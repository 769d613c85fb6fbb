import type { Points } from "./points";

/** A figure as the server knows it. */
export interface Known {
  readonly id: number;
  readonly number: number;
  readonly revision: number;
  readonly state: string;
  readonly part: string;
  readonly points: Points;
  readonly mine: boolean;
  readonly proposal: Points;
  readonly score: number | null;
}

/** What is sent of one figure; points only where they are another than the server's. */
export interface Sent {
  readonly id: number | null;
  readonly revision: number;
  readonly part: string;
  readonly points?: Points;
  readonly act?: string;
}

/** What the server answered: the figures as they are now, or a sentence on why not. */
export interface Answer {
  readonly ok: boolean;
  readonly figures?: readonly Known[];
  readonly refusal?: string;
  readonly found?: readonly Points[];
  /** Blank where the answer was none of ours. */
  readonly message: string;
  /** Whether the answer was the way in: the session is over. */
  readonly signedOut: boolean;
}

/** Send JSON to an address of ours. What the network or a stranger answers becomes an answer without words. */
export async function send(address: string, body: unknown, token: string): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(body),
      redirect: "manual",
    });
    if (response.type === "opaqueredirect" || response.status === 403) return { ok: false, message: "", signedOut: true };
    const said = (await response.json()) as Partial<Answer>;
    return { message: "", signedOut: false, ...said, ok: response.ok };
  } catch {
    return { ok: false, message: "", signedOut: false };
  }
}
