/** Lists of players: who is there, how the round stands, who leads. Told in words, never by colour alone. */

import { word } from "../play/words";
import type { Seated, State } from "./messages";

/** Return what a player is called on this page. */
export function nameOf(player: Seated, seat: number): string {
  const name = word(`name-${player.nickname}`);
  return player.seat === seat ? word("you", { name }) : name;
}

/** Who has come in, and who is ready. */
export function showPlayers(list: HTMLElement, state: State, seat: number): void {
  fill(list, state.players.map((player) => [nameOf(player, seat), word(!player.here ? "away" : player.ready ? "ready" : "not-ready")]));
}

/** How the others stand in this round: beside one's own work, as short as can be. */
export function showRivals(list: HTMLElement, state: State, seat: number): void {
  fill(list, state.players.map((player) => [nameOf(player, seat), player.here ? word("score", { score: player.best }) : word("away")]));
}

/** The scoreboard: those with the most points first; `withRound` says what this round brought. */
export function showScores(list: HTMLElement, state: State, seat: number, withRound: boolean): void {
  const ranked = [...state.players].sort((a, b) => b.total - a.total);
  fill(
    list,
    ranked.map((player) => [
      nameOf(player, seat),
      ...(withRound ? [word("this-round", { points: player.best })] : []),
      word("points", { points: player.total }),
    ]),
  );
}

/** Return who has won, as a sentence. */
export function winnerOf(state: State, seat: number): string {
  const winners = state.players.filter((player) => state.winners.includes(player.seat));
  const points = winners[0]?.total ?? 0;
  if (winners.length === 0) {
    return word("no-winner");
  }
  if (winners.length > 1) {
    return word("tie", { names: listed(winners.map((player) => nameOf(player, seat))), points });
  }
  return winners.some((player) => player.seat === seat)
    ? word("won-you", { points })
    : word("won", { name: listed(winners.map((player) => nameOf(player, seat))), points });
}

/** Return who leads, as a sentence for those who listen. */
export function leaderOf(state: State, seat: number): string {
  const points = Math.max(...state.players.map((player) => player.total));
  const leaders = state.players.filter((player) => player.total === points);
  return word("leads", { names: listed(leaders.map((player) => nameOf(player, seat))), points });
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(names);
}

/** Put rows into a list; rows that say the same stay as they are, so that nothing is read out twice. */
function fill(list: HTMLElement, rows: readonly (readonly string[])[]): void {
  while (list.children.length > rows.length) {
    list.lastElementChild?.remove();
  }
  rows.forEach((cells, at) => {
    let row = list.children[at];
    if (row === undefined) {
      row = document.createElement("li");
      list.append(row);
    }
    const told = cells.join("\n");
    if ((row as HTMLElement).dataset.told !== told) {
      (row as HTMLElement).dataset.told = told;
      row.replaceChildren(...cells.flatMap((cell, place) => (place === 0 ? [span(cell)] : [" ", span(cell)])));
    }
  });
}

function span(text: string): HTMLElement {
  const made = document.createElement("span");
  made.textContent = text;
  return made;
}
