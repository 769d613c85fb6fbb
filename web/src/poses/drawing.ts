/** A pose as a drawing (SVG): over a picture of a work, or by itself among others. */

import { around, girdles, headOf, linesOf } from "./lines";
import type { Joint, Part } from "./limbs";

const SVG = "http://www.w3.org/2000/svg";

/** Return the lines of a pose, to be laid over the picture of `size` that they belong to. */
export function overlay(joints: readonly Joint[], part: Part, size: readonly [number, number]): SVGSVGElement {
  const drawn = element("svg", { viewBox: `0 0 ${String(size[0])} ${String(size[1])}`, "aria-hidden": "true", class: "pose-lines" });
  const thick = Math.max(size[0], size[1]) / 130;
  // Twice: a dark casing beneath a light line is seen on any picture.
  drawn.append(strokes(joints, part, "casing", 2.2 * thick), strokes(joints, part, "line", thick));
  return drawn;
}

/** Return a pose as a drawing of its own. */
export function alone(joints: readonly Joint[], part: Part): SVGSVGElement {
  const box = around(joints, part) ?? { x: 0, y: 0, width: 1, height: 1 };
  const side = Math.max(box.width, box.height, 1e-6);
  const [margin, x, y] = [0.1 * side, box.x - (side - box.width) / 2, box.y - (side - box.height) / 2];
  const view = [x - margin, y - margin, side + 2 * margin, side + 2 * margin].map(String).join(" ");
  const drawn = element("svg", { viewBox: view, "aria-hidden": "true", class: "pose-drawn" });
  drawn.append(strokes(joints, part, "line", side / 28));
  return drawn;
}

function strokes(joints: readonly Joint[], part: Part, name: string, width: number): SVGGElement {
  const group = element("g", { class: name, "stroke-width": String(width), fill: "none", "stroke-linecap": "round" });
  for (const { limb, from, to } of linesOf(joints, part)) {
    if (limb !== "head") {
      group.append(line(from, to));
    }
  }
  for (const [one, other] of girdles(joints)) {
    group.append(line(one, other));
  }
  const head = headOf(joints);
  if (head !== null) {
    group.append(element("circle", { cx: String(head.x), cy: String(head.y), r: String(head.radius) }));
  }
  return group;
}

function line(from: Joint, to: Joint): SVGLineElement {
  return element("line", { x1: String(from.x), y1: String(from.y), x2: String(to.x), y2: String(to.y) });
}

function element<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Record<string, string>): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  return made;
}
