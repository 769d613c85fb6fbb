import { Detector } from "./detector";
import type { Detection } from "./detections";
import { Model } from "./engine";
import type { Eye, Look } from "./eye";
import { POSE_POINTS, type Landmark } from "./points";
import { aligned, at, project, type Fit, type Place, type Region } from "./region";
import { sample, type Pixels, type Wanted } from "./sampling";
import { OF_AUXILIARY, OF_LANDMARKS } from "./smoothing";

/** mediapipe/modules/pose_detection/pose_detection_cpu.pbtxt */
const DETECTOR = { file: "pose_detector.tflite", strides: [8, 16, 32, 32, 32], values: 12, black: -1 };

/** The detector's points: the middle of the hips, and how far the whole body reaches (pose_detection_to_roi.pbtxt). */
const HIPS = 0;
const REACH = 1;
/** pose_detection_to_roi.pbtxt and pose_landmarks_to_roi.pbtxt */
const FIT: Fit = { scale: 1.25, upright: 90 };

/** The landmark model's answer: 33 points, the two of the next region, four more; each x, y, z, visibility, presence. */
const POINTS = 39;
const VALUES = 5;
const VISIBILITY = 3;
/** pose_landmark_by_roi_cpu.pbtxt: less is nobody. */
const LEAST_SCORE = 0.5;

/** RefineLandmarksFromHeatmapCalculator; the graph file says a kernel of 7, the program of 0.10.21 agrees with 9 alone. */
const HEATMAP = 64;
const KERNEL = 9;
const LEAST_HEAT = 0.5;

/** Sees bodies. */
export class PoseEye implements Eye {
  readonly smoothing = OF_LANDMARKS;
  readonly auxiliarySmoothing = OF_AUXILIARY;
  private readonly picture: Float32Array;
  private readonly wanted: Wanted;

  private constructor(private readonly detector: Detector, private readonly model: Model) {
    const { size } = model;
    this.picture = new Float32Array(size * size * 3);
    this.wanted = { size, black: 0, white: 1, beside: "border" };
  }

  /** Fetch its models. Throws a Trouble "models". */
  static async open(folder: string, model: "lite" | "full"): Promise<PoseEye> {
    const [detector, landmarks] = await Promise.all([
      Detector.open(folder, DETECTOR), Model.open(folder, `pose_${model}.tflite`),
    ]);
    return new PoseEye(detector, landmarks);
  }

  find(pixels: Pixels): Promise<Detection[]> {
    return this.detector.find(pixels);
  }

  regionOf({ points }: Detection): Region {
    return aligned(at(points, HIPS), at(points, REACH), FIT);
  }

  async look(pixels: Pixels, region: Region): Promise<Look | null> {
    sample(pixels, region, this.wanted, this.picture);
    const answers = await this.model.run(this.picture, [POINTS * VALUES, 1, HEATMAP * HEATMAP * POINTS]);
    const [values, flag, heat] = answers as [Float32Array, Float32Array, Float32Array];
    const score = flag[0] ?? 0;
    if (!(score >= LEAST_SCORE)) return null;
    const points = Array.from({ length: POINTS }, (_, i) => this.point(values, heat, i, region));
    return { landmarks: points.slice(0, POSE_POINTS.length), auxiliary: points.slice(POSE_POINTS.length, POSE_POINTS.length + 2), score };
  }

  next({ auxiliary }: Look): Region {
    return aligned(at(auxiliary, HIPS), at(auxiliary, REACH), FIT);
  }

  sizeOf(look: Look): number {
    return this.next(look).size / FIT.scale;
  }

  private point(values: Float32Array, heat: Float32Array, i: number, region: Region): Landmark {
    const value = (at: number): number => values[i * VALUES + at] ?? 0;
    const { size } = this.model;
    const { x, y } = refined(heat, i, value(0) / size, value(1) / size);
    return {
      ...project(region, x, y),
      z: (value(2) / size) * region.size,
      visibility: 1 / (1 + Math.exp(-value(VISIBILITY))),
    };
  }
}

/** Move a point (0 to 1) to the middle of the heat about it (mediapipe/calculators/util/refine_landmarks_from_heatmap_calculator.cc). */
export function refined(heat: Float32Array, point: number, x: number, y: number): Place {
  const [column, row] = [Math.trunc(x * HEATMAP), Math.trunc(y * HEATMAP)];
  if (column < 0 || column >= HEATMAP || row < 0 || row >= HEATMAP) return { x, y };
  const half = (KERNEL - 1) / 2;
  let [sum, most, sumX, sumY] = [0, 0, 0, 0];
  for (let r = Math.max(0, row - half); r < Math.min(HEATMAP, row + half + 1); r += 1) {
    for (let c = Math.max(0, column - half); c < Math.min(HEATMAP, column + half + 1); c += 1) {
      const warm = 1 / (1 + Math.exp(-(heat[(r * HEATMAP + c) * POINTS + point] ?? 0)));
      sum += warm;
      most = Math.max(most, warm);
      sumX += warm * c;
      sumY += warm * r;
    }
  }
  return most >= LEAST_HEAT && sum > 0 ? { x: sumX / HEATMAP / sum, y: sumY / HEATMAP / sum } : { x, y };
}
