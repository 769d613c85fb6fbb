/**
 * Tells the museum how often works are played, where it counts (`data-counts` on the game, the address). Sent are the game, the
 * work and what happened: nothing of the visitor, no cookie. Children are not counted.
 */

export type What = "started" | "matched" | "given-up";

/** Return a function that counts, for the game inside `root`. `work` is its source and key, as in its address. */
export function counting(root: HTMLElement, game: "poses" | "faces", child: () => boolean): (work: string, what: What) => void {
  const address = root.dataset.counts ?? "";
  return (work, what) => {
    if (address === "" || child()) {
      return;
    }
    const body = JSON.stringify({ game, work, what });
    // Counting is never in the way: without a network nothing is counted.
    fetch(address, { method: "POST", body, credentials: "omit", keepalive: true }).catch(() => undefined);
  };
}
