/** The painted face, close up, with the visitor's own over it in lines: laid on it, so that only pose and expression differ. */
import { type Box, closeUp } from "./detail";
import type { Point } from "./expression";
import { pathOf } from "./lines";

const COLOURS = { casing: "rgb(0 0 0 / 60%)", line: "#ffffff", fits: "#9be0cf" };

export class Ghost {
  private readonly context: CanvasRenderingContext2D | null;
  private readonly box: Box;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly picture: HTMLImageElement,
    private readonly face: readonly Point[],
  ) {
    this.box = closeUp(face, picture.naturalWidth, picture.naturalHeight);
    [canvas.width, canvas.height] = [this.box.width, this.box.height];
    this.context = canvas.getContext("2d");
    this.draw(null, false);
  }

  /** Draw a moment: dashed while it does not fit, solid once it does; told by shape as well as by colour. */
  draw(visitor: readonly Point[] | null, fits: boolean): void {
    const { context, box } = this;
    if (context === null) return;
    context.setTransform(1, 0, 0, 1, -box.left, -box.top);
    context.drawImage(this.picture, 0, 0);
    if (visitor === null) return;
    const path = new Path2D(pathOf(laid(visitor, this.face)));
    const thick = Math.max(1.5, span(this.face) / 90);
    context.lineJoin = context.lineCap = "round";
    context.setLineDash(fits ? [] : [3 * thick, 3 * thick]);
    for (const [colour, width] of [[COLOURS.casing, 2.4 * thick], [fits ? COLOURS.fits : COLOURS.line, thick]] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.stroke(path);
    }
  }
}

/** Bring a face to where another is, as large as it: place and size are not what is compared. */
function laid(face: readonly Point[], target: readonly Point[]): Point[] {
  const scale = span(target) / span(face);
  const [from, to] = [middle(face), middle(target)];
  return face.map(({ x, y, z }) => ({ x: (x - from.x) * scale + to.x, y: (y - from.y) * scale + to.y, z: z * scale }));
}

/** The size of a face whichever way it looks: in all three directions. */
function span(face: readonly Point[]): number {
  const [left, right] = [face[33], face[263]];
  return left && right ? Math.hypot(left.x - right.x, left.y - right.y, left.z - right.z) : 1;
}

/** Between eyes and mouth: the place that hardly moves with the expression. */
function middle(face: readonly Point[]): Point {
  const named = [33, 263, 4, 61, 291].map((one) => face[one]).filter((one) => one !== undefined);
  const sum = (axis: "x" | "y" | "z"): number => named.reduce((all, point) => all + point[axis], 0) / named.length;
  return { x: sum("x"), y: sum("y"), z: sum("z") };
}
