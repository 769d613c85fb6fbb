/** Reviewing by single keys, for those who want it: shown on the buttons, and switched off with the box below them. */

const STORED = "vitrine-review-keys";

/** Let single keys press the buttons of `form` that name them, unless somebody is typing or has switched keys off. */
export function keys(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>("[data-review-keys]");
  if (box === null) return;
  box.checked = localStorage.getItem(STORED) !== "off";
  if (box.parentElement !== null) box.parentElement.hidden = false;
  mark(form, box.checked);
  box.addEventListener("change", () => {
    localStorage.setItem(STORED, box.checked ? "on" : "off");
    mark(form, box.checked);
  });
  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    const key = event.key.toLowerCase();
    const button = form.querySelector<HTMLButtonElement>(`[data-key="${CSS.escape(key)}"]`);
    const field = form.querySelector<HTMLInputElement>(`[data-key-focus="${CSS.escape(key)}"]`);
    if (button === null && field === null) return;
    event.preventDefault();
    button?.click();
    field?.focus();
  });
}

function mark(form: HTMLFormElement, on: boolean): void {
  for (const key of form.querySelectorAll<HTMLElement>("kbd")) key.hidden = !on;
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
}
