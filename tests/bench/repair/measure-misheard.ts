import { fold } from '../../../terminology/lexicon/fold';
import { bareLetters, stemmed } from '../../../terminology/phonetic/letters';
import type { PhoneticRepair, Repair } from '../../../terminology/phonetic/repair';
import { type Mishearer, type Mishearing, MISHEARINGS, type MisheardPlace } from './misheard';

/** What becomes of words that were misheard on purpose; proposals count by the first. */
export interface MisheardCounts {
  words: number;
  places: number;
  repairedRight: number;
  /** Right but for gender or number. */
  repairedEnding: number;
  repairedWrong: number;
  /** Of them drugs. */
  wrongDrugs: number;
  proposedRight: number;
  proposedWrong: number;
  /** Written changes, more than accents, where all was heard as the text has it; its own misspellings count. */
  broken: number;
}

export interface MisheardRepair {
  readonly outcome: 'right' | 'ending' | 'wrong' | 'untouched' | 'broken';
  readonly kind: Mishearing | undefined;
  readonly said: string;
  readonly heard: string;
  readonly repair: Repair | undefined;
}

export const noMisheard = (): MisheardCounts => ({
  words: 0,
  places: 0,
  repairedRight: 0,
  repairedEnding: 0,
  repairedWrong: 0,
  wrongDrugs: 0,
  proposedRight: 0,
  proposedWrong: 0,
  broken: 0,
});

const ENDING = /(?:ees?|es|er|ait|aient|ai|e)$/;

/** Words without what cannot be heard at their ends. */
const stems = (text: string): string =>
  stemmed(
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
    .split(' ')
    .map((word) => word.replace(ENDING, ''))
    .join('');

/** Mishears texts and counts what the repair makes of them. */
export function measureMisheard(
  repairer: PhoneticRepair,
  mishearer: Mishearer,
  texts: readonly string[],
): { readonly byKind: ReadonlyMap<Mishearing, MisheardCounts>; readonly listed: MisheardRepair[] } {
  const byKind = new Map(MISHEARINGS.map((kind) => [kind, noMisheard()]));
  const listed: MisheardRepair[] = [];
  for (const paragraph of texts.flatMap((text) => text.split('\n'))) {
    const { words, places } = mishearer.mishear(paragraph);
    const repairs = repairer.repair(words);
    const textOf = (from: number, to: number): string =>
      words
        .slice(from, to)
        .map(({ text }) => text)
        .join(' ');
    /** What was said of the words that a repair concerns. */
    const saidOf = ({ from, to }: Repair): string => {
      const said: string[] = [];
      for (let at = from; at < to; at++) {
        const place = places.find((one) => one.from <= at && at < one.to);
        if (place === undefined) said.push(words[at]?.text ?? '');
        else if (place.from === at || at === from) said.push(place.said);
      }
      return said.join(' ');
    };
    const touches = (repair: Repair, place: MisheardPlace): boolean =>
      repair.from < place.to && place.from < repair.to;
    for (const place of places) {
      const counts = byKind.get(place.kind);
      const repair = repairs.find((one) => touches(one, place));
      const outcome = repair === undefined ? 'untouched' : outcomeOf(repair, saidOf(repair));
      if (counts) count(counts, repair, outcome);
      listed.push({
        outcome,
        kind: place.kind,
        said: place.said,
        heard: textOf(place.from, place.to),
        repair,
      });
    }
    const [respelled] = byKind.values();
    if (respelled) respelled.words += words.length;
    for (const repair of repairs) {
      const isFree = !places.some((place) => touches(repair, place));
      const heard = textOf(repair.from, repair.to);
      const isAccent = bareLetters(heard) === bareLetters(repair.text);
      if (!isFree || repair.level !== 'repaired' || isAccent) continue;
      if (respelled) respelled.broken += 1;
      listed.push({ outcome: 'broken', kind: undefined, said: heard, heard, repair });
    }
  }
  return { byKind, listed };
}

function outcomeOf({ text }: Repair, said: string): 'right' | 'ending' | 'wrong' {
  if (bareLetters(text) === bareLetters(said)) return 'right';
  return stems(text) === stems(said) ? 'ending' : 'wrong';
}

function count(
  counts: MisheardCounts,
  repair: Repair | undefined,
  outcome: 'right' | 'ending' | 'wrong' | 'untouched',
): void {
  counts.places += 1;
  if (repair?.level === 'repaired') {
    if (outcome === 'right') counts.repairedRight += 1;
    if (outcome === 'ending') counts.repairedEnding += 1;
    if (outcome === 'wrong') counts.repairedWrong += 1;
    if (outcome === 'wrong' && repair.category === 'drug') counts.wrongDrugs += 1;
  } else if (repair) {
    if (outcome === 'wrong') counts.proposedWrong += 1;
    else counts.proposedRight += 1;
  }
}
