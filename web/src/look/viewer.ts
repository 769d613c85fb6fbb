// A picture whole and large. Without this script the link leads to the file itself; with it, the picture is looked at in place:
// by wheel and drag, by two fingers, by + − 0 and the arrows.

const LARGEST = 8;
const STEP = 1.4;
const STRIDE = 80;

interface Point { x: number; y: number }

/** Open the picture of a link in a dialog instead of following it. */
export function look(link: HTMLAnchorElement): void {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    open(link);
  });
}

function open(link: HTMLAnchorElement): void {
  const small = link.querySelector("img");
  const dialog = document.createElement("dialog");
  dialog.className = "viewer";
  dialog.setAttribute("aria-label", small?.alt ?? "");
  const picture = document.createElement("img");
  picture.src = link.dataset.look ?? link.href;
  picture.alt = small?.alt ?? "";
  picture.draggable = false;
  const buttons = document.createElement("form");
  buttons.method = "dialog";
  const view = new View(picture);
  // Signs that need no translation; what they do is named by the page's own words.
  const words = document.getElementById("viewer-words")?.dataset ?? {};
  for (const [sign, name, act] of [
    ["+", words.larger, () => { view.zoom(STEP); }],
    ["−", words.smaller, () => { view.zoom(1 / STEP); }],
    ["×", words.close, () => { dialog.close(); }],
  ] as const) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", name ?? sign);
    button.addEventListener("click", act);
    buttons.append(button);
  }
  dialog.append(picture, buttons);
  dialog.addEventListener("keydown", (event) => {
    if (view.key(event.key)) {
      event.preventDefault();
    }
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  view.follow(dialog);
  document.body.append(dialog);
  dialog.showModal();
}

/** How large the picture is seen, and where. */
class View {
  private scale = 1;
  private at: Point = { x: 0, y: 0 };
  private readonly fingers = new Map<number, Point>();

  constructor(private readonly picture: HTMLImageElement) {}

  zoom(by: number): void {
    const scale = Math.min(LARGEST, Math.max(1, this.scale * by));
    const ratio = scale / this.scale;
    this.scale = scale;
    this.show({ x: this.at.x * ratio, y: this.at.y * ratio });
  }

  /** Do what a key asks, and tell whether it asks anything. */
  key(name: string): boolean {
    const moves: Record<string, Point> = {
      ArrowLeft: { x: STRIDE, y: 0 },
      ArrowRight: { x: -STRIDE, y: 0 },
      ArrowUp: { x: 0, y: STRIDE },
      ArrowDown: { x: 0, y: -STRIDE },
    };
    const move = moves[name];
    if (move) {
      this.show({ x: this.at.x + move.x, y: this.at.y + move.y });
    } else if (name === "+" || name === "=") {
      this.zoom(STEP);
    } else if (name === "-") {
      this.zoom(1 / STEP);
    } else if (name === "0") {
      this.zoom(0);
    } else {
      return false;
    }
    return true;
  }

  follow(ground: HTMLElement): void {
    ground.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? STEP : 1 / STEP);
    });
    this.picture.addEventListener("pointerdown", (event) => {
      this.picture.setPointerCapture(event.pointerId);
      this.fingers.set(event.pointerId, event);
    });
    this.picture.addEventListener("pointermove", (event) => { this.moved(event); });
    for (const end of ["pointerup", "pointercancel"] as const) {
      this.picture.addEventListener(end, (event) => this.fingers.delete(event.pointerId));
    }
  }

  private moved(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) {
      return;
    }
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, event);
    if (other) {
      this.zoom(distance(event, other) / Math.max(1, distance(before, other)));
    } else {
      this.show({ x: this.at.x + event.x - before.x, y: this.at.y + event.y - before.y });
    }
  }

  /** Show the picture there, but never so far that nothing of it is seen. */
  private show(to: Point): void {
    const reach = { x: (innerWidth * (this.scale - 1)) / 2, y: (innerHeight * (this.scale - 1)) / 2 };
    this.at = { x: within(to.x, reach.x), y: within(to.y, reach.y) };
    this.picture.style.transform = `translate(${String(this.at.x)}px, ${String(this.at.y)}px) scale(${String(this.scale)})`;
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function within(value: number, reach: number): number {
  return Math.min(reach, Math.max(-reach, value));
}
