import { FLAG } from '../lexicon/entry';
import { fold } from '../lexicon/fold';
import type { Knowledge } from './knowledge';
import { PhraseIndex } from './phrase-index';
import type { ReadParagraph } from './reading';
import { USUAL_DOSES } from './usual-doses';
import { MORE_USUAL_DOSES } from './usual-doses-more';

/** Doses of a drug, in milligrams or international units. */
export interface UsualDose {
  readonly unit: 'mg' | 'ui';
  readonly least: number;
  readonly most: number;
  readonly mostADay: number;
  /** Empty where any dose between the bounds is given. */
  readonly strengths: readonly number[];
}

/** A drug named at the words `[first, last]`. */
export interface DrugMention {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  readonly usual: UsualDose | undefined;
}

function usualDoses(): (readonly [string, UsualDose])[] {
  return [USUAL_DOSES, MORE_USUAL_DOSES]
    .flatMap((table) => table.trim().split('\n'))
    .flatMap((line) => {
      const [names = '', unit, range = '', day, strengths = ''] = line.split('|');
      const [least, most = least] = range.split('-').map(Number);
      const usual: UsualDose = {
        unit: unit === 'ui' ? 'ui' : 'mg',
        least: least ?? 0,
        most: most ?? 0,
        mostADay: Number(day),
        strengths: strengths
          .split(' ')
          .filter((text) => text !== '')
          .map(Number),
      };
      return names.split(' ').map((name) => [name.replaceAll('_', ' '), usual] as const);
    });
}

const USUAL = new Map(usualDoses());
const TABLE = new PhraseIndex([...USUAL.keys()].map((name) => [name, name] as const));

/** Marketed strengths known to the lexicon ("500 mg"), as a usual dose of half a tablet to four. */
function marketed(knowledge: Knowledge | undefined, name: string): UsualDose | undefined {
  const known = (knowledge?.lexicon.strengths(name) ?? []).flatMap(massOf);
  if (known.length === 0) return undefined;
  const sorted = known.toSorted((a, b) => a - b);
  const most = (sorted.at(-1) ?? 0) * 4;
  return { unit: 'mg', least: (sorted[0] ?? 0) / 2, most, mostADay: most * 4, strengths: sorted };
}

const MILLIGRAMS: Readonly<Record<string, number>> = {
  g: 1000,
  mg: 1,
  µg: 0.001,
  microgrammes: 0.001,
};

/** "0,5 g" → [500]; concentrations and other units are left out. */
function massOf(strength: string): number[] {
  const [, figure = '', unit = ''] =
    /^([\d ]+(?:[.,]\d+)?)\s?(g|mg|µg|microgrammes)$/i.exec(strength.trim()) ?? [];
  const value =
    Number(figure.replaceAll(' ', '').replace(',', '.')) *
    (MILLIGRAMS[unit.toLowerCase()] ?? Number.NaN);
  return value > 0 ? [value] : [];
}

/** What is known of a drug's doses: marketed strengths of the practice's own files first, else our table. */
export const usualDose = (knowledge: Knowledge | undefined, name: string): UsualDose | undefined =>
  USUAL.get(fold(name)) ?? marketed(knowledge, name);

const mentions = new WeakMap<ReadParagraph, readonly DrugMention[]>();

/** The drugs named in a paragraph, in order; looked for once, as several rules ask. */
export function drugsIn(
  paragraph: ReadParagraph,
  knowledge: Knowledge | undefined,
): readonly DrugMention[] {
  const found = mentions.get(paragraph) ?? findDrugs(paragraph, knowledge);
  mentions.set(paragraph, found);
  return found;
}

function findDrugs(paragraph: ReadParagraph, knowledge: Knowledge | undefined): DrugMention[] {
  const { words, terms, text } = paragraph;
  const byStart = new Map(words.map(({ from }, at) => [from, at]));
  const byEnd = new Map(words.map(({ to }, at) => [to, at]));
  const listed = TABLE.in(words).map(({ first, last }) => ({ first, last }));
  const matched = terms
    .filter(
      ({ categories, kind, id }) => categories.includes('drug') && !isClass(knowledge, kind, id),
    )
    .map(({ from, to }) => ({ first: byStart.get(from) ?? -1, last: byEnd.get(to) ?? -1 }))
    .filter(({ first, last }) => first >= 0 && last >= first)
    .filter(
      (place) => !listed.some((other) => other.first <= place.last && place.first <= other.last),
    );
  return [...listed, ...matched]
    .sort((a, b) => a.first - b.first)
    .map(({ first, last }) => {
      const [from, to] = [words[first]?.from ?? 0, words[last]?.to ?? 0];
      const name = text.slice(from, to);
      return { name, from, to, first, last, usual: usualDose(knowledge, name) };
    });
}

const isClass = (knowledge: Knowledge | undefined, kind: 'word' | 'term', id: number): boolean =>
  kind === 'word' && ((knowledge?.lexicon.word(id).flags ?? 0) & FLAG.drugClass) !== 0;
