/** Every page that is shown on a kiosk of the museum. */
import { openKiosk } from "./play/kiosk";

const frame = document.querySelector<HTMLDialogElement>("dialog[data-kiosk]");
if (frame !== null) {
  openKiosk(frame);
}
