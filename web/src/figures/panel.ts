import { word } from "../play/words";
import type { Known } from "./saving";

/** A figure on the table: as the server knows it, or new (`id` null), with what was changed since. */
export interface Piece extends Omit<Known, "id"> {
  readonly id: number | null;
  readonly changed: boolean;
}

/** What is going on beside the figures themselves. */
export interface Mode {
  readonly placing: boolean;
  readonly boxing: boolean;
  readonly ghost: boolean;
  readonly fine: boolean;
}

/** What stands beside the picture: the figures to choose from, the buttons, and what is said. */
export class Panel {
  constructor(
    private readonly page: HTMLElement,
    private readonly kind: "pose" | "face",
  ) {}

  /** The part of the body that is chosen. */
  get part(): string {
    return this.page.querySelector<HTMLInputElement>("[name=part]:checked")?.value ?? "full";
  }

  /** Say what happened; a screen reader says it too. */
  say(sentence: string): void {
    const place = this.page.querySelector("[data-status]");
    if (place !== null) place.textContent = sentence;
  }

  /** Offer to load what somebody else left, or to save over it. */
  clash(shown: boolean): void {
    const buttons = this.page.querySelector<HTMLElement>("[data-clash]");
    if (buttons !== null) buttons.hidden = !shown;
  }

  /** Say why the work is not in the game; blank where it is. */
  refusal(reason: string): void {
    const place = document.querySelector<HTMLElement>("[data-refusal]");
    if (place === null) return;
    place.hidden = reason === "";
    const said = place.querySelector("span");
    if (said !== null) said.textContent = reason;
  }

  show(pieces: readonly Piece[], selected: number, mode: Mode): void {
    const piece = pieces[selected];
    this.offer(piece, mode);
    this.choose(piece);
    this.list(pieces, selected);
    const block = this.page.querySelector<HTMLElement>("[data-proposal]");
    if (block !== null) block.hidden = (piece?.proposal.length ?? 0) === 0;
  }

  private offer(piece: Piece | undefined, mode: Mode): void {
    const offered: Record<string, boolean> = {
      skip: mode.placing,
      back: mode.placing,
      stop: mode.placing || mode.boxing,
      place: !mode.placing,
      hide: !mode.placing,
      swap: !mode.placing,
      fine: !mode.placing,
      reopen: piece !== undefined && piece.state !== "proposed",
      approve: piece !== undefined && (piece.state !== "approved" || piece.changed),
      aside: piece !== undefined && piece.id !== null && piece.state !== "aside",
    };
    for (const [name, shown] of Object.entries(offered)) {
      const button = this.page.querySelector<HTMLElement>(`[data-do="${name}"]`);
      if (button !== null) button.hidden = !shown;
    }
    for (const [name, on] of [["ghost", mode.ghost], ["fine", mode.fine]] as const) {
      this.page.querySelector(`[data-do="${name}"]`)?.setAttribute("aria-pressed", on.toString());
    }
  }

  private choose(piece: Piece | undefined): void {
    const parts = [...this.page.querySelectorAll<HTMLInputElement>("[name=part]")];
    const chosen = piece === undefined ? (parts.find((one) => one.checked) ?? parts[0])?.value : piece.part;
    for (const one of parts) one.checked = one.value === chosen;
  }

  private list(pieces: readonly Piece[], selected: number): void {
    const place = this.page.querySelector("[data-list]");
    if (place === null) return;
    while (place.children.length > pieces.length) place.lastElementChild?.remove();
    while (place.children.length < pieces.length) place.append(choice(place.children.length));
    pieces.forEach((one, number) => {
      const [input, text] = [place.children[number]?.querySelector("input"), place.children[number]?.querySelector("span")];
      const figure = word(this.kind === "pose" ? "figure" : "face", { number: number + 1 });
      const state = one.changed ? (one.id === null ? "new" : "changed") : one.state;
      if (input) input.checked = number === selected;
      if (text) text.textContent = word("option", { figure, state: word(state) });
    });
  }
}

function choice(number: number): HTMLElement {
  const label = document.createElement("label");
  label.className = "vitrine-editor-choice";
  const input = document.createElement("input");
  input.type = "radio";
  input.name = "figure";
  input.value = number.toString();
  label.append(input, document.createElement("span"));
  return label;
}
