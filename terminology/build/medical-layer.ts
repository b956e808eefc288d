import type { TermSpec } from '../lexicon/compile';
import { FLAG } from '../lexicon/entry';
import { letters, spelling } from '../lexicon/fold';
import type { Source } from '../lexicon/layer';
import type { DrugName } from './drugs';
import type { French } from './general-french';
import { genderByEnding } from './inflect';
import { wordsOf } from '../lexicon/label-counts';
import type { List, ListRow } from './lists';
import { endingCategory, looksMedical } from './looks-medical';
import { verbForms } from './verbs';
import type { Vocabulary, WordFacts } from './vocabulary';

const OWN_TERM = 3;
const DRUG_TERM = 3;

/** Lists of what stands in one kind of text: other lists know better of what category a word is. */
const BY_TEXT = new Set(['operative', 'pathology-lab', 'imaging', 'dictation-vocabulary']);
const isSure = ({ name }: List): boolean => !BY_TEXT.has(name);

/** Adds our own lists; returns their terms of several words. */
export function addLists(
  words: Vocabulary,
  lists: readonly List[],
  firstSource: number,
): TermSpec[] {
  const sure = new Set(
    lists.filter(isSure).flatMap(({ rows }) => rows.map(({ form }) => letters(form))),
  );
  return lists.flatMap((list, at) =>
    list.rows.flatMap((row) => {
      const isElsewhere = !isSure(list) && sure.has(letters(row.form));
      const listed = factsOf(row, firstSource + at, isElsewhere);
      const analyte = list.name === 'analytes' ? FLAG.analyte : 0;
      const facts = { ...listed, flags: (listed.flags ?? 0) | analyte };
      if (row.form.includes(' ')) return [{ ...facts, form: row.form, medical: OWN_TERM }];
      const isName = row.drugKind === 'substance' || row.drugKind === 'brand';
      if (row.category === 'abbreviation' || isName)
        words.add(row.form, { ...facts, flags: facts.flags | capitals(row.form) });
      else words.addWithForms(row.form, facts, row.adjective ? { feminine: row.extra } : undefined);
      return [];
    }),
  );
}

/** A bare name ("Hashimoto") is of no category: its syndrome, its test and its needle are. */
const isEponym = ({ form, specialty }: ListRow): boolean =>
  specialty === 'éponymes' && !form.includes(' ') && /^\p{Lu}\p{Ll}/u.test(form);

const DRUG_FLAGS = { substance: FLAG.substance, brand: FLAG.brand, class: FLAG.drugClass } as const;

function factsOf(row: ListRow, source: number, isElsewhere: boolean): WordFacts {
  const kind = row.drugKind === undefined ? 0 : DRUG_FLAGS[row.drugKind];
  return {
    categories: row.category === undefined || isElsewhere || isEponym(row) ? [] : [row.category],
    gender: row.gender,
    flags:
      kind |
      (/^\p{Lu}\p{Ll}/u.test(row.form) ? FLAG.capitalised : 0) |
      (row.isDangerous ? FLAG.risky : 0),
    specialty: row.specialty,
    note: row.adjective ? undefined : row.extra,
    source,
  };
}

/** The flag of a form all in capitals. */
const capitals = (form: string): number => (/^[^\p{Ll}]+$/u.test(form) ? FLAG.upperCase : 0);

/** Adds drug names; returns those of several words. */
export function addDrugs(
  words: Vocabulary,
  drugs: readonly DrugName[],
  source: number,
): TermSpec[] {
  return drugs.flatMap(({ form, kind, note }) => {
    const flags =
      kind === 'brand'
        ? FLAG.brand | FLAG.capitalised
        : kind === 'substance'
          ? FLAG.substance
          : FLAG.drugClass;
    const facts: WordFacts = { categories: ['drug'], flags, note, source };
    if (/\s/.test(form)) return [{ ...facts, form, medical: DRUG_TERM }];
    if (form.length < 3) return [];
    words.add(
      form,
      kind === 'brand' ? facts : { ...facts, gender: genderByEnding(form), number: 's' },
    );
    return [];
  });
}

/** Words frequent in reports that no list carries: of no category, but likely. */
export function addFrequentWords(words: Vocabulary, forms: Iterable<string>, source: number): void {
  for (const form of forms)
    if (!words.has(form)) words.addWithForms(form, { categories: [], source });
}

/** Verbs that general French does not have, in the forms of reports. */
export function addVerbs(words: Vocabulary, verbs: Iterable<string>, source: number): void {
  for (const infinitive of verbs)
    for (const form of verbForms(infinitive))
      if (!words.has(form)) words.add(form, { categories: [], flags: FLAG.derived, source });
}

/** Names of people and places: known, so that no repair touches them, and never proposed. */
export function addProperNames(words: Vocabulary, names: Iterable<string>, source: number): void {
  for (const form of names)
    if (!words.has(form))
      words.add(form, { categories: [], flags: FLAG.name | FLAG.capitalised, source });
}

/** The words of substances of several words ("acide zolédronique") that general French does not have. */
export function addSubstanceWords(
  words: Vocabulary,
  substances: Iterable<string>,
  french: French,
  source: number,
): void {
  for (const name of substances)
    for (const word of wordsOf(name)) {
      const form = word.toLowerCase();
      if (form.length < 4 || words.has(form) || french.isWord(form)) continue;
      words.add(form, { categories: ['drug'], gender: genderByEnding(form), number: 's', source });
    }
}

/** Words that stand in labels and terms but in no list as such: kept when medical writing favours them. */
export function addLabelWords(
  words: Vocabulary,
  labels: Iterable<string>,
  french: French,
  source: { readonly index: number; readonly known: (form: string) => boolean },
): void {
  const seen = new Set<string>();
  for (const label of labels)
    for (const word of wordsOf(label)) {
      const form = french.withLigatures(word.toLowerCase());
      for (const part of new Set([form, ...form.split('-')])) {
        if (seen.has(part) || source.known(part) || part.length < 4) continue;
        seen.add(part);
        if (isFavoured(part, words, french)) addLabelWord(words, words.written(part), source.index);
      }
    }
}

/** Latin names and parts of compounds take no French plural. */
const FRENCH_ENDING = /(e|é|al|el|eux|if|ant|ent|ien|oïd|eur|on|in|it|us|is|x|s)$/;

function addLabelWord(words: Vocabulary, form: string, source: number): void {
  if (form !== form.toLowerCase()) {
    words.add(form, {
      categories: [],
      flags: capitals(form) === 0 ? FLAG.capitalised : FLAG.upperCase,
      source,
    });
    return;
  }
  const category = endingCategory(form);
  if (!FRENCH_ENDING.test(form)) {
    words.add(form, { categories: category === undefined ? [] : [category], source });
    return;
  }
  words.addWithForms(form, { categories: category === undefined ? [] : [category], source });
}

/** The rule of the prototype: how much more medical labels use a word than general French does. */
function isFavoured(form: string, words: Vocabulary, french: French): boolean {
  const general = french.zipf(form);
  if (!french.isWord(form)) return general < 4.3;
  const lift = words.labelZipf(form) - general;
  return general < 4.9 && lift >= (general > 3.2 ? 0.6 : 0.2);
}

/** Rare words of the general dictionary that are made of medical parts. */
export function addDictionaryWords(words: Vocabulary, french: French, source: number): void {
  const listed = new Set(words.specs.map(({ form }) => spelling(form)));
  for (const { form, zipf, capitalised } of french.words) {
    if (capitalised || words.has(form) || zipf >= 3.9) continue;
    const [lemma = form] = french.lemmasOf(form);
    if (lemma !== form || !looksMedical(form, (part) => listed.has(part))) continue;
    const category = endingCategory(form);
    words.addWithForms(form, { categories: category === undefined ? [] : [category], source });
  }
}

export const sourceOf = (list: List): Source => ({
  name: list.name,
  licence: 'MIT',
  rows: list.rows.length,
});
