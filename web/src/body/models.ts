/** The stamp of each file in the build's `models/`, put in by the build (web/models.ts). */
declare const MODELS: Readonly<Record<string, string>>;

/**
 * Return the address of a model file, with its stamp behind it, so that a browser keeps the file until there is another.
 *
 * @param folder the address of the build's `models/`, with its last slash.
 */
export function modelAddress(folder: string, name: string): string {
  // The engine tells a script from a folder by its end.
  return `${folder}${name}?${MODELS[name] ?? ""}${name.endsWith(".js") ? ".js" : ""}`;
}

/** The folder of the model files, seen from a script of a page, which the build lays into `assets/`. */
export function modelFolder(): string {
  const here = import.meta.url;
  return new URL("../models/", here).href;
}
