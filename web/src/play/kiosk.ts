/**
 * A page on a kiosk: it fills the screen, begins anew for the next visitor when nobody touches it, and leads nowhere else.
 *
 * Whoever plays before the camera touches nothing: a bar that moves (how close a pose is) counts as somebody being there.
 */

import { keepOffline } from "./offline";

interface Kiosk {
  /** The address of the kiosk's start, the address below which its pages lie, and what they are marked with. */
  readonly start: string;
  readonly within: string;
  readonly marks: URLSearchParams;
}

/** Seconds for which the question stands before the kiosk goes back to its start. */
const ASKED = 15;
/** Minutes after which the start is fetched anew, so that it shows what is open now. */
const RENEWED = 10;
/** What tells that somebody is here: touching, typing, moving a pointer. */
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** Take charge of a page on a kiosk; `frame` is the question with what the server says of the kiosk. */
export function openKiosk(frame: HTMLDialogElement): void {
  const { start = "/play/", within = start, marks = "", idle = "60" } = frame.dataset;
  const kiosk = { start, within, marks: new URLSearchParams(marks) };
  fillScreen();
  stayInside(kiosk);
  sendLanguages();
  if (document.querySelector("[data-begin]") === null) {
    waitForNobody(frame, Number(idle), start);
  } else {
    setInterval(() => { void goTo(start); }, RENEWED * 60_000);
    const next = document.querySelector<HTMLInputElement>('[data-begin] input[name="next"]')?.value;
    void keepOffline(next === undefined ? [] : [next]);
  }
}

/** Each tap fills the screen, where the browser does not already: a page that is gone to leaves it again. */
function fillScreen(): void {
  document.addEventListener("click", () => {
    const fills = document.fullscreenElement !== null || matchMedia("(display-mode: fullscreen)").matches;
    if (!fills && document.fullscreenEnabled) {
      // Refused where the browser's owner forbids it: the kiosk works in its window too.
      document.documentElement.requestFullscreen({ navigationUI: "hide" }).catch(() => undefined);
    }
  });
}

/** Links lead to pages of this kiosk only, and tell them so; nothing is opened beside it. */
function stayInside(kiosk: Kiosk): void {
  const follow = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (link === null) {
      return;
    }
    const to = new URL(link.href, location.href);
    if (to.hash !== "" && to.pathname === location.pathname) {
      return;
    }
    event.preventDefault();
    if (isInside(to, kiosk)) {
      if (to.pathname !== kiosk.start) {
        kiosk.marks.forEach((value, name) => { to.searchParams.set(name, value); });
      }
      void goTo(to.pathname + to.search);
    }
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    link.hidden ||= !isInside(new URL(link.href, location.href), kiosk);
  }
  document.addEventListener("click", follow, true);
  document.addEventListener("auxclick", follow, true);
  document.addEventListener("contextmenu", (event) => { event.preventDefault(); });
}

function isInside({ origin, pathname }: URL, { start, within }: Kiosk): boolean {
  return origin === location.origin && (pathname === start || pathname === location.pathname || pathname.startsWith(within));
}

/** A language is told to the museum where there is a network; without one the page is gone to as it was kept. */
function sendLanguages(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post") {
      return;
    }
    event.preventDefault();
    const said = new FormData(form, event.submitter);
    const next = said.get("next");
    fetch(form.action, { method: "POST", body: new URLSearchParams(said as never), redirect: "manual" })
      .catch(() => undefined)
      .finally(() => { void goTo(typeof next === "string" ? next : location.href); });
  });
}

/** Go to a page once it is known to be there: a browser's own page about a lost network would be the kiosk's last. */
async function goTo(address: string): Promise<void> {
  try {
    await fetch(address, { method: "GET" });
    location.replace(address);
  } catch {
    // Still no network, and the page is not on the device: this page stays, and whoever asks again tries again.
  }
}

function waitForNobody(frame: HTMLDialogElement, idle: number, start: string): void {
  const left = frame.querySelector<HTMLElement>("[data-left]");
  let last = performance.now();
  let bars = "";
  const isHere = (): void => {
    last = performance.now();
  };

  function look(): void {
    const now = moving();
    if (now !== bars) {
      bars = now;
      isHere();
    }
    const seconds = Math.ceil(idle - (performance.now() - last) / 1000);
    if (seconds <= 0) {
      void goTo(start);
    } else if (seconds > Math.min(ASKED, idle / 2)) {
      frame.close();
    } else {
      if (!frame.open) {
        frame.showModal();
      }
      if (left !== null) {
        left.textContent = String(seconds);
      }
    }
  }

  for (const sign of SIGNS) {
    document.addEventListener(sign, isHere, { capture: true, passive: true });
  }
  // Escape answers the question; it does not stop the game behind it.
  frame.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
    }
  });
  setInterval(look, 1000);
}

/** How full the bars are that are seen now. */
function moving(): string {
  return [...document.querySelectorAll<HTMLElement>('[role="progressbar"]')]
    .filter((bar) => bar.checkVisibility())
    .map((bar) => bar.getAttribute("aria-valuenow") ?? "")
    .join(" ");
}
