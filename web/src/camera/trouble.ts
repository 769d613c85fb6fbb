/** What can go wrong with a camera, or with what reads its picture. The sentence for a code comes from the page's words. */
export type Code =
  | "no-camera" // none is connected
  | "refused" // the visitor, the browser or the page's policy says no
  | "busy" // another program holds it
  | "lost" // it was there and went away
  | "no-simd" // a browser whose WebAssembly is too old
  | "no-wasm" // a browser without WebAssembly, or one whose settings forbid it
  | "insecure" // neither https nor this machine itself
  | "models" // the model files did not come
  | "unsupported"; // a browser that lacks something else

/** An error with a code for which the page has a sentence. */
export class Trouble extends Error {
  override readonly name = "Trouble";

  constructor(readonly code: Code, options?: ErrorOptions) {
    super(code, options);
  }
}
