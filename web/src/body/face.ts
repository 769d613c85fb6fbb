import { Detector } from "./detector";
import type { Detection } from "./detections";
import { Model } from "./engine";
import type { Eye, Look } from "./eye";
import { about, at, boxAbout, project, type Fit, type Region } from "./region";
import { sample, type Pixels, type Wanted } from "./sampling";
import { OF_LANDMARKS } from "./smoothing";

/** mediapipe/modules/face_detection/face_detection_short_range.pbtxt */
const DETECTOR = { file: "face_detector.tflite", strides: [8, 16, 16, 16], values: 16, black: -1 };

/** The detector's points: the eyes, the right one first (face_detection_front_detection_to_roi.pbtxt). */
const DETECTED_EYES = [0, 1] as const;
/** The outer corners of the eyes among the landmarks (face_landmark_landmarks_to_roi.pbtxt). */
const EYES = [33, 263] as const;
/** Both files. */
const FIT: Fit = { scale: 1.5, upright: 0 };

const POINTS = 468;
const VALUES = 3;
/** face_landmark_cpu.pbtxt: less is nobody. */
const LEAST_SCORE = 0.5;

/** Sees faces. */
export class FaceEye implements Eye {
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
  static async open(folder: string): Promise<FaceEye> {
    const [detector, landmarks] = await Promise.all([Detector.open(folder, DETECTOR), Model.open(folder, "face_landmarks.tflite")]);
    return new FaceEye(detector, landmarks);
  }

  find(pixels: Pixels): Promise<Detection[]> {
    return this.detector.find(pixels);
  }

  regionOf({ box, points }: Detection): Region {
    return about(box, at(points, DETECTED_EYES[0]), at(points, DETECTED_EYES[1]), FIT);
  }

  async look(pixels: Pixels, region: Region): Promise<Look | null> {
    sample(pixels, region, this.wanted, this.picture);
    const answers = await this.model.run(this.picture, [POINTS * VALUES, 1]);
    const [values, flag] = answers as [Float32Array, Float32Array];
    const score = 1 / (1 + Math.exp(-(flag[0] ?? 0)));
    if (!(score >= LEAST_SCORE)) return null;
    const { size } = this.model;
    const landmarks = Array.from({ length: POINTS }, (_, i) => {
      const value = (at: number): number => (values[i * VALUES + at] ?? 0) / size;
      return { ...project(region, value(0), value(1)), z: value(2) * region.size, visibility: 1 };
    });
    return { landmarks, auxiliary: [], score };
  }

  next({ landmarks }: Look): Region {
    return about(boxAbout(landmarks), at(landmarks, EYES[0]), at(landmarks, EYES[1]), FIT);
  }

  sizeOf(look: Look): number {
    return this.next(look).size / FIT.scale;
  }
}
