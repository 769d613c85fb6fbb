import { anchors } from "./anchors";
import { decode, type Detection } from "./detections";
import { Model } from "./engine";
import { whole } from "./region";
import { sample, type Pixels, type Wanted } from "./sampling";

/** One of MediaPipe's detectors: how its picture is made and how its answer is laid out. */
export interface DetectorOptions {
  readonly file: string;
  readonly strides: readonly number[];
  /** Numbers for a box: its own four, and two for each point. */
  readonly values: number;
  readonly black: number;
}

/** Finds everyone in a picture. */
export class Detector {
  private readonly picture: Float32Array;
  private readonly anchors: Float32Array;
  private readonly wanted: Wanted;

  private constructor(private readonly model: Model, private readonly options: DetectorOptions) {
    const { size } = model;
    this.picture = new Float32Array(size * size * 3);
    this.anchors = anchors({ size, strides: options.strides });
    this.wanted = { size, black: options.black, white: 1, beside: "black" };
  }

  /** Fetch its model. Throws a Trouble "models". */
  static async open(folder: string, options: DetectorOptions): Promise<Detector> {
    return new Detector(await Model.open(folder, options.file), options);
  }

  /** Find everyone, the surest first, in pixels of the picture. */
  async find(pixels: Pixels): Promise<Detection[]> {
    const region = whole(pixels.width, pixels.height);
    sample(pixels, region, this.wanted, this.picture);
    const boxes = this.anchors.length / 2;
    const [values, scores] = await this.model.run(this.picture, [boxes * this.options.values, boxes]);
    if (values === undefined || scores === undefined) return [];
    return decode(values, scores, this.anchors, this.model.size, region);
  }
}
