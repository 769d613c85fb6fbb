import { look } from "./look/viewer";

for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-look]")) {
  look(link);
}
