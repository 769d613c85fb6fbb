import { keepPromise } from "./play/promise";
import { openScreens } from "./play/screens";
import { keepWhole } from "./play/whole";
import { Game } from "./poses/game";

const root = document.querySelector<HTMLElement>("[data-game]");
const game = root?.querySelector<HTMLElement>("[data-challenge]");
if (root && game) {
  keepPromise(root);
  new Game(game, openScreens(root));
  keepWhole("pose", [game.dataset.challenge ?? ""], game);
}
