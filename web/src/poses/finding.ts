/** Without a camera: find the drawing that has the pose of the work. By mouse, by keyboard, and by ear. */

import { say } from "../play/screens";
import { word } from "../play/words";
import { choicesFor, type Choice } from "./choices";
import type { Posed } from "./data";
import { describe } from "./describe";
import { alone } from "./drawing";

/** Show the drawings for a work in `list`; `found` is called with how many wrong ones were tried before the right one. */
export function find(work: Posed, others: readonly Posed[], list: HTMLElement, says: HTMLElement, found: (wrong: number) => void): void {
  let wrong = 0;
  says.textContent = "";
  const choose = (choice: Choice, button: HTMLButtonElement): void => {
    if (button.getAttribute("aria-disabled") === "true") {
      return;
    }
    if (choice.right) {
      say(word("drawn-right"));
      found(wrong);
      return;
    }
    wrong += 1;
    button.setAttribute("aria-disabled", "true");
    says.textContent = word("drawn-wrong");
  };
  list.replaceChildren(
    ...choicesFor(work, others).map((choice, at) => {
      const item = document.createElement("li");
      item.append(drawingOf(choice, at + 1, work, choose));
      return item;
    }),
  );
}

function drawingOf(choice: Choice, number: number, work: Posed, choose: (choice: Choice, button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "choice";
  const name = document.createElement("strong");
  name.textContent = word("drawn-number", { number });
  const words = document.createElement("span");
  words.className = "small";
  words.textContent = list(describe(choice.joints, work.part).map((key) => word(key)));
  button.append(alone(choice.joints, work.part), name, document.createElement("br"), words);
  button.addEventListener("click", () => {
    choose(choice, button);
  });
  return button;
}

function list(parts: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang, { type: "unit", style: "long" }).format(parts);
}
