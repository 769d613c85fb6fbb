import { aid } from "./search/typing";
import { slide } from "./search/years";

for (const field of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) {
  aid(field);
}
for (const timeline of document.querySelectorAll<HTMLElement>(".timeline")) {
  slide(timeline);
}
