/**
 * Keeps what the games need, so that they go on without a network: pages, their data, scripts, styles, fonts, models and
 * the pictures of the works. A service worker below /play/, with nothing imported: it has to be one file.
 *
 * Whatever can change is asked of the museum first, while there is a network: a work that has been closed since is gone at
 * the next look. What carries a hash in its address never changes, and comes from the device.
 */

interface Lasting extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", then: (event: Lasting) => void): void;
  addEventListener(type: "fetch", then: (event: Fetching) => void): void;
  addEventListener(type: "message", then: (event: Told) => void): void;
}

/** What a page asks to be kept, itself first. */
interface Wish {
  readonly keep: readonly string[];
}

const scope = self as unknown as Scope;
const CACHE = "vitrine-play";
/** What has a hash in its name or its query: the build's files. */
const LASTING = /\/static\/site\/build\/(assets|models)\//;
/** What a page asked for is remembered below this address, which is none of the site's. */
const WISHES = "/play/.kept/";
/** Milliseconds after which a weak network counts as none, where the device has an answer of its own. */
const PATIENCE = 4000;

scope.addEventListener("install", (event) => { event.waitUntil(scope.skipWaiting()); });
scope.addEventListener("activate", (event) => { event.waitUntil(scope.clients.claim()); });

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== scope.location.origin || request.headers.has("Range")) {
    return;
  }
  event.respondWith(LASTING.test(address.pathname) ? lasting(request) : fresh(request, event));
});

scope.addEventListener("message", (event) => {
  const wish = event.data as Wish;
  const port = event.ports[0];
  event.waitUntil(keep(wish.keep, (done) => port?.postMessage({ done, total: wish.keep.length }))
    .then((all) => port?.postMessage({ all })));
});

/** From the device, else from the museum. */
async function lasting(request: Request): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(request, { ignoreVary: true });
  return kept ?? fetch(request);
}

/** From the museum, else from the device. What the museum no longer shows is forgotten; what is kept is renewed. */
async function fresh(request: Request, event: Lasting): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept === undefined) {
    return fetch(request);
  }
  const asked = fetch(request).then(async (answer) => {
    await (answer.ok ? cache.put(request, answer.clone()) : cache.delete(request, { ignoreVary: true }));
    return answer;
  });
  event.waitUntil(asked.catch(() => undefined));
  const waited = new Promise<Response>((resolve) => setTimeout(() => { resolve(kept); }, PATIENCE));
  return Promise.race([asked.catch(() => kept), waited]);
}

/** Keep all of these, the page that asks first, and let go of what no page asks for any more. Return whether all are here. */
async function keep(addresses: readonly string[], tell: (done: number) => void): Promise<boolean> {
  const cache = await caches.open(CACHE);
  let [done, failed] = [0, 0];
  for (const address of addresses) {
    const here = LASTING.test(address) && (await cache.match(address, { ignoreVary: true })) !== undefined;
    if (!here && !(await fetchInto(cache, address))) {
      failed += 1;
    }
    tell((done += 1));
  }
  const page = new URL(addresses[0] ?? "/play/", scope.location.href);
  await cache.put(WISHES + encodeURIComponent(page.pathname + page.search), new Response(JSON.stringify(addresses)));
  await letGo(cache);
  return failed === 0;
}

async function fetchInto(cache: Cache, address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { cache: "no-cache" });
    await (answer.ok ? cache.put(address, answer) : cache.delete(address, { ignoreVary: true }));
    return answer.ok;
  } catch {
    // No network: what was kept before stays.
    return (await cache.match(address, { ignoreVary: true })) !== undefined;
  }
}

async function letGo(cache: Cache): Promise<void> {
  const wanted = new Set<string>();
  const all = await cache.keys();
  for (const wish of all.filter(({ url }) => new URL(url).pathname.startsWith(WISHES))) {
    wanted.add(wish.url);
    const addresses = (await (await cache.match(wish))?.json()) as string[] | undefined;
    addresses?.forEach((address) => wanted.add(new URL(address, scope.location.href).href));
  }
  await Promise.all(all.filter(({ url }) => !wanted.has(url)).map((request) => cache.delete(request)));
}
