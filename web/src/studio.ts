import { watch } from "./jobs/progress";

for (const page of document.querySelectorAll<HTMLElement>("[data-job]")) {
  watch(page);
}
