/**
 * How alike two poses are: the work's and the visitor's. Pure functions on landmarks.
 *
 * Compared are the directions of limbs and the angles at joints, so that it does not matter where somebody stands, how
 * large they are and how long their limbs are. A camera held askew is allowed for. Only the challenge's part counts;
 * what the work hides does not count; what the camera does not see lowers the score, and the advice says so.
 */

import { advise, type Advice } from "./advice";
import { between, lie, limbsOf, mirrored, trunk, type Joint, type Lie, type Limb, type LimbName, type Part } from "./limbs";

export interface Rules {
  readonly part: Part;
  /** Whether the pose may be struck as in a mirror. */
  readonly mirrored: boolean;
}

/** One limb that counts. `difference` in degrees; null where the camera does not see it. */
export interface LimbScore {
  readonly limb: LimbName;
  readonly difference: number | null;
  /** 0 (quite another way) to 1 (alike). */
  readonly credit: number;
  readonly weight: number;
  /** What to do about it; null where there is nothing to do. Left and right are the visitor's own. */
  readonly advice: Advice | null;
}

export interface Result {
  /** 0 to 100. */
  readonly score: number;
  /** 0 to 1: how much of what counts the camera sees. */
  readonly confidence: number;
  /** Whether the pose was matched as in a mirror. */
  readonly mirrored: boolean;
  readonly limbs: readonly LimbScore[];
  /** The limb to be advised about first: the one that costs most. Null where all is well. */
  readonly first: LimbScore | null;
}

/** Up to this many degrees two limbs lie alike: closer than people can tell, or a tracker. */
const ALIKE = 10;
/** From this many degrees on a limb lies quite another way. */
const OTHER = 70;
/** A camera or a stand may be askew by so many degrees without anybody noticing. */
const ASKEW = 12;
/** How much of a limb's difference is the angle at its joint; the rest is its direction. */
const JOINT_SHARE = 0.35;
/** A limb of the work below this visibility is hidden and does not count. */
const HIDDEN = 0.5;
/** Between these visibilities a limb of the visitor goes from unseen to seen. */
const UNSEEN = 0.3;
const SEEN = 0.6;
/** A limb of the work that is shorter than this share of the trunk points at the onlooker: its direction says little. */
const SHORT = 0.35;
/** How much the worst limb counts beside the mean: one arm quite wrong is another pose, however well the rest lies. */
const WORST_SHARE = 0.35;
/** A limb is worth a word when it costs at least this share of its credit. */
const WORTH_A_WORD = 0.25;

/** Compare a visitor's pose with a work's. Both are 33 landmarks in pixels of their own picture. */
export function compare(work: readonly Joint[], visitor: readonly Joint[], rules: Rules): Result {
  const straight = compareAs(work, visitor, rules.part, false);
  if (!rules.mirrored) {
    return straight;
  }
  const other = compareAs(mirrored(work), visitor, rules.part, true);
  return other.score > straight.score ? other : straight;
}

interface Pair {
  readonly limb: Limb;
  readonly wanted: Lie;
  readonly is: Lie;
  /** What the limb says of the work's pose: its weight, less where it is seen end on. */
  readonly weight: number;
  /** 0 to 1: how well the camera sees it. */
  readonly seen: number;
}

function compareAs(work: readonly Joint[], visitor: readonly Joint[], part: Part, asMirror: boolean): Result {
  const pairs = pairsOf(work, visitor, part);
  const askew = tilt(pairs);
  const limbs = pairs.map((pair) => judge(pair, pairs, askew, visitor));
  const weights = sum(pairs.map((pair) => pair.weight));
  const seen = sum(pairs.map((pair) => pair.weight * pair.seen));
  const confidence = weights > 0 ? seen / weights : 0;
  return { score: 100 * confidence * likeness(limbs, pairs), confidence, mirrored: asMirror, limbs, first: worst(limbs) };
}

function pairsOf(work: readonly Joint[], visitor: readonly Joint[], part: Part): Pair[] {
  const size = trunk(work);
  return limbsOf(part).flatMap((limb) => {
    const wanted = lie(limb, work);
    const is = lie(limb, visitor);
    if (wanted.visibility < HIDDEN) {
      return [];
    }
    const weight = limb.weight * clamp(wanted.length / (SHORT * size));
    return [{ limb, wanted, is, weight, seen: clamp((is.visibility - UNSEEN) / (SEEN - UNSEEN)) }];
  });
}

/** Return by how many degrees everything is turned together, as a camera that hangs askew turns it: never more than ASKEW. */
function tilt(pairs: readonly Pair[]): number {
  let [x, y] = [0, 0];
  for (const { wanted, is, weight, seen } of pairs) {
    const turn = (between(is.angle, wanted.angle) * Math.PI) / 180;
    // Limbs that lie quite another way say nothing about the camera.
    const says = weight * seen * Math.max(0, Math.cos(turn)) ** 2;
    x += says * Math.cos(turn);
    y += says * Math.sin(turn);
  }
  const turned = (Math.atan2(y, x) * 180) / Math.PI;
  return Math.max(-ASKEW, Math.min(ASKEW, turned));
}

function judge(pair: Pair, pairs: readonly Pair[], askew: number, visitor: readonly Joint[]): LimbScore {
  const { limb, wanted, is, weight, seen } = pair;
  if (seen === 0) {
    return { limb: limb.name, difference: null, credit: 0, weight, advice: { kind: "unseen", limb: limb.name } };
  }
  const direction = between(is.angle - askew, wanted.angle);
  const joint = jointDifference(pair, pairs);
  const difference = (1 - JOINT_SHARE) * Math.abs(direction) + JOINT_SHARE * Math.abs(joint ?? direction);
  const credit = 1 - smooth((difference - ALIKE) / (OTHER - ALIKE));
  const costly = 1 - credit > WORTH_A_WORD;
  const advice = costly ? advise(limb.name, wanted.angle + askew, is.angle, jointsOf(pair, pairs), visitor) : null;
  return { limb: limb.name, difference, credit, weight, advice };
}

/** Return the angles at a limb's joint, wanted and as it is; null where the limb that it hangs on does not count. */
function jointsOf(pair: Pair, pairs: readonly Pair[]): readonly [number, number] | null {
  const parent = pairs.find((one) => one.limb.name === pair.limb.parent);
  if (parent === undefined || parent.seen === 0) {
    return null;
  }
  return [between(pair.wanted.angle, parent.wanted.angle), between(pair.is.angle, parent.is.angle)];
}

function jointDifference(pair: Pair, pairs: readonly Pair[]): number | null {
  const joints = jointsOf(pair, pairs);
  return joints === null ? null : between(joints[1], joints[0]);
}

/** Return how alike what is seen is, 0 to 1: the mean, with the worst limb counting beside it. */
function likeness(limbs: readonly LimbScore[], pairs: readonly Pair[]): number {
  const judged = limbs.map((limb, at) => ({ credit: limb.credit, says: limb.weight * (pairs[at]?.seen ?? 0) }));
  const total = sum(judged.map((one) => one.says));
  if (total === 0) {
    return 0;
  }
  const mean = sum(judged.map((one) => one.says * one.credit)) / total;
  // A limb that says little, as a head or one seen end on, cannot spoil all the others.
  const least = Math.min(...judged.map((one) => 1 - (1 - one.credit) * clamp(one.says)));
  return (1 - WORST_SHARE) * mean + WORST_SHARE * least;
}

function worst(limbs: readonly LimbScore[]): LimbScore | null {
  const costs = (limb: LimbScore): number => (limb.advice === null ? 0 : limb.weight * (1 - limb.credit));
  const first = limbs.reduce<LimbScore | null>((most, one) => (most === null || costs(one) > costs(most) ? one : most), null);
  return first !== null && costs(first) > 0 ? first : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

function smooth(value: number): number {
  const within = clamp(value);
  return within * within * (3 - 2 * within);
}
