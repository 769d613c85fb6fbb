import { Trouble } from "../camera/trouble";
import type { Pixels } from "./sampling";

/** Reads the pixels of frames, one after the other, and lets each frame go. */
export class Reader {
  private canvas: OffscreenCanvas | null = null;
  private context: OffscreenCanvasRenderingContext2D | null = null;

  /** Return the pixels of the frame, which is closed. */
  read(frame: ImageBitmap | VideoFrame): Pixels {
    const [width, height] = "displayWidth" in frame ? [frame.displayWidth, frame.displayHeight] : [frame.width, frame.height];
    try {
      const context = this.of(width, height);
      context.drawImage(frame, 0, 0, width, height);
      return context.getImageData(0, 0, width, height);
    } finally {
      frame.close();
    }
  }

  private of(width: number, height: number): OffscreenCanvasRenderingContext2D {
    if (this.canvas?.width !== width || this.canvas.height !== height) {
      this.canvas = new OffscreenCanvas(width, height);
      this.context = this.canvas.getContext("2d", { willReadFrequently: true });
    }
    if (this.context === null) throw new Trouble("unsupported");
    return this.context;
  }
}
