/** First row of a list sorted by code unit that is not before the text; its length when there is none. */
export function firstFrom(sorted: readonly string[], text: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? '') < text) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Row of a text in a list sorted by code unit, -1 when absent. */
export function rowOf(sorted: readonly string[], text: string): number {
  const row = firstFrom(sorted, text);
  return sorted[row] === text ? row : -1;
}
