/** All that a game needs without a network: this page with its pictures, its data, and what sees with. */

import { filesOf } from "../body/files";
import type { Task } from "../body/tracker";
import { keepOffline, savesData } from "./offline";

/** So long (ms) after everything is loaded the page is left alone first: nobody waits for what is kept. */
const REST = 1500;

/** Keep the game on this page whole, once the page has nothing else to do; not for visitors who save data. */
export function keepWhole(task: Task, data: readonly string[], pictures: ParentNode): void {
  if (savesData() || !("serviceWorker" in navigator)) {
    return;
  }
  const keep = async (): Promise<void> => {
    await Promise.allSettled([...pictures.querySelectorAll("img")].map((picture) => {
      picture.loading = "eager";
      return picture.decode();
    }));
    await keepOffline([...data, ...filesOf(task)]);
  };
  const rest = (): void => {
    setTimeout(() => { void keep(); }, REST);
  };
  if (document.readyState === "complete") {
    rest();
  } else {
    addEventListener("load", rest, { once: true });
  }
}
