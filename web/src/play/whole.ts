/**
 * All that a game needs without a network: this page with its pictures, its data, and what sees with.
 *
 * It begins with the first start of a game and not before: some megabytes are nobody's to take who has only come to look. A
 * device that has kept games already renews what it has on each visit, so that a work that was closed is gone from it.
 */

import { filesOf } from "../body/files";
import type { Task } from "../body/tracker";
import { keepOffline, keepsGames, removeKept, savesData, type Kept } from "./offline";
import { word } from "./words";

/** So long (ms) the game is left alone first: it loads the same files for itself, and those are then here already. */
const REST = { renewed: 1500, started: 6000 };
const MEGABYTE = 1_000_000;

/** Keep the game on this page whole, once the page has nothing else to do; not for visitors who save data. */
export function keepWhole(task: Task, data: readonly string[], pictures: ParentNode): void {
  if (savesData() || !("serviceWorker" in navigator)) {
    return;
  }
  let begun = false;
  const keep = async (): Promise<void> => {
    await Promise.allSettled([...pictures.querySelectorAll("img")].map((picture) => {
      picture.loading = "eager";
      return picture.decode();
    }));
    await keepOffline([...data, ...lists(), ...filesOf(task)], show);
  };
  const begin = (rest: number): void => {
    if (!begun) {
      begun = true;
      setTimeout(() => { void keep(); }, rest);
    }
  };
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-go]") !== null) {
      begin(REST.started);
    }
  });
  void keepsGames().then((before) => {
    if (before) {
      begin(REST.renewed);
    }
  });
}

/** The pages above this one, to choose another game from. */
function lists(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(".masthead nav a")].map((link) => new URL(link.href))
    .filter((address) => address.origin === location.origin && address.pathname.startsWith("/play/"))
    .map((address) => address.pathname + address.search);
}

/** Say on the start how far it is, what is kept and how much; it can be removed there. */
function show(kept: Kept): void {
  const place = document.querySelector<HTMLElement>("[data-kept]");
  const says = place?.querySelector("[data-kept-says]");
  const remove = place?.querySelector<HTMLButtonElement>("[data-kept-remove]");
  if (place === null || says === null || says === undefined) {
    return;
  }
  place.hidden = false;
  if (kept.all === undefined) {
    says.textContent = word("keeping", { percent: Math.floor((100 * kept.done) / kept.total) });
  } else {
    says.textContent = kept.all ? word("kept", { size: Math.ceil((kept.bytes ?? 0) / MEGABYTE) }) : word("not-kept");
    if (remove !== null && remove !== undefined) {
      remove.hidden = false;
      remove.addEventListener("click", () => {
        void removeKept().then(() => {
          remove.hidden = true;
          says.textContent = word("kept-removed");
        });
      }, { once: true });
    }
  }
}
