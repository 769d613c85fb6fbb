import { overlap, project, type Box, type Place, type Region } from "./region";

/** What a detector found: a box, some points of it, and how sure it is. */
export interface Detection {
  readonly box: Box;
  readonly points: readonly Place[];
  readonly score: number;
}

/** The score from which on a box counts, and the overlap from which on two boxes are one (all of MediaPipe's detectors have both so). */
const LEAST_SCORE = 0.5;
const SAME = 0.3;

/** A box's middle, width and height come before its points. */
const BOX_VALUES = 4;

/**
 * Read a detector's answer: `values` holds for each anchor middle, size and points in pixels of its picture, relative to the anchor.
 *
 * mediapipe/calculators/tensor/tensors_to_detections_calculator.cc with `reverse_output_order`, `sigmoid_score`, anchors of size 1.
 * @param region what of the picture the detector saw: the detections are in pixels of the picture.
 */
export function decode(
  values: Float32Array, scores: Float32Array, anchors: Float32Array, size: number, region: Region,
): Detection[] {
  const each = values.length / scores.length;
  const found: Detection[] = [];
  scores.forEach((logit, i) => {
    const score = 1 / (1 + Math.exp(-logit));
    if (!(score >= LEAST_SCORE)) return;
    const value = (at: number): number => (values[i * each + at] ?? 0) / size;
    const place = (at: number): Place =>
      project(region, value(at) + (anchors[2 * i] ?? 0), value(at + 1) + (anchors[2 * i + 1] ?? 0));
    const middle = place(0);
    const [width, height] = [value(2) * region.size, value(3) * region.size];
    const points: Place[] = [];
    for (let at = BOX_VALUES; at < each; at += 2) points.push(place(at));
    found.push({ box: { left: middle.x - width / 2, top: middle.y - height / 2, width, height }, points, score });
  });
  return merged(found);
}

/**
 * Make one of the boxes that lie upon each other, weighted by their scores, the surest first.
 *
 * mediapipe/calculators/util/non_max_suppression_calculator.cc, WeightedNonMaxSuppression.
 */
export function merged(found: readonly Detection[]): Detection[] {
  let rest = [...found].sort((one, other) => other.score - one.score);
  const kept: Detection[] = [];
  for (let best = rest[0]; best !== undefined; best = rest[0]) {
    const { box, score } = best;
    const same = rest.filter((one) => overlap(one.box, box) > SAME);
    kept.push(same.length === 0 ? best : { ...mean(same), score });
    rest = rest.filter((one) => one !== best && !same.includes(one));
  }
  return kept;
}

function mean(some: readonly Detection[]): Omit<Detection, "score"> {
  const total = some.reduce((sum, { score }) => sum + score, 0);
  const of = (value: (one: Detection) => number): number => some.reduce((sum, one) => sum + value(one) * one.score, 0) / total;
  const box = {
    left: of((one) => one.box.left), top: of((one) => one.box.top),
    width: of((one) => one.box.width), height: of((one) => one.box.height),
  };
  const points = (some[0]?.points ?? []).map((_, i) => ({ x: of((one) => one.points[i]?.x ?? 0), y: of((one) => one.points[i]?.y ?? 0) }));
  return { box, points };
}
