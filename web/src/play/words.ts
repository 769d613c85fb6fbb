/** What a page's script says: the sentences were made by the server in the reader's language and lie in the page as data. */

let known: Readonly<Record<string, string>> | undefined;

/** Return the sentence of a key with its `{names}` filled in. Throws for a key that the page does not have. */
export function word(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  known ??= JSON.parse(document.getElementById("words")?.textContent ?? "{}") as Record<string, string>;
  const sentence = known[key];
  if (sentence === undefined) {
    throw new Error(`The page has no words for "${key}".`);
  }
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? numeral(value) : value;
  });
}

/** Return a number as readers of the page's language write it. */
export function numeral(value: number): string {
  return new Intl.NumberFormat(document.documentElement.lang).format(value);
}
