import { modelAddress, modelFolder } from "./models";
import worker from "./worker.ts?worker&url";

/** The address of the worker's script. */
export const WORKER = new URL(worker, import.meta.url).href;

const MODELS_OF = {
  pose: ["pose_detector.tflite", "pose_lite.tflite"],
  face: ["face_detector.tflite", "face_landmarks.tflite", "palm_detector.tflite", "hand_landmarks.tflite", "face_mesh.json"],
};

/** A module with one instruction of WebAssembly's relaxed SIMD (i8x16.relaxed_swizzle), as in the package wasm-feature-detect. */
const RELAXED_SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2, 253, 15, 253, 128, 2, 11,
]);

/** Return the addresses of all that is loaded when bodies or faces are looked for: what has to be here without a network. */
export function filesOf(task: "pose" | "face"): string[] {
  const engine = WebAssembly.validate(RELAXED_SIMD) ? "litert_wasm_internal" : "litert_wasm_compat_internal";
  const names = [`${engine}.js`, `${engine}.wasm`, ...MODELS_OF[task]];
  return [WORKER, ...names.map((name) => modelAddress(modelFolder(), name))];
}
