import { word } from "../play/words";
import * as face from "./face";
import { History } from "./history";
import type { Panel, Piece } from "./panel";
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
    private readonly panel: Panel,
    private readonly token: string,
  ) {
    const known = data.figures.map((one): Piece => ({ ...one, changed: false }));
    const former = known.length > 0 ? [] : data.former.map((points) => this.fresh(points));
    const pieces = [...known, ...former];
    const first = pieces.findIndex((one) => one.state === "proposed");
    this.history = new History({ pieces, selected: first < 0 ? pieces.length - 1 : first });
    if (pieces.length === 0) this.panel.say(word("none"));
    this.show();
    this.approach();
  }

  /** A face is small in most pictures: it is shown as large as it can be. */
  private approach(): void {
    if (this.data.kind === "face" && this.piece !== undefined) this.stage.approach(this.piece.points);
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
    this.approach();
  }

  part(value: string): void {
    this.change((piece) => ({ ...piece, part: value }));
  }

  // --- placing all points

  /** Begin to place all points: of the selected figure anew, or of another one. */
  place(another: boolean): void {
    this.replaced = another ? -1 : this.history.now.selected;
    this.placing = new Placing(this.data.kind === "pose" ? skeleton.guided(this.panel.part) : face.GUIDED);
    this.box = null;
    this.cross = this.stage.middle();
    this.ask();
    this.stage.focusFrame();
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
    this.panel.say(word("stopped"));
    this.show();
  }

  private ask(): void {
    const asked = this.placing?.asked ?? null;
    if (this.placing === null || asked === null) return;
    this.panel.say(word("place", { name: this.name(asked), step: this.placing.step, steps: this.placing.order.length }));
    this.show();
  }

  private placedAll(): void {
    const placed = this.placing?.placed ?? new Map<number, Point>();
    const enough = placed.size >= LEAST[this.data.kind] && (this.data.kind === "pose" || this.data.template.length > 0);
    const part = this.panel.part;
    const replaced = this.replaced;
    this.leave();
    if (!enough) {
      this.panel.say(word("stopped"));
      this.show();
      return;
    }
    const points = this.data.kind === "pose" ? skeleton.whole(placed) : face.whole(this.data.template, placed);
    if (replaced >= 0) this.change((piece) => ({ ...piece, points, part }));
    else this.add(points, part);
    this.panel.say(word("placed"));
  }

  private leave(): void {
    this.placing = null;
    this.cross = null;
    this.box = null;
  }

  // --- a box for the machine

  boxing(): void {
    this.leave();
    this.box = [0, 0, 0, 0];
    this.panel.say(word("box"));
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
    this.panel.say(word("looking"));
    const answer = await send(this.data.detect, { box }, this.token);
    const first = answer.found?.[0];
    if (!answer.ok) this.fault(answer);
    else if (first === undefined) this.panel.say(word("nobody"));
    else {
      this.add(first, this.panel.part);
      this.panel.say(word("seen-in-box"));
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
      this.panel.say(word("moved", { name: this.name(joint), x: Math.round(x), y: Math.round(y) }));
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
    this.panel.say(this.label(joint));
  }

  swap(): void {
    if (this.data.kind !== "pose" || this.piece === undefined) return;
    this.change((piece) => ({ ...piece, points: skeleton.swapped(piece.points) }));
    this.panel.say(word("swapped"));
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
    this.panel.say(word("taken"));
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
    this.panel.say(word(this.history.undo() ? "undone" : "nothing"));
    this.show();
  }

  redo(): void {
    if (this.placing === null && this.history.redo()) this.panel.say(word("redone"));
    this.show();
  }

  zoom(factor: number): void {
    this.stage.nearer(factor);
    this.panel.say(word("zoom", { percent: Math.round(this.stage.zoom * 100) }));
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
    this.panel.say(word("saving"));
    const answer = await send(this.data.save, { checksum: this.data.checksum, figures: sent }, this.token);
    if (!answer.ok || answer.figures === undefined) {
      this.fault(answer);
      return false;
    }
    this.panel.clash(false);
    this.arrive(answer.figures, pieces[selected]);
    this.panel.refusal(answer.refusal ?? "");
    this.panel.say(word(act === "approve" ? "said-approved" : act === "aside" ? "said-aside" : act === "reopen" ? "said-reopened" : "saved"));
    return true;
  }

  /** Somebody else was there before: take what they left. */
  loadTheirs(): void {
    this.panel.clash(false);
    this.arrive(this.theirs, this.piece);
  }

  /** Somebody else was there before: save ours over it; theirs stays in the history. */
  async keepMine(): Promise<void> {
    this.panel.clash(false);
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
    this.panel.clash(answer.figures !== undefined);
    this.panel.say(answer.message !== "" ? answer.message : word(answer.signedOut ? "signed-out" : "fault"));
    this.show();
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
    this.panel.show(pieces, selected, { placing: this.placing !== null, boxing: this.box !== null, ghost: this.ghost, fine: this.fine });
  }
}

function shifted([x, y, third]: Point, dx: number, dy: number): Point {
  return [x + dx, y + dy, third];
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
