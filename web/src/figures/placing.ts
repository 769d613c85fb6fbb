import type { Point } from "./points";

/** Placing point after point in a guided order; what is skipped counts as hidden. */
export class Placing {
  private readonly done: { joint: number; point: Point | null }[] = [];

  constructor(readonly order: readonly number[]) {}

  /** The point that is asked for now; null when all are there. */
  get asked(): number | null {
    return this.order[this.done.length] ?? null;
  }

  get step(): number {
    return this.done.length + 1;
  }

  /** What was placed so far, without what was skipped. */
  get placed(): ReadonlyMap<number, Point> {
    return new Map(this.done.flatMap(({ joint, point }) => (point === null ? [] : [[joint, point] as const])));
  }

  /** Put the point that is asked for to a place, or skip it with null. */
  put(place: readonly [number, number] | null, third: number): void {
    const joint = this.asked;
    if (joint !== null) this.done.push({ joint, point: place === null ? null : [place[0], place[1], third] });
  }

  /** Take the last step back. */
  back(): boolean {
    return this.done.pop() !== undefined;
  }
}
