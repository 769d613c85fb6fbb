/**
 * The screens of a game: one is seen at a time. A screen that is shown takes the focus to its heading, which is what
 * announces it. The browser's back button and Escape lead back to the start; from there, back leaves the game.
 */

export interface Screens {
  /** The name of the screen that is seen. */
  readonly now: string;
  /** Show a screen; its heading takes the focus. */
  show(name: string): void;
  /** Call `then` each time that a screen has been shown. */
  onshow(name: string, then: () => void): void;
  /** Call `then` each time that a screen is left, however: what runs on it has to stop. */
  onleave(name: string, then: () => void): void;
}

const START = "start";

/** Take charge of the screens inside `root`: elements with `data-screen`, "start" among them. */
export function openScreens(root: HTMLElement): Screens {
  const all = new Map<string, HTMLElement>();
  for (const screen of root.querySelectorAll<HTMLElement>("[data-screen]")) {
    all.set(screen.dataset.screen ?? "", screen);
  }
  const shown = new Listeners();
  const left = new Listeners();
  let now = START;

  function turn(name: string): void {
    const before = now;
    if (before === name) {
      return; // the focus stays where somebody has taken it meanwhile
    }
    now = name;
    left.call(before);
    // Whoever heard of it may have gone on to yet another screen.
    if (now !== name) {
      return;
    }
    for (const [each, screen] of all) {
      screen.hidden = each !== name;
    }
    document.body.dataset.screen = name;
    focusHeading(all.get(name));
    shown.call(name);
  }

  function show(name: string): void {
    if (!all.has(name)) {
      throw new Error(`There is no screen "${name}".`);
    }
    if (name === START && isInside()) {
      history.back(); // popstate turns the page
    } else {
      if (name !== START && !isInside()) {
        history.pushState({ inside: true }, "");
      }
      turn(name);
    }
  }

  addEventListener("popstate", () => {
    // Forward again into a game that has ended leads to its start too.
    if (now !== START) {
      turn(START);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && now !== START && !event.defaultPrevented) {
      show(START);
    }
  });
  wake(root);
  document.body.dataset.screen = START;
  return { get now() { return now; }, show, onshow: shown.add, onleave: left.add };
}

/** Put a short sentence where screen readers say it at once; the focus stays where it is. */
export function say(sentence: string): void {
  const place = document.querySelector("[data-say]");
  if (place !== null && place.textContent !== sentence) {
    place.textContent = sentence;
  }
}

class Listeners {
  private readonly listening = new Map<string, (() => void)[]>();

  readonly add = (name: string, then: () => void): void => {
    this.listening.set(name, [...(this.listening.get(name) ?? []), then]);
  };

  call(name: string): void {
    for (const then of this.listening.get(name) ?? []) {
      then();
    }
  }
}

function isInside(): boolean {
  return (history.state as { inside?: boolean } | null)?.inside === true;
}

function focusHeading(screen: HTMLElement | undefined): void {
  const heading = screen?.querySelector<HTMLElement>("h1, h2");
  if (heading !== null && heading !== undefined) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

/** Show what needs scripts, and take away what stands in its place. */
function wake(root: HTMLElement): void {
  for (const one of root.querySelectorAll<HTMLElement>("[data-scripted]")) {
    one.hidden = false;
  }
  for (const one of root.querySelectorAll<HTMLElement>("[data-unscripted]")) {
    one.hidden = true;
  }
}
