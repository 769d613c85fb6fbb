import { watch } from "./jobs/progress";
import { keys } from "./review/keys";
import { keep } from "./works/drafts";

for (const page of document.querySelectorAll<HTMLElement>("[data-job]")) {
  watch(page);
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
  keep(form);
}

for (const form of document.querySelectorAll<HTMLFormElement>("[data-review]")) {
  keys(form);
}
