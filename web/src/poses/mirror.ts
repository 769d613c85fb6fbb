/** What a visitor sees of themselves: the camera's picture as in a mirror, their own lines, and the work's pose dotted over them. */

import { girdles, headOf, linesOf, type Line } from "./lines";
import { trunk, type Joint, type LimbName, type Part } from "./limbs";
import type { LimbScore } from "./score";

/** A limb that lies as it should is drawn solid, another dashed: told by shape as well as by colour. */
const WELL = 0.7;
const COLOURS = { well: "#9be0cf", off: "#ffc46b", ghost: "#ffffff", casing: "rgb(0 0 0 / 60%)" };

export interface Scene {
  /** Who is seen, as the camera sees it; null: nobody. */
  readonly joints: readonly Joint[] | null;
  readonly limbs: readonly LimbScore[];
  /** The work's pose, the way round in which it is to be struck. */
  readonly wanted: readonly Joint[];
  readonly part: Part;
}

export class Mirror {
  /** Whether the camera itself hands over a mirror's picture already: then it is shown as it comes. */
  alreadyMirrored = false;
  private readonly context: CanvasRenderingContext2D | null;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly video: HTMLVideoElement,
  ) {
    this.context = canvas.getContext("2d");
  }

  /** Draw a moment. */
  draw(scene: Scene): void {
    const { canvas, context, video } = this;
    if (context === null || video.videoWidth === 0) {
      return;
    }
    if (canvas.width !== video.videoWidth || canvas.height !== video.videoHeight) {
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    }
    this.frame(context, canvas.width, canvas.height);
    context.save();
    turn(context, canvas.width);
    const thick = Math.max(canvas.width, canvas.height) / 130;
    this.ghost(context, scene, thick);
    if (scene.joints !== null) {
      this.visitor(context, scene.joints, scene, thick);
    }
    context.restore();
  }

  /** Return the camera's picture as it is shown, without any lines, at most so high. */
  still(height: number): HTMLCanvasElement {
    const kept = document.createElement("canvas");
    const scale = Math.min(1, height / Math.max(1, this.canvas.height));
    kept.width = Math.max(1, Math.round(this.canvas.width * scale));
    kept.height = Math.max(1, Math.round(this.canvas.height * scale));
    const context = kept.getContext("2d");
    if (context !== null) {
      this.frame(context, kept.width, kept.height);
    }
    return kept;
  }

  /** Return where in the camera's picture something is that was tapped on the page. */
  place(event: PointerEvent): readonly [number, number] {
    const box = this.canvas.getBoundingClientRect();
    const scale = Math.min(box.width / this.canvas.width, box.height / this.canvas.height);
    const x = (event.clientX - box.left - (box.width - this.canvas.width * scale) / 2) / scale;
    const y = (event.clientY - box.top - (box.height - this.canvas.height * scale) / 2) / scale;
    return [this.alreadyMirrored ? x : this.canvas.width - x, y];
  }

  private frame(context: CanvasRenderingContext2D, width: number, height: number): void {
    context.save();
    if (!this.alreadyMirrored) {
      turn(context, width);
    }
    context.drawImage(this.video, 0, 0, width, height);
    context.restore();
  }

  private ghost(context: CanvasRenderingContext2D, scene: Scene, thick: number): void {
    const placed = fitted(scene, this.canvas.width, this.canvas.height);
    const lines = linesOf(placed, scene.part);
    for (const [colour, width] of [[COLOURS.casing, 2.4 * thick], [COLOURS.ghost, thick]] as const) {
      pen(context, colour, width, [0.1 * thick, 2.2 * thick]);
      for (const line of lines) {
        stroke(context, line);
      }
      for (const [from, to] of girdles(placed)) {
        stroke(context, { from, to });
      }
      head(context, placed);
    }
  }

  private visitor(context: CanvasRenderingContext2D, joints: readonly Joint[], scene: Scene, thick: number): void {
    const credit = new Map<LimbName, number>(scene.limbs.map((limb) => [limb.limb, limb.credit]));
    for (const line of linesOf(joints, scene.part)) {
      const limb = credit.get(line.limb);
      if (limb === undefined || line.limb === "head") {
        continue; // what the work hides does not count
      }
      const well = limb >= WELL;
      pen(context, COLOURS.casing, 2 * thick, []);
      stroke(context, line);
      pen(context, well ? COLOURS.well : COLOURS.off, 1.2 * thick, well ? [] : [2 * thick, 2 * thick]);
      stroke(context, line);
    }
  }
}

/** Return the work's pose laid over the visitor: as large, in the same place; over the middle of the picture where nobody is. */
function fitted(scene: Scene, width: number, height: number): readonly Joint[] {
  const { wanted, joints } = scene;
  const from = anchor(wanted);
  if (joints === null) {
    const size = 0.24 * height;
    return moved(wanted, from, { x: width / 2, y: 0.42 * height }, size / trunk(wanted));
  }
  return moved(wanted, from, anchor(joints), trunk(joints) / trunk(wanted));
}

/** From here on draw as in a mirror. */
function turn(context: CanvasRenderingContext2D, width: number): void {
  context.translate(width, 0);
  context.scale(-1, 1);
}

function anchor(joints: readonly Joint[]): { x: number; y: number } {
  const [left, right] = [joints[11], joints[12]];
  return { x: ((left?.x ?? 0) + (right?.x ?? 0)) / 2, y: ((left?.y ?? 0) + (right?.y ?? 0)) / 2 };
}

function moved(joints: readonly Joint[], from: { x: number; y: number }, to: { x: number; y: number }, scale: number): readonly Joint[] {
  return joints.map((joint) => ({ ...joint, x: to.x + (joint.x - from.x) * scale, y: to.y + (joint.y - from.y) * scale }));
}

function pen(context: CanvasRenderingContext2D, colour: string, width: number, dashes: number[]): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = "round";
  context.setLineDash(dashes);
}

function stroke(context: CanvasRenderingContext2D, { from, to }: Pick<Line, "from" | "to">): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

function head(context: CanvasRenderingContext2D, joints: readonly Joint[]): void {
  const circle = headOf(joints);
  if (circle !== null) {
    context.beginPath();
    context.arc(circle.x, circle.y, circle.radius, 0, 2 * Math.PI);
    context.stroke();
  }
}
