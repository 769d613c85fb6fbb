/** How many bytes this page has sent in the bodies of its requests, messages and beacons since it began to count. */
export interface Sent {
  readonly bytes: number;
  onchange(then: (bytes: number) => void): void;
}

let counting: Counter | null = null;

/** Count from now on; asked again, the same count. */
export function countSent(): Sent {
  counting ??= new Counter();
  return counting;
}

class Counter implements Sent {
  private total = 0;
  private readonly listeners: ((bytes: number) => void)[] = [];

  constructor() {
    this.wrapFetch();
    this.wrapBeacons();
    this.wrapSend(XMLHttpRequest.prototype);
    this.wrapSend(WebSocket.prototype);
  }

  get bytes(): number {
    return this.total;
  }

  onchange(then: (bytes: number) => void): void {
    this.listeners.push(then);
  }

  private add(bytes: number): void {
    if (bytes === 0) return;
    this.total += bytes;
    for (const tell of this.listeners) tell(this.total);
  }

  private count(body: unknown): void {
    if (body !== undefined && body !== null) void weight(body).then((bytes) => { this.add(bytes); });
  }

  private wrapFetch(): void {
    const before = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      if (init?.body !== undefined) this.count(init.body);
      else if (input instanceof Request && input.body !== null) this.add((await input.clone().arrayBuffer()).byteLength);
      return await before(input, init);
    };
  }

  private wrapBeacons(): void {
    const before = navigator.sendBeacon.bind(navigator);
    navigator.sendBeacon = (address, body) => {
      this.count(body);
      return before(address, body);
    };
  }

  private wrapSend(of: { send: (body: never) => void }): void {
    const before = of.send as (this: unknown, body?: unknown) => void;
    const count = (body: unknown): void => { this.count(body); };
    of.send = function send(this: unknown, body?: unknown): void {
      count(body);
      before.call(this, body);
    };
  }
}

/** The bytes of a body, as a browser would send it. */
async function weight(body: unknown): Promise<number> {
  if (body instanceof ReadableStream) return 0; // cannot be read twice; no page of ours sends one
  return (await new Response(body as BodyInit).arrayBuffer()).byteLength;
}
