/**
 * Asks the service worker (play-worker.ts) to keep what a game needs, so that it works without a network from then on.
 *
 * The worker is there for two places: the games' pages, and the scripts that see (web workers), which a browser looks up by
 * their own address. Nothing else of the site is touched.
 */

import { WORKER as SEER } from "../body/files";

const SERVICE = "/play/worker.js";
const SCOPES = ["/play/", new URL(".", SEER).pathname];
/** Kept besides what a page asks for: the list of games, which is shown for pages that are not here. */
const ALWAYS = ["/play/"];

/** How far keeping has come: of so many files so many are here; at the end whether all are, and how large they are (bytes). */
export interface Kept {
  readonly done: number;
  readonly total: number;
  readonly all?: boolean;
  readonly bytes?: number;
}

/**
 * Keep this page, all that it has loaded, and the files named in `more` (models, pictures, data); `tell` hears how far it is.
 * Resolves to whether all of it is on the device now; to false where the browser keeps nothing.
 */
export async function keepOffline(more: readonly string[], tell: (kept: Kept) => void = () => undefined): Promise<boolean> {
  try {
    const [service] = await Promise.all(SCOPES.map(startService));
    return service === undefined ? false : await ask(service, [...new Set([here(), ...ALWAYS, ...loaded(), ...more])], tell);
  } catch {
    // A private window, an old browser, a full device: the game is played with the network, as without all this.
    return false;
  }
}

/** Whether this device has been asked to keep games before. */
export async function keepsGames(): Promise<boolean> {
  return (await navigator.serviceWorker.getRegistration(SCOPES[0])) !== undefined;
}

/** Remove all that is kept, and what keeps it. */
export async function removeKept(): Promise<void> {
  const services = await Promise.all(SCOPES.map((scope) => navigator.serviceWorker.getRegistration(scope)));
  await Promise.all(services.map(async (service) => service?.unregister()));
  await Promise.all((await caches.keys()).filter((name) => name.startsWith("vitrine-play")).map((name) => caches.delete(name)));
}

/** Whether the visitor's browser asks to load no more than needed. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

function here(): string {
  return location.pathname + location.search;
}

/** Register the service for a place and return it once it runs. */
async function startService(scope: string): Promise<ServiceWorker | undefined> {
  const registration = await navigator.serviceWorker.register(SERVICE, { scope, updateViaCache: "none" });
  const service = registration.installing ?? registration.waiting ?? registration.active ?? undefined;
  if (service !== undefined && service.state !== "activated") {
    await new Promise<void>((resolve) => {
      service.addEventListener("statechange", () => {
        if (service.state === "activated" || service.state === "redundant") {
          resolve();
        }
      });
    });
  }
  return registration.active ?? undefined;
}

/** What the page has loaded from its own host: scripts, styles, fonts, pictures. */
function loaded(): string[] {
  return performance.getEntriesByType("resource").map(({ name }) => new URL(name))
    .filter((address) => address.origin === location.origin && address.pathname !== "/play/counts")
    .map((address) => address.pathname + address.search);
}

function ask(service: ServiceWorker, keep: readonly string[], tell: (kept: Kept) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Kept>) => {
      tell(data);
      if (data.all !== undefined) {
        port1.close();
        resolve(data.all);
      }
    };
    service.postMessage({ keep }, [port2]);
  });
}
