import { fold } from '../lexicon/fold';

/** Letters only, without case, accents, spaces or hyphens: "L'anse diathermique" → "lansediathermique". */
export const bareLetters = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');

const LONGEST = 64;
const row = new Uint8Array(LONGEST + 1);

/** Edits from one to the other over the length of the longer, 0 to 1. */
export function letterDistance(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.slice(0, LONGEST);
  const right = b.slice(0, LONGEST);
  for (let column = 0; column <= right.length; column++) row[column] = column;
  for (let at = 1; at <= left.length; at++) {
    let diagonal = row[0] ?? 0;
    row[0] = at;
    const letter = left.charCodeAt(at - 1);
    for (let column = 1; column <= right.length; column++) {
      const above = row[column] ?? 0;
      const same = letter === right.charCodeAt(column - 1) ? 0 : 1;
      row[column] = Math.min(diagonal + same, above + 1, (row[column - 1] ?? 0) + 1);
      diagonal = above;
    }
  }
  return (row[right.length] ?? 0) / Math.max(left.length, right.length, 1);
}

const ENDING = /(?:ales?|aux|al|es|s|e|x)$/;

/** Words without the endings of gender and number: equal where only the inflection differs. */
export const stemmed = (text: string): string =>
  fold(text)
    .replace(/\b[ld]'/g, '')
    .split(/[\s-]+/)
    .map((word) => word.replace(ENDING, ''))
    .join(' ');
