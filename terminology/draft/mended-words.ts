import type { Repair } from '../phonetic/repair';
import type { Mending, Word } from '../word';

function mendingOf(repair: Repair, words: readonly Word[]): Mending {
  const { level, heard, alternatives, written, category } = repair;
  const proposals = level === 'proposed' ? [written, ...alternatives] : alternatives;
  return {
    level,
    heard: level === 'repaired' ? words.map(({ text }) => text).join(' ') : heard,
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    proposals,
    isDrug: category === 'drug',
  };
}

/** The written words share the time of the heard ones, by their length. */
function rewritten(text: string, words: readonly Word[], mending: Mending): Word[] {
  const confidence = Math.min(...words.map((word) => word.confidence));
  const parts = text.split(' ');
  const letters = parts.reduce((sum, { length }) => sum + length, 0);
  const secondsPerLetter = (mending.end - mending.start) / Math.max(1, letters);
  let start = mending.start;
  return parts.map((part) => {
    const end = Math.min(mending.end, start + part.length * secondsPerLetter);
    const word: Word = { text: part, start, end, confidence, mending };
    start = end;
    return word;
  });
}

/** Words with what the repairs say of them: rewritten where repaired, as heard where only proposed. */
export function mendedWords(words: readonly Word[], repairs: readonly Repair[]): Word[] {
  const result: Word[] = [];
  let at = 0;
  for (const repair of repairs) {
    const concerned = words.slice(repair.from, repair.to);
    const mending = mendingOf(repair, concerned);
    result.push(...words.slice(at, repair.from));
    result.push(
      ...(repair.level === 'repaired'
        ? rewritten(repair.text, concerned, mending)
        : concerned.map((word) => ({ ...word, mending }))),
    );
    at = repair.to;
  }
  return [...result, ...words.slice(at)];
}
