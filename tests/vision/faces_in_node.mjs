// Measures the faces of a file as the browser does and prints what it finds: node faces_in_node.mjs module faces.json
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, faces] = process.argv.slice(2);
const { apart, measure } = await import(pathToFileURL(module).href);
const measured = JSON.parse(readFileSync(faces, "utf-8")).map(({ points }) =>
  measure(points.map(([x, y, z]) => ({ x, y, z }))),
);
process.stdout.write(JSON.stringify({ measured, apart: measured.map((one) => apart(measured[0], one)) }));
