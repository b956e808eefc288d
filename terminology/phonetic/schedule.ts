interface Placed {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Those that do not overlap and are worth most together (weighted interval scheduling), in order. Values are above 0. */
export function worthMost<T extends Placed>(places: readonly T[]): T[] {
  const sorted = [...places].sort((a, b) => a.to - b.to || a.from - b.from);
  const best: number[] = [0];
  const before = sorted.map(({ from }, at) => lastEndingBy(sorted, from, at));
  sorted.forEach(({ value }, at) => {
    best.push(Math.max(best[at] ?? 0, (best[before[at] ?? 0] ?? 0) + value));
  });
  const chosen: T[] = [];
  for (let at = sorted.length; at > 0;) {
    const place = sorted[at - 1];
    if (place === undefined || best[at] === best[at - 1]) {
      at--;
    } else {
      chosen.push(place);
      at = before[at - 1] ?? 0;
    }
  }
  return chosen.reverse();
}

/** How many of the first `count` places end at or before `position`. */
function lastEndingBy(sorted: readonly Placed[], position: number, count: number): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle]?.to ?? 0) <= position) from = middle + 1;
    else to = middle;
  }
  return from;
}
