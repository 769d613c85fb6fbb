/** What somebody types into a long form stays in the browser until it is saved: signing in again loses nothing. */

type Input = HTMLTextAreaElement | HTMLInputElement;

/** Keep the texts of a form marked with `data-draft`, and bring back those that were never saved. */
export function keep(form: HTMLFormElement): void {
  const key = form.dataset.draft;
  if (key === undefined) return;
  if (form.dataset.draftSaved !== undefined) localStorage.removeItem(key);
  const texts = [...form.querySelectorAll<HTMLTextAreaElement>("textarea[name]")];
  if (form.dataset.draftKept === undefined && restore(form, texts, key)) {
    form.querySelector<HTMLElement>("[data-draft-notice]")?.removeAttribute("hidden");
  }
  form.addEventListener("input", () => {
    write(form, texts, key);
  });
  form.querySelector("[data-draft-discard]")?.addEventListener("click", () => {
    localStorage.removeItem(key);
    window.location.reload();
  });
}

/** Each changed text is kept with the statement that it started from, so that a clash is still seen. */
function write(form: HTMLFormElement, texts: HTMLTextAreaElement[], key: string): void {
  const changed = texts.filter((text) => text.value !== text.defaultValue);
  const kept = changed.map((text) => [text.name, text.value, started(form, text.name)?.value ?? "0"]);
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // The browser's store is full or closed: the text still stands in the form.
    return;
  }
}

function restore(form: HTMLFormElement, texts: HTMLTextAreaElement[], key: string): boolean {
  const kept = JSON.parse(localStorage.getItem(key) ?? "[]") as [string, string, string][];
  let found = false;
  for (const [name, value, from] of kept) {
    const text = texts.find((one) => one.name === name);
    if (text === undefined || text.value === value) continue;
    text.value = value;
    const start = started(form, name);
    if (start !== null) start.value = from;
    found = true;
  }
  return found;
}

function started(form: HTMLFormElement, name: string): Input | null {
  return form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`from-${name}`)}"]`);
}
