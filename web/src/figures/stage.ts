import { OUTLINES } from "./face";
import { at, type Point, type Points } from "./points";
import { BONES, hidden } from "./skeleton";

const SVG = "http://www.w3.org/2000/svg";

/** Pixels of the screen within which a joint is meant: a finger is broader than a mouse's point. */
const REACH = { mouse: 16, touch: 28 };

const NEAREST = 12;

/** Share of the frame that a figure takes that is shown as large as it can be. */
const GROUND = 0.6;

/** What is to be seen. */
export interface View {
  readonly kind: string;
  /** All figures on the picture. */
  readonly bodies: readonly Points[];
  /** Which of them is worked on; -1 for none. */
  readonly selected: number;
  /** The points of it that can be moved. */
  readonly joints: readonly number[];
  readonly ghost: Points | null;
  /** What was placed so far, while points are placed. */
  readonly placed: ReadonlyMap<number, Point> | null;
  readonly cross: readonly [number, number] | null;
  /** Left, top, width, height. */
  readonly box: readonly [number, number, number, number] | null;
  label(joint: number): string;
}

/** The picture and what is drawn over it, in pixels of the picture whatever the zoom. */
export class Stage {
  private readonly lines = svg("g", { "aria-hidden": "true" });
  private readonly dots = svg("g", {});
  private readonly joints = new Map<number, SVGGElement>();
  private view: View | null = null;
  private near = 1;

  constructor(
    private readonly frame: HTMLElement,
    private readonly stage: HTMLElement,
    private readonly drawing: SVGSVGElement,
    readonly size: readonly [number, number],
  ) {
    drawing.append(this.lines, this.dots);
    new ResizeObserver(() => {
      this.fit();
      this.redraw();
    }).observe(frame);
  }

  /** Pixels of the picture in one of the screen. */
  get unit(): number {
    return this.size[0] / Math.max(1, this.drawing.getBoundingClientRect().width);
  }

  get zoom(): number {
    return this.near;
  }

  draw(view: View): void {
    const before = this.view;
    this.view = view;
    const same = before !== null && before.selected === view.selected && before.joints.join() === view.joints.join();
    if (!same || this.joints.size === 0) this.rebuild(view);
    this.redraw();
  }

  /** Make the picture `factor` times as large as it is; 0 shows the whole. The middle of what is seen stays where it is. */
  nearer(factor: number): void {
    const [x, y] = this.middle();
    this.near = factor === 0 ? 1 : Math.min(NEAREST, Math.max(1, this.near * factor));
    this.fit();
    this.redraw();
    this.centre(x, y);
  }

  /** Show a figure as large as it can be seen as a whole, with some ground round it. */
  approach(points: Points): void {
    const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)];
    const share = Math.max((right - left) / this.size[0], (bottom - top) / this.size[1]);
    this.near = Math.min(NEAREST, Math.max(1, GROUND / Math.max(share, 1e-3)));
    this.fit();
    this.redraw();
    this.centre((left + right) / 2, (top + bottom) / 2);
  }

  /** Move the picture within its frame, and the page where the picture goes no further. */
  slide(across: number, down: number): void {
    this.frame.scrollBy(across, 0);
    for (let box: Element | null = this.frame; box !== null; box = box.parentElement) {
      const before = box.scrollTop;
      box.scrollTop += down;
      if (box.scrollTop !== before) return;
    }
  }

  focusFrame(): void {
    // At once: whoever places points should not hit at a picture that still moves.
    this.frame.focus({ preventScroll: true });
    this.frame.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  private centre(x: number, y: number): void {
    const scale = 1 / this.unit;
    this.frame.scrollTo(x * scale - this.frame.clientWidth / 2, y * scale - this.frame.clientHeight / 2);
  }

  /** The place of the picture in the middle of what is seen. */
  middle(): [number, number] {
    const [box, frame] = [this.drawing.getBoundingClientRect(), this.frame.getBoundingClientRect()];
    return this.place(
      (Math.max(box.left, frame.left) + Math.min(box.right, frame.right)) / 2,
      (Math.max(box.top, frame.top) + Math.min(box.bottom, frame.bottom)) / 2,
    );
  }

  /** The place of the picture at a place of the screen, kept within the picture. */
  place(clientX: number, clientY: number): [number, number] {
    const box = this.drawing.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * this.size[0];
    const y = ((clientY - box.top) / box.height) * this.size[1];
    return [Math.min(Math.max(x, 0), this.size[0]), Math.min(Math.max(y, 0), this.size[1])];
  }

  /** The joint that is meant by a place, or null. */
  meant(place: readonly [number, number], pointer: string): number | null {
    const view = this.view;
    if (view?.placed !== null) return null;
    const body = view.bodies[view.selected];
    if (body === undefined) return null;
    const reach = (pointer === "mouse" ? REACH.mouse : REACH.touch) * this.unit;
    const far = (joint: number): number => Math.hypot(at(body, joint)[0] - place[0], at(body, joint)[1] - place[1]);
    const nearest = view.joints.reduce<number | null>((best, one) => (best === null || far(one) < far(best) ? one : best), null);
    return nearest !== null && far(nearest) <= reach ? nearest : null;
  }

  /** The figure that lies nearest to a place. */
  body(place: readonly [number, number]): number {
    const far = (points: Points): number => Math.min(...points.map(([x, y]) => Math.hypot(x - place[0], y - place[1])));
    const all = (this.view?.bodies ?? []).map((points, number) => ({ number, far: far(points) })).sort((a, b) => a.far - b.far);
    const first = all[0];
    return first !== undefined && first.far < REACH.touch * this.unit ? first.number : -1;
  }

  focus(joint: number): void {
    this.joints.get(joint)?.focus();
  }

  /** The joint that has the focus, or null. */
  focused(): number | null {
    for (const [number, element] of this.joints) if (element === document.activeElement) return number;
    return null;
  }

  private fit(): void {
    // The whole picture is seen at once, as large as the frame lets it be.
    const [wide, high] = [this.frame.clientWidth, this.frame.clientHeight];
    const scale = Math.min(wide / this.size[0], high / this.size[1]) * this.near;
    this.stage.style.width = `${(this.size[0] * scale).toString()}px`;
    this.stage.style.height = `${(this.size[1] * scale).toString()}px`;
  }

  private rebuild(view: View): void {
    const kept = this.focused();
    this.dots.replaceChildren();
    this.joints.clear();
    for (const number of view.selected < 0 ? [] : view.joints) {
      const joint = svg("g", { role: "button", tabindex: "0", class: "joint", "data-joint": number.toString() });
      joint.append(svg("circle", { class: "halo" }), svg("circle", { class: "dot" }));
      this.joints.set(number, joint);
      this.dots.append(joint);
    }
    if (kept !== null) this.focus(kept);
  }

  private redraw(): void {
    const view = this.view;
    if (view === null) return;
    const drawn: Element[] = view.bodies.flatMap((body, number) =>
      view.placed !== null && number === view.selected ? [] : outline(body, view.kind, number === view.selected ? "body is-selected" : "body"),
    );
    if (view.ghost !== null) drawn.push(...outline(view.ghost, view.kind, "ghost"));
    if (view.placed !== null) drawn.push(...this.placed(view.placed, view.kind));
    if (view.cross !== null) drawn.push(...this.cross(view.cross));
    if (view.box !== null) {
      const [x, y, width, height] = view.box;
      drawn.push(svg("rect", { class: "box", x, y, width, height }));
    }
    this.lines.replaceChildren(...drawn);
    this.dots.toggleAttribute("hidden", view.placed !== null);
    this.dots.classList.toggle("is-away", view.placed !== null);
    const body = view.bodies[view.selected];
    if (body !== undefined) for (const [number, joint] of this.joints) this.move(joint, at(body, number), view, body, number);
  }

  private move(joint: SVGGElement, [x, y]: Point, view: View, body: Points, number: number): void {
    const unit = this.unit;
    joint.setAttribute("transform", `translate(${x.toString()} ${y.toString()})`);
    joint.setAttribute("aria-label", view.label(number));
    joint.classList.toggle("is-hidden", view.kind === "pose" && hidden(body, number));
    joint.children[0]?.setAttribute("r", (13 * unit).toString());
    joint.children[1]?.setAttribute("r", ((view.kind === "face" ? 4 : 5) * unit).toString());
  }

  private placed(placed: ReadonlyMap<number, Point>, kind: string): Element[] {
    const lines = kind !== "pose" ? [] : BONES.flatMap(([one, other]) => {
      const [a, b] = [placed.get(one), placed.get(other)];
      return a !== undefined && b !== undefined ? [svg("line", { class: "body is-selected", x1: a[0], y1: a[1], x2: b[0], y2: b[1] })] : [];
    });
    return [...lines, ...[...placed.values()].map(([x, y]) => svg("circle", { class: "placed", cx: x, cy: y, r: 5 * this.unit }))];
  }

  private cross([x, y]: readonly [number, number]): Element[] {
    const arm = 16 * this.unit;
    return [
      svg("line", { class: "cross", x1: x - arm, y1: y, x2: x + arm, y2: y }),
      svg("line", { class: "cross", x1: x, y1: y - arm, x2: x, y2: y + arm }),
    ];
  }
}

function outline(points: Points, kind: string, name: string): Element[] {
  if (kind === "face") {
    const dots = points.map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join("");
    return [svg("path", { class: `${name} mesh`, d: dots }), ...OUTLINES.map((one) => polyline(points, one, name))];
  }
  return BONES.filter(([one, other]) => Math.max(at(points, one)[2], at(points, other)[2]) > 0).map(([one, other]) =>
    polyline(points, [one, other], hidden(points, one) || hidden(points, other) ? `${name} is-hidden` : name),
  );
}

function polyline(points: Points, numbers: readonly number[], name: string): Element {
  const path = numbers.map((one) => at(points, one).slice(0, 2).map((place) => place.toFixed(1)).join(","));
  return svg("polyline", { class: name, points: path.join(" ") });
}

function svg<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string | number>>): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value.toString());
  return element;
}
