/** The grid of boxes that a detector's answers are relative to. */
export interface AnchorOptions {
  /** Side of the detector's picture, in pixels. */
  readonly size: number;
  /** Pixels between two boxes, for each layer. */
  readonly strides: readonly number[];
}

/** Boxes of each layer at one place: one of aspect 1, and one between this layer's scale and the next one's. */
const PER_LAYER = 2;

/**
 * Return the middles of the boxes as x, y, x, y, … from 0 to 1.
 *
 * mediapipe/calculators/tflite/ssd_anchors_calculator.cc with `fixed_anchor_size`, one aspect ratio, offset 0.5: layers that follow
 * each other with the same stride lie on one grid, all their boxes of a cell beside each other. The size of every box is 1.
 */
export function anchors({ size, strides }: AnchorOptions): Float32Array {
  const middles: number[] = [];
  let layer = 0;
  while (layer < strides.length) {
    const stride = strides[layer] ?? size;
    let boxes = 0;
    for (; strides[layer] === stride; layer += 1) boxes += PER_LAYER;
    const cells = Math.ceil(size / stride);
    for (let y = 0; y < cells; y += 1) {
      for (let x = 0; x < cells; x += 1) {
        for (let box = 0; box < boxes; box += 1) middles.push((x + 0.5) / cells, (y + 0.5) / cells);
      }
    }
  }
  return Float32Array.from(middles);
}
