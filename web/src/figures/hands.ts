import type { Editor } from "./editor";

const STORED = "vitrine-figures-keys";

/** What each key does; the buttons say it too. */
const KEYS: Readonly<Record<string, string>> = {
  f: "add", b: "box", p: "place", k: "skip", h: "hide", m: "swap", d: "fine", g: "ghost", t: "take", "+": "nearer", "-": "farther",
  "0": "whole", a: "approve", s: "save", x: "aside", r: "reopen", n: "next",
};

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

const STEP = 1.5;

/** Let pointers and keys work on the editor. */
export function handle(editor: Editor, page: HTMLElement, drawing: SVGSVGElement): void {
  pointers(editor, drawing);
  buttons(editor, page);
  keys(editor, page);
  for (const input of page.querySelectorAll<HTMLInputElement>("[name=part]")) {
    input.addEventListener("change", () => { editor.part(input.value); });
  }
  page.querySelector("[data-list]")?.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) editor.select(Number(event.target.value));
  });
  addEventListener("beforeunload", (event) => {
    if (editor.unsaved) event.preventDefault();
  });
}

function pointers(editor: Editor, drawing: SVGSVGElement): void {
  let dragged: number | null = null;
  let begin = true;
  let corner: [number, number] | null = null;
  let finger: [number, number] | null = null;
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const place = editor.stage.place(event.clientX, event.clientY);
    if (editor.isBoxing) corner = place;
    else if (!editor.isPlacing) dragged = editor.stage.meant(place, event.pointerType);
    begin = true;
    if (dragged !== null) editor.stage.focus(dragged);
    if (corner === null && dragged === null) {
      const body = editor.isPlacing ? -1 : editor.stage.body(place);
      if (body >= 0) editor.select(body);
      // A mouse has its wheel; a finger moves the picture.
      if (event.pointerType === "mouse") return;
      finger = [event.clientX, event.clientY];
    } else {
      event.preventDefault();
    }
    drawing.setPointerCapture(event.pointerId);
  });
  drawing.addEventListener("pointermove", (event) => {
    const place = editor.stage.place(event.clientX, event.clientY);
    if (corner !== null) editor.drawBox(corner, place);
    if (finger !== null) {
      editor.stage.slide(finger[0] - event.clientX, finger[1] - event.clientY);
      finger = [event.clientX, event.clientY];
    }
    if (dragged === null) return;
    editor.drag(dragged, place, begin);
    begin = false;
  });
  const end = (event: PointerEvent): void => {
    if (corner !== null && event.type === "pointerup") void editor.look();
    dragged = corner = finger = null;
  };
  drawing.addEventListener("pointerup", end);
  drawing.addEventListener("pointercancel", end);
  // A click, not a press: a finger that scrolls the picture places nothing.
  drawing.addEventListener("click", (event) => {
    if (editor.isPlacing) editor.put(editor.stage.place(event.clientX, event.clientY));
  });
}

function buttons(editor: Editor, page: HTMLElement): void {
  for (const button of page.querySelectorAll<HTMLElement>("[data-do]")) {
    button.addEventListener("click", () => { act(editor, button.dataset.do ?? ""); });
  }
  page.querySelector("[data-theirs]")?.addEventListener("click", () => { editor.loadTheirs(); });
  page.querySelector("[data-mine]")?.addEventListener("click", () => { void editor.keepMine(); });
}

let last: number | null = null;

function act(editor: Editor, name: string): void {
  const acts: Readonly<Record<string, () => void>> = {
    add: () => { editor.place(true); },
    box: () => { editor.boxing(); },
    place: () => { editor.place(false); },
    skip: () => { editor.put(null); },
    back: () => { editor.undo(); },
    stop: () => { editor.stop(); },
    hide: () => { editor.hide(editor.stage.focused() ?? last); },
    swap: () => { editor.swap(); },
    fine: () => { editor.toggleFine(); },
    undo: () => { editor.undo(); },
    redo: () => { editor.redo(); },
    ghost: () => { editor.toggleGhost(); },
    take: () => { editor.take(); },
    nearer: () => { editor.zoom(STEP); },
    farther: () => { editor.zoom(1 / STEP); },
    whole: () => { editor.zoom(0); },
    approve: () => { void editor.save("approve"); },
    save: () => { void editor.save(); },
    aside: () => { void editor.save("aside"); },
    reopen: () => { void editor.save("reopen"); },
    next: () => { editor.next(); },
  };
  acts[name]?.();
}

function keys(editor: Editor, page: HTMLElement): void {
  const box = page.querySelector<HTMLInputElement>("[data-figures-keys]");
  if (box !== null) {
    box.checked = localStorage.getItem(STORED) !== "off";
    mark(page, box.checked);
    box.addEventListener("change", () => {
      localStorage.setItem(STORED, box.checked ? "on" : "off");
      mark(page, box.checked);
    });
  }
  document.addEventListener("focusin", () => { last = editor.stage.focused() ?? last; });
  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.altKey) return;
    if (event.ctrlKey || event.metaKey ? undoing(editor, event) : always(editor, event) || (box?.checked === true && single(editor, page, event))) {
      event.preventDefault();
    }
  });
}

function undoing(editor: Editor, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) editor.redo();
  else if (key === "z") editor.undo();
  else return false;
  return true;
}

/** Keys that act on what has the focus: they need no switch. */
function always(editor: Editor, event: KeyboardEvent): boolean {
  const joint = editor.stage.focused();
  const arrow = ARROWS[event.key];
  const onPicture = event.target instanceof Element && event.target.closest("[data-frame]") !== null;
  if (event.key === "Escape") editor.stop();
  else if (!onPicture) return false;
  else if (arrow !== undefined && (joint !== null || editor.isPlacing)) editor.nudge(joint, arrow[0], arrow[1], event.shiftKey);
  else if ((event.key === "Enter" || event.key === " ") && editor.isPlacing) editor.put(undefined);
  else if ((event.key === "Enter" || event.key === " ") && joint !== null) editor.hide(joint);
  else if (event.key === "Backspace" && editor.isPlacing) editor.undo();
  else return false;
  return true;
}

function single(editor: Editor, page: HTMLElement, event: KeyboardEvent): boolean {
  const name = KEYS[event.key.toLowerCase()];
  const button = name === undefined || event.repeat ? null : page.querySelector<HTMLElement>(`[data-do="${name}"]`);
  if (name === undefined || button === null || button.hidden) return false;
  act(editor, name);
  return true;
}

function mark(page: HTMLElement, on: boolean): void {
  for (const key of page.querySelectorAll<HTMLElement>("kbd")) key.hidden = !on;
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
}
