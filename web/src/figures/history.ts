/** What was, for undo and redo. */
export class History<State> {
  private past: State[] = [];
  private future: State[] = [];

  constructor(private present: State) {}

  get now(): State {
    return this.present;
  }

  /** Go on to a new state; what was undone can no longer be done again. */
  go(state: State): void {
    this.past.push(this.present);
    this.present = state;
    this.future = [];
  }

  /** Put another state in the place of the present one: a small move that belongs to the last. */
  replace(state: State): void {
    this.present = state;
  }

  /** Begin anew: nothing before can be undone. */
  reset(state: State): void {
    this.present = state;
    this.past = [];
    this.future = [];
  }

  undo(): boolean {
    const before = this.past.pop();
    if (before === undefined) return false;
    this.future.push(this.present);
    this.present = before;
    return true;
  }

  redo(): boolean {
    const after = this.future.pop();
    if (after === undefined) return false;
    this.past.push(this.present);
    this.present = after;
    return true;
  }
}
