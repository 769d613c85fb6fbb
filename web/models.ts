/// <reference types="node" />
// What sees people: model files, the engine that runs them and the canonical face, taken out of the installed packages into the
// built front end. Nothing of it is committed; browser and Python read the same files, and the wheel carries them.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";
import { decodeMesh } from "./face-mesh.ts";

/** Where a file comes from: a whole file of a package, or its bytes from `start` to `end`. */
interface Source {
  readonly from: string;
  readonly file: string;
  readonly start?: number;
  readonly end?: number;
}

const POSE = "@mediapipe/pose";
const FACE = "@mediapipe/face_mesh";
const HANDS = "@mediapipe/hands";
const ENGINE = "@litertjs/core";

// The byte ranges are those that each package's `*_packed_assets_loader.js` names.
const SOURCES: Record<string, Source> = {
  "pose_detector.tflite": { from: POSE, file: "pose_solution_packed_assets.data", start: 0, end: 2962288 },
  "pose_lite.tflite": { from: POSE, file: "pose_landmark_lite.tflite" },
  "pose_full.tflite": { from: POSE, file: "pose_landmark_full.tflite" },
  "face_detector.tflite": { from: FACE, file: "face_mesh_solution_packed_assets.data", start: 3757224, end: 3986256 },
  "face_landmarks.tflite": { from: FACE, file: "face_mesh_solution_packed_assets.data", start: 2495952, end: 3737848 },
  "face_mesh.json": { from: FACE, file: "face_mesh_solution_packed_assets.data", start: 3737848, end: 3757224 },
  "palm_detector.tflite": { from: HANDS, file: "hands_solution_packed_assets.data", start: 11, end: 2341291 },
  "hand_landmarks.tflite": { from: HANDS, file: "hand_landmark_full.tflite" },
  // One thread, with SIMD; the one called compat is for browsers without relaxed SIMD.
  "litert_wasm_internal.js": { from: ENGINE, file: "wasm/litert_wasm_internal.js" },
  "litert_wasm_internal.wasm": { from: ENGINE, file: "wasm/litert_wasm_internal.wasm" },
  "litert_wasm_compat_internal.js": { from: ENGINE, file: "wasm/litert_wasm_compat_internal.js" },
  "litert_wasm_compat_internal.wasm": { from: ENGINE, file: "wasm/litert_wasm_compat_internal.wasm" },
};

const SHRINKS = /\.(js|wasm|json)$/;

/** Of brotli's levels the one that takes seconds, not a minute, for some per cent more. */
const QUALITY = 9;

/** What is told of a file beside it. */
interface Told {
  readonly sha256: string;
  readonly package: string;
  readonly version: string;
}

/** Read all files out of the packages. Throws where a package is another than the one whose byte ranges are written here. */
function read(): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const [name, { from, file, start, end }] of Object.entries(SOURCES)) {
    const bytes = readFileSync(`node_modules/${from}/${file}`).subarray(start, end);
    if (name.endsWith(".tflite") && bytes.toString("latin1", 4, 8) !== "TFL3") {
      throw new Error(`${from}/${file} holds no model where ${name} is looked for: has the package changed?`);
    }
    files.set(name, name === "face_mesh.json" ? Buffer.from(JSON.stringify(decodeMesh(bytes))) : bytes);
  }
  return files;
}

function tell(files: Map<string, Buffer>): Record<string, Told> {
  const told: Record<string, Told> = {};
  for (const [name, bytes] of files) {
    const { from } = SOURCES[name] ?? { from: "" };
    const { version } = JSON.parse(readFileSync(`node_modules/${from}/package.json`, "utf-8")) as { version: string };
    told[name] = { sha256: createHash("sha256").update(bytes).digest("hex"), package: from, version };
  }
  return told;
}

function licence(told: Record<string, Told>): string {
  const packages = [...new Set(Object.values(told).map((one) => `${one.package} ${one.version}`))];
  return [
    "The files in this folder are taken, unchanged, out of these packages; face_mesh.json is decoded out of the second.",
    "Copyright their authors (Google LLC and contributors). They are distributed under the Apache License 2.0, below.",
    "",
    ...packages.map((one) => `  ${one}`),
    "",
    readFileSync("../LICENSE", "utf-8"),
  ].join("\n");
}

/** The plugin that lays the files into `models/` of the build, and tells the scripts (`MODELS`) the stamp of each. */
export function models(): Plugin {
  const files = read();
  const told = tell(files);
  const stamps = Object.fromEntries(Object.entries(told).map(([name, { sha256 }]) => [name, sha256.slice(0, 12)]));
  return {
    name: "vitrine-models",
    config: () => ({ define: { MODELS: JSON.stringify(stamps) } }),
    generateBundle() {
      const lay = (name: string, source: string | Buffer): void => {
        this.emitFile({ type: "asset", fileName: `models/${name}`, source });
      };
      for (const [name, bytes] of files) {
        lay(name, bytes);
        // The web server hands the smaller file to browsers that read it.
        if (SHRINKS.test(name)) {
          lay(`${name}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }));
        }
      }
      lay("models.json", `${JSON.stringify(told, null, 2)}\n`);
      lay("LICENSE", licence(told));
    },
  };
}
