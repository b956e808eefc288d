import type { TokenWord } from './token-words';

const bare = (text: string): string =>
  text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%°]+$/gu, '');

/** For each word of `best`, the word of `other` in its place (fewest edits), or nothing. */
function partners(
  best: readonly TokenWord[],
  other: readonly TokenWord[],
): (TokenWord | undefined)[] {
  const columns = other.length + 1;
  const costs = new Uint16Array((best.length + 1) * columns);
  const differs = (row: number, column: number): number =>
    bare(best[row]?.text ?? '') === bare(other[column]?.text ?? '') ? 0 : 1;
  const at = (row: number, column: number): number => costs[row * columns + column] ?? 0;
  for (let row = 0; row <= best.length; row++) {
    for (let column = 0; column <= other.length; column++) {
      const isBorder = row === 0 || column === 0;
      costs[row * columns + column] = isBorder
        ? row + column
        : Math.min(
            at(row - 1, column - 1) + differs(row - 1, column - 1),
            at(row - 1, column) + 1,
            at(row, column - 1) + 1,
          );
    }
  }
  const found = new Array<TokenWord | undefined>(best.length).fill(undefined);
  let [row, column] = [best.length, other.length];
  while (row > 0 && column > 0) {
    if (at(row, column) === at(row - 1, column - 1) + differs(row - 1, column - 1)) {
      found[--row] = other[--column];
    } else if (at(row, column) === at(row - 1, column) + 1) row--;
    else column--;
  }
  return found;
}

/** For each word of the best text, what the other texts have in its place, likeliest first, without repeats. */
export function alternatives(
  best: readonly TokenWord[],
  others: readonly (readonly TokenWord[])[],
): string[][] {
  const aligned = others.map((words) => partners(best, words));
  return best.map(({ text }, i) => {
    const seen = new Set([bare(text)]);
    return aligned.flatMap((words) => {
      const other = words[i]?.text;
      if (other === undefined || seen.has(bare(other))) return [];
      seen.add(bare(other));
      return [other];
    });
  });
}
