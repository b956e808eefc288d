import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of text that stands in both versions, or in one of them. */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What turns one text into the other, by words. */
export const compared = (before: string, after: string): readonly Stretch[] =>
  diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** The same by what stands between spaces, so that "2,1" is one word; spaces and lines do not count. */
export const comparedWords = (before: string, after: string): readonly Stretch[] =>
  diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(' '),
  }));

const GAP = ' […] ';

/** The changes alone, each with at most `words` words that stand around it. */
export function condensed(stretches: readonly Stretch[], words: number): readonly Stretch[] {
  const start = new RegExp(`^(?:\\s*\\S+){0,${words}}`, 'u');
  const end = new RegExp(`(?:\\S+\\s*){0,${words}}$`, 'u');
  return stretches.map((stretch, index) => {
    if (stretch.kind !== 'same') return stretch;
    const head = index === 0 ? '' : (start.exec(stretch.text)?.[0] ?? '');
    const tail = index === stretches.length - 1 ? '' : (end.exec(stretch.text)?.[0] ?? '');
    const isWhole = head.length + tail.length >= stretch.text.length;
    return { kind: 'same', text: isWhole ? stretch.text : `${head}${GAP}${tail}` };
  });
}

export const hasChanges = (stretches: readonly Stretch[]): boolean =>
  stretches.some(({ kind }) => kind !== 'same');
