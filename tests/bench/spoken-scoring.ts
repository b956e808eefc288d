import type { Segment } from '../../terminology/word';

/** One dictation of the shared material: what was said, and what a good secretary typed. */
export interface Dictation {
  readonly id: string;
  readonly style: string;
  readonly spoken: string;
  readonly written: string;
}

export function parseDictations(text: string): Dictation[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...rest] = block.split('\n');
      const [id = '', , , style = ''] = head.split('|').map((part) => part.trim());
      const body = rest.join('\n');
      const between = (start: string, end: string): string =>
        body.slice(body.indexOf(start) + start.length, body.indexOf(end)).trim();
      return {
        id,
        style,
        spoken: between('spoken:', 'written:'),
        written: between('written:', 'terms:'),
      };
    });
}

/** Words evenly spaced, as if recognised perfectly. */
export function asHeard(text: string, secondsPerWord = 0.4): Segment {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word, index) => ({
      text: word,
      start: index * secondsPerWord,
      end: (index + 1) * secondsPerWord,
      confidence: 1,
    }));
  return { start: 0, end: words.length * secondsPerWord, words };
}

/** Every kind of space is one kind: the shared texts are typed with plain ones. */
export const plainSpaces = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();

export function editDistance<T>(left: readonly T[], right: readonly T[]): number {
  let row = right.map((_, index) => index + 1);
  left.forEach((item, down) => {
    let diagonal = down;
    let before = down + 1;
    row = row.map((above, across) => {
      const cost = item === right[across] ? diagonal : 1 + Math.min(diagonal, above, before);
      diagonal = above;
      before = cost;
      return cost;
    });
  });
  return row.at(-1) ?? left.length;
}

/** Characters to change, over the characters of the reference. */
export function characterErrors(hypothesis: string, reference: string): number {
  return editDistance([...plainSpaces(hypothesis)], [...plainSpaces(reference)]);
}

/** Values in digits with the unit or word that follows, in order: what must not be wrong. */
export function quantitiesIn(text: string): string[] {
  const found = plainSpaces(text).match(
    /(?:\d{1,3}(?: \d{3})+|\d+)(?:[,/]\d+)*(?:\s?(?:mg|µg|ml|mm|cm|kg|%|°|g|l|UI|mUI|pmol|mmHg|h)(?:\/\p{L}+)*(?![\p{L}]))?/gu,
  );
  return found ?? [];
}

const POLAR = /(?<!\p{L})(?:pas|sans|ni|non|aucune?|droite?s?|gauches?|bilatérale?s?)(?!\p{L})/giu;

/** Sides and negations, in order. */
export const polarityIn = (text: string): string[] =>
  (plainSpaces(text).match(POLAR) ?? []).map((word) => word.toLowerCase());

/** Where lines end, by the count of letters before each: breaks compared without their text. */
export function lineEnds(text: string): string[] {
  return plainSpaces(text)
    .split(/(\n+)/)
    .reduce<{ letters: number; ends: string[] }>(
      (state, part) =>
        part.startsWith('\n')
          ? { ...state, ends: [...state.ends, part.length > 1 ? 'paragraph' : 'line'] }
          : { ...state, letters: state.letters + part.length },
      { letters: 0, ends: [] },
    ).ends;
}
