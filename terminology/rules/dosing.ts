import { drugsIn, type DrugMention } from './drug-mentions';
import type { Knowledge } from './knowledge';
import type { Quantity } from './quantities';
import type { ReadParagraph, ReadWord } from './reading';

/** A drug with the dose said of it. */
export interface Dosing {
  readonly drug: DrugMention;
  readonly quantity: Quantity;
}

/** Words between a drug and its dose, at most. */
const REACH = 6;
const MASS = new Set(['g', 'mg', 'µg', 'ng', 'ui', 'mui']);
/** "500 mg de", "75 µg par jour d'". */
const LINK = new Set(['de', 'd', 'du', 'par', 'jour', 'en']);
/** Denominators of a concentration measured in the patient, not of a dose. */
const CONCENTRATION = /\/(?:l|dl|ml|mm3|mmol)/;

export const isDose = ({ unit, per }: Quantity): boolean =>
  MASS.has(unit) && !CONCENTRATION.test(per);

/** The drug whose dose this is: the one right behind "500 mg de", else the nearest before. */
function drugOf(
  quantity: Quantity,
  drugs: readonly DrugMention[],
  words: readonly ReadWord[],
): DrugMention | undefined {
  const sentence = words[quantity.word]?.sentence;
  const inReach = drugs.filter(({ first }) => words[first]?.sentence === sentence);
  const after = inReach.find(({ first }) => first > quantity.word);
  if (after) {
    const between = words
      .slice(quantity.word + 1, after.first)
      .filter(({ from }) => from >= quantity.to);
    if (between.length > 0 && between.length <= 3 && between.every(({ key }) => LINK.has(key)))
      return after;
  }
  const before = inReach.findLast(({ last }) => last < quantity.word);
  return before && quantity.word - before.last <= REACH + 1 ? before : undefined;
}

/** Drugs with their doses, in order; a drug may have several, and a dose one drug at most. */
export function dosingsIn(paragraph: ReadParagraph, knowledge: Knowledge | undefined): Dosing[] {
  const { words, quantities } = paragraph;
  const drugs = drugsIn(paragraph, knowledge);
  return quantities.filter(isDose).flatMap((quantity) => {
    const drug = drugOf(quantity, drugs, words);
    return drug ? [{ drug, quantity }] : [];
  });
}
