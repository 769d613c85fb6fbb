import { aid } from "./search/typing";

for (const field of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) {
  aid(field);
}
