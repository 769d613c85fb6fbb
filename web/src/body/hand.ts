import { Detector } from "./detector";
import type { Detection } from "./detections";
import { Model } from "./engine";
import type { Eye, Look } from "./eye";
import { about, at, boxAbout, project, type Fit, type Region } from "./region";
import { sample, type Pixels, type Wanted } from "./sampling";
import { OF_LANDMARKS } from "./smoothing";

/** mediapipe/modules/palm_detection/palm_detection_cpu.pbtxt */
const DETECTOR = { file: "palm_detector.tflite", strides: [8, 16, 16, 16], values: 18, black: 0 };

/** The palm's points: the wrist and the root of the middle finger (palm_detection_detection_to_roi.pbtxt). */
const WRIST = 0;
const MIDDLE = 2;
/** The same file. */
const FIT_PALM: Fit = { scale: 2.6, shift: -0.5, upright: 90 };

/** hand_landmark_landmarks_to_roi.pbtxt, of which a picture that stands alone needs no more than the scale. */
const FIT_HAND: Fit = { scale: 2, shift: -0.1, upright: 90 };
const HAND_MIDDLE = 9;

const POINTS = 21;
const VALUES = 3;
/** hand_landmark_cpu.pbtxt: less is no hand, and z is given in another scale. */
const LEAST_SCORE = 0.5;
const DEPTH = 0.4;

/** Sees hands. */
export class HandEye implements Eye {
  readonly smoothing = OF_LANDMARKS;
  readonly auxiliarySmoothing = OF_LANDMARKS;
  private readonly picture: Float32Array;
  private readonly wanted: Wanted;

  private constructor(private readonly detector: Detector, private readonly model: Model) {
    const { size } = model;
    this.picture = new Float32Array(size * size * 3);
    this.wanted = { size, black: 0, white: 1, beside: "border" };
  }

  /** Fetch its models. Throws a Trouble "models". */
  static async open(folder: string): Promise<HandEye> {
    const [detector, landmarks] = await Promise.all([Detector.open(folder, DETECTOR), Model.open(folder, "hand_landmarks.tflite")]);
    return new HandEye(detector, landmarks);
  }

  find(pixels: Pixels): Promise<Detection[]> {
    return this.detector.find(pixels);
  }

  regionOf({ box, points }: Detection): Region {
    return about(box, at(points, WRIST), at(points, MIDDLE), FIT_PALM);
  }

  async look(pixels: Pixels, region: Region): Promise<Look | null> {
    sample(pixels, region, this.wanted, this.picture);
    const { values, score } = await this.answer();
    if (!(score >= LEAST_SCORE)) return null;
    const { size } = this.model;
    const landmarks = Array.from({ length: POINTS }, (_, i) => {
      const value = (at: number): number => (values[i * VALUES + at] ?? 0) / size;
      return { ...project(region, value(0), value(1)), z: (value(2) / DEPTH) * region.size, visibility: 1 };
    });
    return { landmarks, auxiliary: [], score };
  }

  next({ landmarks }: Look): Region {
    return about(boxAbout(landmarks), at(landmarks, WRIST), at(landmarks, HAND_MIDDLE), FIT_HAND);
  }

  sizeOf(look: Look): number {
    return this.next(look).size / FIT_HAND.scale;
  }

  private async answer(): Promise<{ values: Float32Array; score: number }> {
    // Two answers have 63 numbers (in the picture, in metres) and two have one (a hand, the right one): the first of each is meant.
    const [values, flag] = (await this.model.run(this.picture, [POINTS * VALUES, 1])) as [Float32Array, Float32Array];
    return { values, score: flag[0] ?? 0 };
  }
}
