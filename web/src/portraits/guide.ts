/** What a visitor is asked to do next: one thing at a time, the head first, in words and as a sign. */
import { apart, type Expression, type Part, PARTS } from "./expression";

export interface Advice {
  /** The key of the sentence, and of the sign. */
  readonly key: string;
  /** Parts that fit, and of how many. */
  readonly fits: number;
  readonly of: number;
  /** How far the parts are off together, in tolerances: the best moment is where this is least. */
  readonly off: number;
  readonly matched: boolean;
}

/** A part that fitted may drift a little further before it counts as lost: who holds still is not shaken off by noise. */
const SLACK = 0.25;

/** Compare a visitor with a portrait; `swapped`: the camera hands over a mirror's picture, so left and right are the other way. */
export function advise(portrait: Readonly<Record<Part, number>>, visitor: Expression, holding: boolean, swapped: boolean): Advice {
  const found = apart(portrait, visitor);
  const limit = holding ? 1 + SLACK : 1;
  const wrong = PARTS.filter((part) => Math.abs(found[part]) > limit);
  const off = Math.sqrt(PARTS.reduce((sum, part) => sum + found[part] ** 2, 0));
  const first = wrong[0];
  return {
    key: first === undefined ? "hold" : sentence(first, found, wrong, swapped),
    fits: PARTS.length - wrong.length,
    of: PARTS.length,
    off,
    matched: first === undefined,
  };
}

function sentence(part: Part, found: Record<Part, number>, wrong: readonly Part[], swapped: boolean): string {
  const both = part === "left_eye" && wrong.includes("right_eye") && found.left_eye * found.right_eye > 0;
  const sideways = part === "yaw" || part === "roll";
  const less = swapped && sideways ? found[part] < 0 : found[part] > 0;
  const named = both ? "eyes" : swapped && part === "left_eye" ? "right_eye" : swapped && part === "right_eye" ? "left_eye" : part;
  return `${named}-${less ? "less" : "more"}`;
}

/** Signs in a field of 24 by 24, as the visitor sees themselves in the mirror: own left is left. */
const SIGNS: Readonly<Record<string, string>> = {
  "yaw-more": "M20 12H5M11 5l-7 7 7 7",
  "yaw-less": "M4 12h15M13 5l7 7-7 7",
  "pitch-more": "M12 20V5M5 11l7-7 7 7",
  "pitch-less": "M12 4v15M5 13l7 7 7-7",
  "roll-more": "M19 17A9 9 0 0 0 5 9M5 3v6h6",
  "roll-less": "M5 17A9 9 0 0 1 19 9M19 3v6h-6",
  "brows-more": "M4 15q8-6 16 0M12 10V3M9 6l3-3 3 3",
  "brows-less": "M4 9q8-6 16 0M12 12v8M9 17l3 3 3-3",
  "mouth_open-more": "M4 12q8-12 16 0q-8 12-16 0Z",
  "mouth_open-less": "M4 12q8-3 16 0",
  "mouth_width-more": "M8 12h8M6 8l-4 4 4 4M18 8l4 4-4 4",
  "mouth_width-less": "M9 12h6M3 8l4 4-4 4M21 8l-4 4 4 4",
  hold: "M4 13l5 5L20 6",
};
const EYE = { more: "M2 12q10-12 20 0q-10 12-20 0ZM12 9a3 3 0 1 0 .1 0", less: "M2 11q10 9 20 0M6 16l-2 3M12 17v4M18 16l2 3" };

/** Return the sign of a sentence, as the path of an SVG; "" where it has none. */
export function signOf(key: string): string {
  const eye = /^(?:left_eye|right_eye|eyes)-(more|less)$/.exec(key)?.[1] as "more" | "less" | undefined;
  return eye === undefined ? (SIGNS[key] ?? "") : EYE[eye];
}
