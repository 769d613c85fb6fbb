/** Without a camera: some drawn heads, one of them held as the sitter's is. */
import { word } from "../play/words";
import type { Portrait } from "./data";
import type { Point } from "./expression";
import { pathOf } from "./lines";
import { type Held, turnedTo } from "./turning";

/** What the other heads do instead: far enough to be seen without a ruler. */
const OTHERWISE: readonly ((held: Held) => Held)[] = [
  (held) => ({ ...held, yaw: held.yaw > 0 ? held.yaw - 38 : held.yaw + 38 }),
  (held) => ({ ...held, pitch: held.pitch > 0 ? held.pitch - 26 : held.pitch + 26 }),
  (held) => ({ ...held, roll: held.roll > 0 ? held.roll - 26 : held.roll + 26 }),
];
const DIFFERS = ["differs-yaw", "differs-pitch", "differs-roll"] as const;

/** From so many degrees on a head is called turned, raised or tilted. */
const SAID = 10;

/** Show the heads in `list`, what is answered in `says`, and call `then` once the right one was chosen. */
export function offerHeads(portrait: Portrait, list: HTMLElement, says: HTMLElement, then: () => void): void {
  says.textContent = "";
  const own: Held = portrait.expression;
  const heads = [
    { held: own, differs: "" },
    ...OTHERWISE.map((change, i) => ({ held: change(own), differs: DIFFERS[i] ?? "" })),
  ];
  // Shuffled by the portrait, not by chance: the same portrait asks the same question on every device.
  const first = portrait.id.length % heads.length;
  const turned = [...heads.slice(first), ...heads.slice(0, first)];
  list.replaceChildren(
    ...turned.map(({ held, differs }, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "choice";
      button.append(drawn(turnedTo(portrait.points, held)), caption(i + 1, held));
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        if (differs === "") {
          says.textContent = word("right");
          then();
        } else {
          says.textContent = word("wrong", { difference: word(differs) });
          button.setAttribute("aria-disabled", "true");
        }
      });
      const item = document.createElement("li");
      item.append(button);
      return item;
    }),
  );
}

function caption(number: number, held: Held): HTMLElement {
  const words = document.createElement("span");
  words.textContent = word("choice", { number, held: said(held) });
  return words;
}

function said({ yaw, pitch, roll }: Held): string {
  const parts = [
    Math.abs(yaw) > SAID ? word(yaw > 0 ? "held-left" : "held-right") : "",
    Math.abs(pitch) > SAID ? word(pitch > 0 ? "held-up" : "held-down") : "",
    Math.abs(roll) > SAID ? word(roll > 0 ? "held-tilted-left" : "held-tilted-right") : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? word("held-straight") : parts.join(", ");
}

const SVG = "http://www.w3.org/2000/svg";

function drawn(face: readonly Point[]): SVGElement {
  const xs = face.map(({ x }) => x);
  const ys = face.map(({ y }) => y);
  const side = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) * 1.1;
  const [left, top] = [(Math.max(...xs) + Math.min(...xs) - side) / 2, (Math.max(...ys) + Math.min(...ys) - side) / 2];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", [left, top, side, side].map((value) => value.toFixed(1)).join(" "));
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", pathOf(face));
  path.setAttribute("class", "head-lines");
  svg.append(path);
  return svg;
}
