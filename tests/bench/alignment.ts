/** One step of an alignment; indexes point into the two sequences. `free` words lie outside the reference text. */
export type AlignedPair =
  | {
      readonly kind: 'same' | 'substituted';
      readonly reference: number;
      readonly hypothesis: number;
    }
  | { readonly kind: 'deleted'; readonly reference: number }
  | { readonly kind: 'inserted' | 'free'; readonly hypothesis: number };

export interface AlignmentOptions {
  /** Words before the first and after the last aligned word cost nothing (a LibriVox notice). */
  readonly freeEnds?: boolean;
}

const DIAGONAL = 0;
const DELETION = 1;
const INSERTION = 2;

/** The cheapest way from one sequence to the other (Levenshtein, unit costs), in order. */
export function align(
  reference: readonly string[],
  hypothesis: readonly string[],
  { freeEnds = false }: AlignmentOptions = {},
): AlignedPair[] {
  const columns = hypothesis.length + 1;
  const moves = new Uint8Array((reference.length + 1) * columns);
  let above = Uint32Array.from({ length: columns }, (_, column) => (freeEnds ? 0 : column));
  moves.fill(INSERTION, 1, columns);
  for (let row = 1; row <= reference.length; row++) {
    const current = new Uint32Array(columns);
    current[0] = row;
    moves[row * columns] = DELETION;
    for (let column = 1; column < columns; column++) {
      const differs = reference[row - 1] === hypothesis[column - 1] ? 0 : 1;
      const costs = [above[column - 1]! + differs, above[column]! + 1, current[column - 1]! + 1];
      const cheapest = Math.min(...costs);
      current[column] = cheapest;
      moves[row * columns + column] = costs.indexOf(cheapest);
    }
    above = current;
  }
  const last = freeEnds ? above.indexOf(Math.min(...above)) : columns - 1;
  return trace({ moves, reference, hypothesis, last, freeEnds });
}

function trace(table: {
  moves: Uint8Array;
  reference: readonly string[];
  hypothesis: readonly string[];
  last: number;
  freeEnds: boolean;
}): AlignedPair[] {
  const { moves, reference, hypothesis, last, freeEnds } = table;
  const pairs: AlignedPair[] = [];
  for (let column = hypothesis.length; column > last; column--)
    pairs.push({ kind: 'free', hypothesis: column - 1 });
  let row = reference.length;
  let column = last;
  while (row > 0 || column > 0) {
    const move = moves[row * (hypothesis.length + 1) + column];
    if (move === DIAGONAL) {
      row--;
      column--;
      const kind = reference[row] === hypothesis[column] ? 'same' : 'substituted';
      pairs.push({ kind, reference: row, hypothesis: column });
    } else if (move === DELETION) {
      pairs.push({ kind: 'deleted', reference: --row });
    } else {
      pairs.push({ kind: row === 0 && freeEnds ? 'free' : 'inserted', hypothesis: --column });
    }
  }
  return pairs.reverse();
}

/** The number of edits alone, in memory of one row; for characters. */
export function editDistance(
  reference: readonly string[],
  hypothesis: readonly string[],
  { freeEnds = false }: AlignmentOptions = {},
): number {
  const row = Uint32Array.from({ length: hypothesis.length + 1 }, (_, i) => (freeEnds ? 0 : i));
  for (let i = 1; i <= reference.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j < row.length; j++) {
      const differs = reference[i - 1] === hypothesis[j - 1] ? 0 : 1;
      const cost = Math.min(diagonal + differs, row[j]! + 1, row[j - 1]! + 1);
      diagonal = row[j]!;
      row[j] = cost;
    }
  }
  return freeEnds ? Math.min(...row) : row[hypothesis.length]!;
}
