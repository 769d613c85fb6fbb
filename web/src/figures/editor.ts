import { word } from "../play/words";
import * as face from "./face";
import { History } from "./history";
import { Placing } from "./placing";
import { at, type Point, type Points, withPoints } from "./points";
import { type Answer, type Known, send, type Sent } from "./saving";
import * as skeleton from "./skeleton";
import { Stage } from "./stage";

/** What the page tells the editor. */
export interface Data {
  readonly kind: "pose" | "face";
  readonly size: readonly [number, number];
  readonly checksum: string;
  readonly names: readonly string[] | Readonly<Record<string, string>>;
  readonly template: Points;
  readonly figures: readonly Known[];
  readonly former: readonly Points[];
  readonly save: string;
  readonly detect: string;
  readonly next: string;
}

/** A figure on the table: as the server knows it, or new (`id` null), with what was changed since. */
interface Piece extends Omit<Known, "id"> {
  readonly id: number | null;
  readonly changed: boolean;
}

interface Table {
  readonly pieces: readonly Piece[];
  readonly selected: number;
}

/** Pixels of the screen by which an arrow moves a point, and with Shift. */
const NUDGE = { small: 1, large: 10 };

const LEAST = { pose: 2, face: 3 };

/** The editor of one picture: its figures and what is being done to them. It knows nothing of keys and pointers. */
export class Editor {
  private readonly history: History<Table>;
  private placing: Placing | null = null;
  private replaced = -1;
  private cross: [number, number] | null = null;
  private box: [number, number, number, number] | null = null;
  private fine = false;
  private ghost = true;
  private lastNudged = "";
  private theirs: readonly Known[] = [];
  private pending: string | null = null;

  constructor(
    private readonly data: Data,
    readonly stage: Stage,
    private readonly page: HTMLElement,
    private readonly token: string,
  ) {
    const known = data.figures.map((one): Piece => ({ ...one, changed: false }));
    const former = known.length > 0 ? [] : data.former.map((points) => this.fresh(points));
    const pieces = [...known, ...former];
    const first = pieces.findIndex((one) => one.state === "proposed");
    this.history = new History({ pieces, selected: first < 0 ? pieces.length - 1 : first });
    if (pieces.length === 0) this.say(word("none"));
    this.show();
  }

  get isPlacing(): boolean {
    return this.placing !== null;
  }

  get isBoxing(): boolean {
    return this.box !== null;
  }

  get unsaved(): boolean {
    return this.history.now.pieces.some((one) => one.changed);
  }

  // --- choosing

  select(number: number): void {
    this.history.replace({ ...this.history.now, selected: number });
    this.show();
  }

  part(value: string): void {
    this.change((piece) => ({ ...piece, part: value }));
  }

  get chosenPart(): string {
    return this.page.querySelector<HTMLInputElement>("[name=part]:checked")?.value ?? "full";
  }

  // --- placing all points

  /** Begin to place all points: of the selected figure anew, or of another one. */
  place(another: boolean): void {
    this.replaced = another ? -1 : this.history.now.selected;
    this.placing = new Placing(this.data.kind === "pose" ? skeleton.guided(this.chosenPart) : face.GUIDED);
    this.box = null;
    this.cross = this.stage.middle();
    this.ask();
    this.page.querySelector<HTMLElement>("[data-frame]")?.focus();
  }

  /** Put the point that is asked for to a place of the picture; null skips it, no place puts it to the cross. */
  put(place: readonly [number, number] | null | undefined): void {
    if (this.placing === null) return;
    this.placing.put(place === undefined ? this.cross : place, this.data.kind === "pose" ? 1 : 0);
    if (this.placing.asked === null) this.placedAll();
    else this.ask();
  }

  stop(): void {
    if (this.placing === null && this.box === null) return;
    this.leave();
    this.say(word("stopped"));
    this.show();
  }

  private ask(): void {
    const asked = this.placing?.asked ?? null;
    if (this.placing === null || asked === null) return;
    const said = word("place", { name: this.name(asked), step: this.placing.step, steps: this.placing.order.length });
    this.guide(said);
    this.say(said);
    this.show();
  }

  private placedAll(): void {
    const placed = this.placing?.placed ?? new Map<number, Point>();
    const enough = placed.size >= LEAST[this.data.kind] && (this.data.kind === "pose" || this.data.template.length > 0);
    const part = this.chosenPart;
    const replaced = this.replaced;
    this.leave();
    if (!enough) {
      this.say(word("stopped"));
      this.show();
      return;
    }
    const points = this.data.kind === "pose" ? skeleton.whole(placed) : face.whole(this.data.template, placed);
    if (replaced >= 0) this.change((piece) => ({ ...piece, points, part }));
    else this.add(points, part);
    this.say(word("placed"));
  }

  private leave(): void {
    this.placing = null;
    this.cross = null;
    this.box = null;
    this.guide("");
  }

  // --- a box for the machine

  boxing(): void {
    this.leave();
    this.box = [0, 0, 0, 0];
    this.say(word("box"));
    this.guide(word("box"));
    this.show();
  }

  drawBox(from: readonly [number, number], to: readonly [number, number]): void {
    this.box = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
    this.show();
  }

  /** Let the machine look inside the box that was drawn. */
  async look(): Promise<void> {
    const box = this.box;
    this.leave();
    this.show();
    if (box === null) return;
    this.say(word("looking"));
    const answer = await send(this.data.detect, { box }, this.token);
    const first = answer.found?.[0];
    if (!answer.ok) this.fault(answer);
    else if (first === undefined) this.say(word("nobody"));
    else {
      this.add(first, this.chosenPart);
      this.say(word("seen-in-box"));
    }
  }

  // --- moving points

  /** Move a joint to a place, while it is dragged: one step of the history from the first move on. */
  drag(joint: number, place: readonly [number, number], begin: boolean): void {
    const [x, y] = at(this.points(), joint);
    this.move(joint, place[0] - x, place[1] - y, begin);
  }

  /** Move a joint, or the cross, by pixels of the screen. */
  nudge(joint: number | null, across: number, down: number, large: boolean): void {
    const by = (large ? NUDGE.large : NUDGE.small) * this.stage.unit;
    if (this.cross !== null) {
      const [x, y] = this.cross;
      this.cross = [clamp(x + across * by, this.data.size[0]), clamp(y + down * by, this.data.size[1])];
      this.show();
    } else if (joint !== null && this.piece !== undefined) {
      const key = `${joint.toString()} ${this.history.now.selected.toString()}`;
      this.move(joint, across * by, down * by, this.lastNudged !== key);
      this.lastNudged = key;
      const [x, y] = at(this.points(), joint);
      this.say(word("moved", { name: this.name(joint), x: Math.round(x), y: Math.round(y) }));
    }
  }

  private move(joint: number, dx: number, dy: number, begin: boolean): void {
    const points = this.points();
    const changed = this.data.kind === "face" ? face.bent(points, joint, dx, dy)
      : this.fine ? withPoints(points, new Map([[joint, shifted(at(points, joint), dx, dy)]])) : skeleton.moved(points, joint, dx, dy);
    this.change((piece) => ({ ...piece, points: changed }), !begin);
  }

  hide(joint: number | null): void {
    if (joint === null || this.data.kind !== "pose" || this.piece === undefined) return;
    this.change((piece) => ({ ...piece, points: skeleton.toggled(piece.points, joint) }));
    this.say(this.label(joint));
  }

  swap(): void {
    if (this.data.kind !== "pose" || this.piece === undefined) return;
    this.change((piece) => ({ ...piece, points: skeleton.swapped(piece.points) }));
    this.say(word("swapped"));
  }

  // --- the machine's proposal

  toggleGhost(): void {
    this.ghost = !this.ghost;
    this.show();
  }

  take(): void {
    const proposal = this.piece?.proposal ?? [];
    if (proposal.length === 0) return;
    this.change((piece) => ({ ...piece, points: proposal }));
    this.say(word("taken"));
  }

  toggleFine(): void {
    this.fine = !this.fine;
    this.show();
  }

  // --- undo

  undo(): void {
    if (this.placing !== null) {
      if (this.placing.back()) this.ask();
      return;
    }
    this.say(word(this.history.undo() ? "undone" : "nothing"));
    this.show();
  }

  redo(): void {
    if (this.placing === null && this.history.redo()) this.say(word("redone"));
    this.show();
  }

  zoom(factor: number): void {
    this.stage.nearer(factor);
    this.say(word("zoom", { percent: Math.round(this.stage.zoom * 100) }));
  }

  // --- saving and deciding

  /** Save all that was changed, and do `act` to the selected figure. Returns whether it was saved. */
  async save(act: "" | "approve" | "aside" | "reopen" = ""): Promise<boolean> {
    const { pieces, selected } = this.history.now;
    if (this.placing !== null || (act !== "" && this.piece === undefined)) return false;
    const sent = pieces.flatMap((one, number): Sent[] => {
      const decides = act !== "" && number === selected;
      if (!one.changed && !decides) return [];
      return [{ id: one.id, revision: one.revision, part: one.part, ...(one.changed ? { points: one.points } : {}), ...(decides ? { act } : {}) }];
    });
    this.pending = act;
    this.say(word("saving"));
    const answer = await send(this.data.save, { checksum: this.data.checksum, figures: sent }, this.token);
    if (!answer.ok || answer.figures === undefined) {
      this.fault(answer);
      return false;
    }
    this.clash(false);
    this.arrive(answer.figures, pieces[selected]);
    this.refusal(answer.refusal ?? "");
    this.say(word(act === "approve" ? "said-approved" : act === "aside" ? "said-aside" : act === "reopen" ? "said-reopened" : "saved"));
    return true;
  }

  /** Somebody else was there before: take what they left. */
  loadTheirs(): void {
    this.clash(false);
    this.arrive(this.theirs, this.piece);
  }

  /** Somebody else was there before: save ours over it; theirs stays in the history. */
  async keepMine(): Promise<void> {
    this.clash(false);
    const revisions = new Map(this.theirs.map((one) => [one.id, one.revision]));
    const { pieces, selected } = this.history.now;
    const ours = pieces.map((one) => ({ ...one, revision: (one.id === null ? undefined : revisions.get(one.id)) ?? one.revision }));
    this.history.replace({ pieces: ours, selected });
    await this.save((this.pending ?? "") as "" | "approve" | "aside" | "reopen");
  }

  next(): void {
    location.assign(this.data.next);
  }

  private arrive(figures: readonly Known[], before: Piece | undefined): void {
    const pieces = figures.map((one): Piece => ({ ...one, changed: false }));
    const here = pieces.findIndex((one) => (before?.id === null ? false : one.id === before?.id));
    this.history.reset({ pieces, selected: here >= 0 ? here : pieces.length - 1 });
    this.show();
  }

  private fault(answer: Answer): void {
    this.theirs = answer.figures ?? [];
    this.clash(answer.figures !== undefined);
    this.say(answer.message !== "" ? answer.message : word(answer.signedOut ? "signed-out" : "fault"));
    this.show();
  }

  private clash(shown: boolean): void {
    const buttons = this.page.querySelector<HTMLElement>("[data-clash]");
    if (buttons !== null) buttons.hidden = !shown;
  }

  private refusal(reason: string): void {
    const place = document.querySelector<HTMLElement>("[data-refusal]");
    if (place === null) return;
    place.hidden = reason === "";
    const said = place.querySelector("span");
    if (said !== null) said.textContent = reason;
  }

  // --- the table

  private get piece(): Piece | undefined {
    return this.history.now.pieces[this.history.now.selected];
  }

  private points(): Points {
    return this.piece?.points ?? [];
  }

  private fresh(points: Points, part = "full"): Piece {
    return { id: null, number: 0, revision: 0, state: "proposed", part, points, mine: true, proposal: [], score: null, changed: true };
  }

  private add(points: Points, part: string): void {
    const pieces = [...this.history.now.pieces, this.fresh(points, part)];
    this.history.go({ pieces, selected: pieces.length - 1 });
    this.show();
  }

  private change(how: (piece: Piece) => Piece, further = false): void {
    const { pieces, selected } = this.history.now;
    const next = { pieces: pieces.map((one, number) => (number === selected ? { ...how(one), changed: true } : one)), selected };
    if (further) this.history.replace(next);
    else this.history.go(next);
    this.lastNudged = "";
    this.show();
  }

  private name(number: number): string {
    return (this.data.names as Readonly<Record<number, string>>)[number] ?? number.toString();
  }

  private label(joint: number): string {
    if (this.data.kind === "face") return this.name(joint);
    return word("joint", { name: this.name(joint), state: word(skeleton.hidden(this.points(), joint) ? "hidden" : "seen") });
  }

  // --- showing

  private say(sentence: string): void {
    const place = this.page.querySelector("[data-status]");
    if (place !== null) place.textContent = sentence;
  }

  private guide(sentence: string): void {
    const place = this.page.querySelector<HTMLElement>("[data-guide]");
    if (place === null) return;
    place.hidden = sentence === "";
    place.textContent = sentence;
  }

  private show(): void {
    const { pieces, selected } = this.history.now;
    const proposal = this.piece?.proposal ?? [];
    this.stage.draw({
      kind: this.data.kind,
      bodies: pieces.map((one) => one.points),
      selected: this.placing !== null ? this.replaced : selected,
      joints: this.data.kind === "face" ? face.ANCHORS : this.fine ? skeleton.ALL : skeleton.JOINTS,
      ghost: this.ghost && this.placing === null && proposal.length > 0 && (this.piece?.mine === true || this.piece?.changed === true) ? proposal : null,
      placed: this.placing?.placed ?? null,
      cross: this.cross,
      box: this.box !== null && this.box[2] > 0 ? this.box : null,
      label: (joint) => this.label(joint),
    });
    this.buttons(proposal.length > 0);
    this.list(pieces, selected);
  }

  private buttons(proposed: boolean): void {
    const piece = this.piece;
    const state: Record<string, boolean> = {
      skip: this.placing !== null,
      stop: this.placing !== null || this.box !== null,
      place: this.placing === null,
      reopen: piece !== undefined && piece.state !== "proposed",
      approve: piece !== undefined && (piece.state !== "approved" || piece.changed),
      aside: piece !== undefined && piece.id !== null && piece.state !== "aside",
    };
    for (const [name, shown] of Object.entries(state)) {
      const button = this.page.querySelector<HTMLElement>(`[data-do="${name}"]`);
      if (button !== null) button.hidden = !shown;
    }
    const pressed: Record<string, boolean> = { ghost: this.ghost, fine: this.fine };
    for (const [name, on] of Object.entries(pressed)) this.page.querySelector(`[data-do="${name}"]`)?.setAttribute("aria-pressed", on.toString());
    const block = this.page.querySelector<HTMLElement>("[data-proposal]");
    if (block !== null) block.hidden = !proposed;
    for (const one of this.page.querySelectorAll<HTMLInputElement>("[name=part]")) {
      if (piece !== undefined) one.checked = one.value === piece.part;
    }
    if (piece === undefined && this.page.querySelector("[name=part]:checked") === null) {
      const first = this.page.querySelector<HTMLInputElement>("[name=part]");
      if (first !== null) first.checked = true;
    }
  }

  private list(pieces: readonly Piece[], selected: number): void {
    const place = this.page.querySelector("[data-list]");
    if (place === null) return;
    while (place.children.length > pieces.length) place.lastElementChild?.remove();
    while (place.children.length < pieces.length) place.append(choice(place.children.length));
    pieces.forEach((one, number) => {
      const [input, text] = [place.children[number]?.querySelector("input"), place.children[number]?.querySelector("span")];
      const figure = word(this.data.kind === "pose" ? "figure" : "face", { number: number + 1 });
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

function shifted([x, y, third]: Point, dx: number, dy: number): Point {
  return [x + dx, y + dy, third];
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
