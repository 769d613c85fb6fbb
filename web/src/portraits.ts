/** Face-Fit: one portrait, and the visitor's own face in it. */
import { keepPromise } from "./play/promise";
import { openScreens } from "./play/screens";
import { keepWhole } from "./play/whole";
import { PAINTER } from "./portraits/composite/canvas";
import { readPortrait } from "./portraits/data";
import { Game } from "./portraits/game";

const root = document.querySelector<HTMLElement>("[data-game]");
if (root !== null && document.getElementById("portrait") !== null) {
  keepPromise(root);
  const portrait = readPortrait();
  new Game(root, openScreens(root), portrait);
  keepWhole("face", [portrait.picture, PAINTER], root);
}
