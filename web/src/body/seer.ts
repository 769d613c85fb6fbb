import { Trouble } from "../camera/trouble";
import { WORKER } from "./files";
import { unpack, type Answer, type Ask, type Kind } from "./messages";
import { modelFolder } from "./models";
import type { Seen } from "./points";

type Question = Ask extends infer One ? (One extends Ask ? Omit<One, "number"> : never) : never;

/** The page's end of the worker that sees. */
export class Seer {
  private readonly worker = new Worker(WORKER);
  private readonly waiting = new Map<number, { resolve: (seen: readonly Seen[]) => void; reject: (trouble: Trouble) => void }>();
  private number = 0;

  private constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => { this.hear(data); };
    // The worker's script did not come, or the worker broke: whoever waits is told.
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail(new Trouble("models", { cause: event.message }));
    };
  }

  /** Start a worker with its engine and models. Throws a Trouble. */
  static async open(kind: Kind, model: "lite" | "full" = "lite"): Promise<Seer> {
    if (!("Worker" in window) || !("OffscreenCanvas" in window)) throw new Trouble("unsupported");
    if (!("WebAssembly" in window)) throw new Trouble("no-wasm");
    const seer = new Seer();
    try {
      await seer.ask({ what: "open", kind, model, folder: modelFolder() });
      return seer;
    } catch (error) {
      seer.close();
      throw error;
    }
  }

  /** Ask the worker; what is transferred belongs to it from then on. Throws a Trouble. */
  ask(question: Question, transfer: Transferable[] = []): Promise<readonly Seen[]> {
    return new Promise((resolve, reject) => {
      this.number += 1;
      this.waiting.set(this.number, { resolve, reject });
      this.worker.postMessage({ ...question, number: this.number }, transfer);
    });
  }

  /** End the worker; whoever still waits is told. */
  close(): void {
    this.worker.terminate();
    this.fail(new Trouble("lost"));
  }

  private hear(answer: Answer): void {
    const waiter = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    if ("trouble" in answer) waiter?.reject(new Trouble(answer.trouble, { cause: answer.cause }));
    else waiter?.resolve(answer.seen.map(unpack));
  }

  private fail(trouble: Trouble): void {
    for (const waiter of this.waiting.values()) waiter.reject(trouble);
    this.waiting.clear();
  }
}
