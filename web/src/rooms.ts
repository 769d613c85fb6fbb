import { keepPromise } from "./play/promise";
import { openScreens } from "./play/screens";
import { Together } from "./rooms/game";

const root = document.querySelector<HTMLElement>("[data-game]");
const room = root?.querySelector<HTMLElement>("[data-room]");
if (root && room) {
  keepPromise(root);
  new Together(room, openScreens(root));
}
