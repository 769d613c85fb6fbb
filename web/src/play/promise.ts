/** The promise on every screen of a game, kept in sight: how many bytes this page has sent. */

import { countSent } from "../camera/sent";
import { word } from "./words";

/** Keep what stands in `data-sent` true from now on. */
export function keepPromise(root: ParentNode): void {
  const show = (bytes: number): void => {
    const sentence = bytes === 0 ? word("sent-nothing") : word("sent", { bytes });
    for (const place of root.querySelectorAll("[data-sent]")) {
      place.textContent = sentence;
    }
  };
  const sent = countSent();
  show(sent.bytes);
  sent.onchange(show);
}
