import { type Data, Editor } from "./figures/editor";
import { handle } from "./figures/hands";
import { Panel } from "./figures/panel";
import { Stage } from "./figures/stage";

const page = document.querySelector<HTMLElement>("[data-figures-editor]");
const frame = page?.querySelector<HTMLElement>("[data-frame]");
const stage = page?.querySelector<HTMLElement>("[data-stage]");
const drawing = page?.querySelector<SVGSVGElement>("[data-drawing]");
const told = document.getElementById("figures-data")?.textContent;

if (page && frame && stage && drawing && told) {
  page.hidden = false;
  const data = JSON.parse(told) as Data;
  const token = page.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]")?.value ?? "";
  const editor = new Editor(data, new Stage(frame, stage, drawing, data.size), new Panel(page, data.kind), token);
  handle(editor, page, drawing);
}
