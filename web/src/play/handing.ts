/** Handing a file over to the visitor: download, or the system's share sheet; only ever after a tap on one of them. */

import { word } from "./words";

/** Offer a file inside `place` (a link with `data-download`, a button with `data-share`); return how to take the offer back. */
export function offer(place: HTMLElement, file: File): () => void {
  const link = place.querySelector<HTMLAnchorElement>("[data-download]");
  const share = place.querySelector<HTMLButtonElement>("[data-share]");
  const says = place.querySelector<HTMLElement>("[data-taken-says]");
  const address = URL.createObjectURL(file);
  if (link !== null) {
    link.href = address;
    link.download = file.name;
    link.hidden = false;
  }
  if (share !== null) {
    // TypeScript takes for granted what not every browser has.
    share.hidden = !(navigator as Partial<Navigator>).canShare?.({ files: [file] });
    share.onclick = () => {
      navigator.share({ files: [file] }).then(
        () => { tell(says, "shared"); },
        (error: unknown) => { if (!(error instanceof DOMException && error.name === "AbortError")) tell(says, "share-failed"); },
      );
    };
  }
  return () => {
    URL.revokeObjectURL(address);
    link?.removeAttribute("href");
    if (share !== null) {
      share.onclick = null;
    }
  };
}

function tell(says: HTMLElement | null, key: string): void {
  if (says !== null) {
    says.textContent = word(key);
  }
}
