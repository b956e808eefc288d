import type { HeardWord } from './heard-words';

/** Seconds from the first to the last moment of the words that a selection touches; `undefined` without any. */
export function selectedSound(
  words: readonly Pick<HeardWord, 'from' | 'to' | 'start' | 'end'>[],
  { from, to }: { readonly from: number; readonly to: number },
): { readonly start: number; readonly end: number } | undefined {
  const selected = words.filter((word) => word.from < to && word.to > from);
  if (selected.length === 0 || from === to) return undefined;
  return {
    start: Math.min(...selected.map(({ start }) => start)),
    end: Math.max(...selected.map(({ end }) => end)),
  };
}
