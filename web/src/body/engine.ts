import { CompiledModel, Environment, loadAndCompile, loadLiteRt, supportsFeature, Tensor } from "@litertjs/core";
import { Trouble } from "../camera/trouble";
import { modelAddress } from "./models";

/** A module with one instruction of WebAssembly SIMD (i8x16.splat, popcnt), as in the package wasm-feature-detect. */
const SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** A model, ready to run on the processor. */
export class Model {
  private constructor(private readonly compiled: CompiledModel, private readonly shape: Int32Array) {}

  /** Fetch a model and prepare it. Throws a Trouble "models" where it does not come. */
  static async open(folder: string, name: string): Promise<Model> {
    const bytes = await fetched(modelAddress(folder, name));
    const compiled = await loadAndCompile(bytes, { accelerator: "wasm" });
    return new Model(compiled, compiled.getInputDetails()[0]?.shape ?? new Int32Array());
  }

  /** The side of the square that it looks at, in pixels. */
  get size(): number {
    return this.shape[1] ?? 0;
  }

  /** Run it on a picture of its size. `read` names the answers that are wanted, by how many numbers each holds. */
  async run(picture: Float32Array, read: readonly number[]): Promise<Float32Array[]> {
    const input = new Tensor(picture, this.shape);
    const outputs = await this.compiled.run([input]);
    input.delete();
    const sizes = this.compiled.getOutputDetails().map(({ shape }) => shape.reduce((one, other) => one * other, 1));
    const answers = read.map((wanted) => {
      const values = outputs[sizes.indexOf(wanted)]?.toTypedArray();
      if (!(values instanceof Float32Array)) throw new Trouble("models");
      return values;
    });
    for (const output of outputs) output.delete();
    return answers;
  }
}

async function fetched(address: string): Promise<Uint8Array> {
  try {
    const response = await fetch(address);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new Trouble("models", { cause });
  }
  throw new Trouble("models");
}

/**
 * Start the engine in this worker. Throws a Trouble "no-wasm", "no-simd" or "models".
 *
 * The loader is a classic script that the engine imports; the policy needs no more than 'self' and 'wasm-unsafe-eval' for it.
 */
export async function startEngine(folder: string): Promise<void> {
  if (typeof WebAssembly === "undefined") throw new Trouble("no-wasm");
  if (!WebAssembly.validate(SIMD)) throw new Trouble("no-simd");
  const name = (await supportsFeature("relaxedSimd")) ? "litert_wasm_internal" : "litert_wasm_compat_internal";
  const module = await compiled(modelAddress(folder, `${name}.wasm`));
  // The loader takes what it does not have to do itself from this object; left alone it would not tell why it failed.
  const instantiateWasm = (imports: WebAssembly.Imports, then: (instance: WebAssembly.Instance, of: WebAssembly.Module) => void): void => {
    void WebAssembly.instantiate(module, imports).then((instance) => { then(instance, module); });
  };
  // What it would say on the console is meant for its makers.
  const quiet = (): void => undefined;
  Object.assign(self, { Module: { instantiateWasm, print: quiet, printErr: quiet } });
  // It would ask for a graphics processor, which we do not use, and complain where there is none.
  Environment.create = () => Promise.resolve(new Environment({ webGpuDevice: null }));
  try {
    await loadLiteRt(modelAddress(folder, `${name}.js`));
  } catch (cause) {
    throw new Trouble("models", { cause });
  }
}

async function compiled(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address).catch((cause: unknown) => { throw new Trouble("models", { cause }); });
  if (!response.ok) throw new Trouble("models");
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (cause) {
    throw new Trouble(cause instanceof TypeError ? "models" : "no-wasm", { cause });
  }
}
