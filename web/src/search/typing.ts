// Typing aids: what begins as somebody types, beneath the field (ARIA's combobox with a list of suggestions).
// Without this script the field is a plain field.

const PATIENCE = 150;
const FEWEST = 2;

interface Suggestion { kind: string; name: string; words: string }
interface Answer { suggestions: Suggestion[]; says: string }

/** Let a search field with `data-suggest`, the address to ask, offer what begins so. */
export function aid(field: HTMLInputElement): void {
  new Typing(field);
}

class Typing {
  private readonly list = document.createElement("ul");
  private readonly says = document.createElement("p");
  private offered: Suggestion[] = [];
  private active = -1;
  private waiting = 0;
  private asked = new AbortController();

  constructor(private readonly field: HTMLInputElement) {
    this.list.id = `${field.id}-suggestions`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field.dataset.suggestions ?? "");
    this.says.className = "unseen";
    this.says.setAttribute("role", "status");
    for (const [name, value] of [
      ["role", "combobox"],
      ["autocomplete", "off"],
      ["aria-autocomplete", "list"],
      ["aria-expanded", "false"],
      ["aria-controls", this.list.id],
    ] as const) {
      field.setAttribute(name, value);
    }
    field.after(this.list, this.says);
    field.addEventListener("input", () => { this.typed(); });
    field.addEventListener("keydown", (event) => { this.pressed(event); });
    field.addEventListener("blur", () => { this.close(); });
    // A press on the list must not take the focus away from the field.
    this.list.addEventListener("pointerdown", (event) => { event.preventDefault(); });
    this.list.addEventListener("click", (event) => { this.clicked(event); });
  }

  private typed(): void {
    this.forget();
    if (this.field.value.trim().length < FEWEST) {
      this.close();
      return;
    }
    this.waiting = window.setTimeout(() => { void this.ask(); }, PATIENCE);
  }

  /** What was asked before is answered too late. */
  private forget(): void {
    window.clearTimeout(this.waiting);
    this.asked.abort();
  }

  private async ask(): Promise<void> {
    this.asked = new AbortController();
    const { signal } = this.asked;
    const address = `${this.field.dataset.suggest ?? ""}?${new URLSearchParams({ q: this.field.value }).toString()}`;
    try {
      const response = await fetch(address, { signal });
      const answer = (response.ok ? await response.json() : { suggestions: [], says: "" }) as Answer;
      if (!signal.aborted && document.activeElement === this.field) this.offer(answer);
    } catch {
      // No answer, or nobody waits for it any more: the field does without.
      if (!signal.aborted) this.close();
    }
  }

  private offer({ suggestions, says }: Answer): void {
    this.offered = suggestions;
    this.list.replaceChildren(...suggestions.map((one, number) => this.option(one, number)));
    this.says.textContent = says;
    this.show(suggestions.length > 0);
    this.activate(-1);
  }

  private option(one: Suggestion, number: number): HTMLLIElement {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${String(number)}`;
    option.setAttribute("role", "option");
    const words = document.createElement("span");
    words.dir = "auto";
    words.textContent = one.words;
    const kind = document.createElement("span");
    kind.className = "note";
    kind.textContent = one.name;
    option.append(words, " ", kind);
    return option;
  }

  private show(shown: boolean): void {
    this.list.hidden = !shown;
    this.field.setAttribute("aria-expanded", String(shown));
  }

  private close(): void {
    this.forget();
    this.show(false);
    this.activate(-1);
    this.says.textContent = "";
  }

  private activate(number: number): void {
    this.active = number;
    for (const [at, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(at === number));
    }
    const option = this.list.children[number];
    if (option) {
      this.field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  private pressed(event: KeyboardEvent): void {
    // While a word is composed (Chinese, Japanese), the keys belong to that.
    if (event.isComposing) return;
    if (this.list.hidden) {
      if (event.key === "ArrowDown" && this.field.value.trim().length >= FEWEST) {
        event.preventDefault();
        this.forget();
        void this.ask();
      }
    } else if (this.act(event)) {
      event.preventDefault();
    }
  }

  /** Do what a key asks of the open list, and tell whether it asks anything. */
  private act(event: KeyboardEvent): boolean {
    // Before the first and after the last is what was typed.
    const places = this.offered.length + 1;
    const chosen = this.offered[this.active];
    if (event.key === "ArrowUp" && event.altKey) {
      this.close();
    } else if (event.key === "ArrowDown") {
      this.activate(((this.active + 2) % places) - 1);
    } else if (event.key === "ArrowUp") {
      this.activate(((this.active + places) % places) - 1);
    } else if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter" && chosen) {
      this.choose(chosen);
    } else {
      return false;
    }
    return true;
  }

  private clicked(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    const chosen = option ? this.offered[[...this.list.children].indexOf(option)] : undefined;
    if (chosen) this.choose(chosen);
  }

  /** Search for a title by its words; a maker or a type is chosen as a facet is. */
  private choose(one: Suggestion): void {
    this.close();
    const { form } = this.field;
    if (one.kind === "title") {
      this.field.value = one.words;
      form?.requestSubmit();
      return;
    }
    const facet = document.createElement("input");
    facet.type = "hidden";
    facet.name = one.kind;
    facet.value = one.words;
    this.field.value = "";
    form?.append(facet);
    form?.requestSubmit();
    // Sent is sent: whoever comes back finds the form without it.
    facet.remove();
  }
}
