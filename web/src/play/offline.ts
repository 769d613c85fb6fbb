/**
 * Asks the service worker (play-worker.ts) to keep what a game needs, so that it works without a network from then on.
 *
 * It begins when the page has loaded and has nothing else to do; not where the visitor's browser asks to save data: then it
 * begins with the start of the game, which loads the models anyway.
 */

const WORKER = "/play/worker.js";
const SCOPE = "/play/";

interface Told {
  readonly all?: boolean;
}

/**
 * Keep this page, all that it has loaded, and the files named in `more` (models, pictures, data). Resolves to whether all of
 * it is on the device now; to false where the browser keeps nothing.
 */
export async function keepOffline(more: readonly string[]): Promise<boolean> {
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    const { active } = await navigator.serviceWorker.ready;
    return active === null ? false : await ask(active, [...new Set([location.pathname + location.search, ...loaded(), ...more])]);
  } catch {
    // A private window, an old browser, a full device: the game is played with the network, as without all this.
    return false;
  }
}

/** Whether the visitor's browser asks to load no more than needed. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/** What the page has loaded from its own host: scripts, styles, fonts, pictures. */
function loaded(): string[] {
  return performance.getEntriesByType("resource").map(({ name }) => new URL(name))
    .filter((address) => address.origin === location.origin && !address.pathname.startsWith("/play/counts"))
    .map((address) => address.pathname + address.search);
}

function ask(worker: ServiceWorker, keep: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.all !== undefined) {
        port1.close();
        resolve(data.all);
      }
    };
    worker.postMessage({ keep }, [port2]);
  });
}
