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
  const total = wish.keep.length;
  event.waitUntil(keep(wish.keep, (done) => port?.postMessage({ done, total }))
    .then((end) => port?.postMessage({ done: total, total, ...end }))
    .then(renewOthers));
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
  const asked = fetch(request);
  if (kept === undefined) {
    return request.mode === "navigate" ? asked.catch(() => instead(cache)) : asked;
  }
  const renewed = asked.then(async (answer) => {
    await put(cache, request, answer.clone());
    return isDown(answer) ? kept : answer;
  });
  event.waitUntil(renewed.catch(() => undefined));
  const waited = new Promise<Response>((resolve) => setTimeout(() => { resolve(kept); }, PATIENCE));
  return Promise.race([renewed.catch(() => kept), waited]);
}

/** Without a network, for a page that is not here: the list of games. */
async function instead(cache: Cache): Promise<Response> {
  return (await cache.match("/play/", { ignoreVary: true })) ?? Response.error();
}

/** A server in trouble has not closed anything. */
function isDown(answer: Response): boolean {
  return answer.status >= 500;
}

/** Keep an answer; forget what the museum no longer shows, and what is for one person only. */
async function put(cache: Cache, request: RequestInfo, answer: Response): Promise<void> {
  if (isDown(answer)) {
    return;
  }
  const mayStay = answer.ok && !/no-store|private/.test(answer.headers.get("Cache-Control") ?? "");
  await (mayStay ? cache.put(request, answer) : cache.delete(request, { ignoreVary: true }));
}

interface End {
  readonly all: boolean;
  readonly bytes: number;
}

/** Keep all of these, the page that asks first, and let go of what no page asks for any more. */
async function keep(addresses: readonly string[], tell: (done: number) => void): Promise<End> {
  const cache = await caches.open(CACHE);
  let [done, failed, bytes] = [0, 0, 0];
  for (const address of addresses) {
    const here = LASTING.test(address) && (await cache.match(address, { ignoreVary: true })) !== undefined;
    if (!here && !(await fetchInto(cache, address))) {
      failed += 1;
    }
    bytes += await sizeOf(cache, address);
    tell((done += 1));
  }
  await cache.put(wishOf(addresses[0] ?? "/play/"), new Response(JSON.stringify(addresses)));
  await letGo(cache);
  return { all: failed === 0, bytes };
}

/** The address under which it is remembered what a page asked for. */
function wishOf(page: string): string {
  const { pathname, search } = new URL(page, scope.location.href);
  return WISHES + encodeURIComponent(pathname + search);
}

/** Bytes of what is kept of an address. */
async function sizeOf(cache: Cache, address: string): Promise<number> {
  return (await (await cache.match(address, { ignoreVary: true }))?.blob())?.size ?? 0;
}

async function fetchInto(cache: Cache, address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { cache: "no-cache" });
    await put(cache, address, answer.clone());
    return answer.ok;
  } catch {
    // No network: what was kept before stays.
    return (await cache.match(address, { ignoreVary: true })) !== undefined;
  }
}

/**
 * Renew what other pages keep: what the museum has closed since is forgotten there too. A page that was built anew is let go, with
 * all that it asked for, because its scripts are not here; it is kept again when it is opened.
 */
async function renewOthers(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const [wish, addresses] of await wishes(cache)) {
    for (const address of addresses.filter((one) => !LASTING.test(one))) {
      await fetchInto(cache, address);
    }
    const page = await cache.match(addresses[0] ?? "", { ignoreVary: true });
    if (page === undefined || !(await isWhole(cache, page))) {
      await cache.delete(wish);
    }
  }
  await letGo(cache);
}

/** Whether the scripts and styles that a page names are here. */
async function isWhole(cache: Cache, page: Response): Promise<boolean> {
  const named = (await page.clone().text()).matchAll(/(?:src|href)="(\/static\/site\/build\/assets\/[^"]+)"/g);
  const found = await Promise.all([...named].map(([, address]) => cache.match(address ?? "", { ignoreVary: true })));
  return found.every((one) => one !== undefined);
}

/** What each page asked for, by the request under which that is remembered. */
async function wishes(cache: Cache): Promise<[Request, string[]][]> {
  const all = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(WISHES));
  return Promise.all(all.map(async (wish): Promise<[Request, string[]]> => {
    return [wish, ((await (await cache.match(wish))?.json()) as string[] | undefined) ?? []];
  }));
}

async function letGo(cache: Cache): Promise<void> {
  const wanted = new Set<string>();
  for (const [wish, addresses] of await wishes(cache)) {
    wanted.add(wish.url);
    addresses.forEach((address) => wanted.add(new URL(address, scope.location.href).href));
  }
  const all = await cache.keys();
  await Promise.all(all.filter(({ url }) => !wanted.has(url)).map((request) => cache.delete(request)));
}
