/** Thin-plate splines (Bookstein 1989): the smoothest bending of the plane that moves some points as told. */

type Place = readonly [number, number];

/** Return a function that tells the move of any place, given the moves of some; there have to be three places not in a line. */
export function spline(places: readonly Place[], moves: readonly Place[]): (x: number, y: number) => [number, number] {
  const scale = Math.max(1e-9, ...places.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]));
  const known = places.map(([x, y]): Place => [x / scale, y / scale]);
  const rows = known.map((one) => [...known.map((other) => bend(one, other)), 1, one[0], one[1]]);
  for (const part of [(): number => 1, ([x]: Place): number => x, ([, y]: Place): number => y]) {
    rows.push([...known.map(part), 0, 0, 0]);
  }
  const across = solved(rows, [...moves.map(([x]) => x), 0, 0, 0]);
  const down = solved(rows, [...moves.map(([, y]) => y), 0, 0, 0]);
  return (x, y) => {
    const here: Place = [x / scale, y / scale];
    const terms = [...known.map((one) => bend(here, one)), 1, ...here];
    return [dot(terms, across), dot(terms, down)];
  };
}

function bend(one: Place, other: Place): number {
  const squared = (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2;
  return squared === 0 ? 0 : squared * Math.log(squared);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, number) => sum + value * (other[number] ?? 0), 0);
}

/** Solve linear equations by elimination with pivots. What cannot be told is taken as 0. */
function solved(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const table = rows.map((row, number) => [...row, right[number] ?? 0]);
  const size = table.length;
  for (let column = 0; column < size; column++) {
    const rest = table.slice(column);
    const best = rest.reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    const pivot = best[column] ?? 0;
    if (Math.abs(pivot) < 1e-12) continue;
    table.splice(table.indexOf(best), 1);
    table.splice(column, 0, best);
    for (const row of table) {
      if (row === best) continue;
      const factor = (row[column] ?? 0) / pivot;
      for (let place = column; place <= size; place++) row[place] = (row[place] ?? 0) - factor * (best[place] ?? 0);
    }
  }
  return table.map((row, number) => (Math.abs(row[number] ?? 0) < 1e-12 ? 0 : (row[size] ?? 0) / (row[number] ?? 1)));
}
