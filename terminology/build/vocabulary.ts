import type { Category } from '../lexicon/category';
import type { WordSpec } from '../lexicon/compile';
import { FLAG, type Gender, type GrammaticalNumber } from '../lexicon/entry';
import type { French } from './general-french';
import type { Inflected } from './hunspell';
import { adjectiveForms, genderByEnding, looksAdjective, nounForms } from './inflect';
import type { LabelCounts } from '../lexicon/label-counts';

export interface WordFacts {
  readonly categories: readonly Category[];
  readonly gender?: Gender | undefined;
  readonly number?: GrammaticalNumber | undefined;
  readonly flags?: number;
  readonly specialty?: string | undefined;
  readonly note?: string | undefined;
  readonly source: number;
  /** Added to the frequency that counts give. */
  readonly boost?: number;
}

/** A form inferred from another occurs less: what the prototype took off. */
const INFLECTION_LOSS = 0.5;
/** Inflected forms of a frequent word are frequent too. */
const BAND_INFLECTION_LOSS = 0.3;
const LEAST = 2;
const MOST = 6.5;
/** Medical writing uses a rare learned word this much more than general writing. */
const MEDICAL_LIFT = 1;
const COMMON_ZIPF = 4.9;

/** Words of these categories that everyone says ("evolution", "type") are shown as terms beside another, or never. */
const QUIET: ReadonlySet<Category> = new Set(['sign', 'procedure', 'biology', 'device']);
const OFTEN_SAID = 4;
const EVERYDAY = 4.5;
/** Said by everyone, and yet what a report is about. */
const KEPT = new Set(
  'douleur fièvre fatigue toux chirurgie opération vaccin vaccination transfusion greffe sang urine'.split(
    ' ',
  ),
);

/** Gathers the words of one layer with their frequencies and inflected forms. */
export class Vocabulary {
  readonly #french: French;
  readonly #counts: LabelCounts;
  readonly #needsContext: ReadonlySet<string>;
  /** Least frequency of words known to be frequent in reports. */
  readonly #bands: ReadonlyMap<string, number>;
  readonly #specs: WordSpec[] = [];
  readonly #forms = new Set<string>();

  constructor(
    french: French,
    counts: LabelCounts,
    known: {
      readonly needsContext: ReadonlySet<string>;
      readonly bands: ReadonlyMap<string, number>;
    },
  ) {
    this.#french = french;
    this.#counts = counts;
    this.#needsContext = known.needsContext;
    this.#bands = known.bands;
  }

  get specs(): readonly WordSpec[] {
    return this.#specs;
  }

  /** Frequency in labels alone. */
  labelZipf(form: string): number {
    return this.#counts.zipf(form);
  }

  /** As labels write it, with its capitals if it is a name. */
  written(form: string): string {
    return this.#counts.written(form);
  }

  has(form: string): boolean {
    return this.#forms.has(form.toLowerCase());
  }

  add(form: string, facts: WordFacts): void {
    this.#push(form, form, facts);
  }

  /** A noun or adjective with the forms it takes: the dictionary's where it knows the word, else by rule. */
  addWithForms(
    form: string,
    facts: WordFacts,
    adjective?: { readonly feminine: string | undefined },
  ): void {
    const gender = facts.gender ?? (adjective === undefined ? genderByEnding(form) : undefined);
    for (const inflected of this.#formsOf(form, gender, adjective))
      this.#push(inflected.form, form, {
        ...facts,
        gender: inflected.gender ?? gender,
        number: inflected.number,
      });
  }

  #formsOf(
    form: string,
    gender: Gender | undefined,
    adjective: { readonly feminine: string | undefined } | undefined,
  ): readonly Inflected[] {
    if (adjective !== undefined) return adjectiveForms(form, adjective.feminine);
    const family = this.#french
      .family(form)
      .filter(
        ({ gender: other }) =>
          gender === undefined || other === undefined || gender === other || gender === 'mf',
      );
    if (family.length > 0)
      return [
        { form, gender, number: 's' },
        ...family.filter((inflected) => inflected.form !== form),
      ];
    if (this.#french.isWord(form))
      return [{ form, gender, number: this.#isPlural(form) ? 'p' : 's' }];
    const unchanging =
      /[A-Z0-9]/.test(form.slice(1)) || /^(post|pré)?-?.*(logie|gnosie)s$/.test(form);
    if (unchanging) return [{ form, gender, number: undefined }];
    if (this.#isPlural(form)) return [{ form, gender, number: 'p' }];
    if (gender === undefined && looksAdjective(form)) return adjectiveForms(form);
    return nounForms(form, gender);
  }

  #isPlural(form: string): boolean {
    return /[^su]s$/.test(form) && this.#french.lemmasOf(form).some((lemma) => lemma !== form);
  }

  #push(form: string, lemma: string, facts: WordFacts): void {
    this.#forms.add(form.toLowerCase());
    const inflected = form !== lemma;
    const general = this.#french.isWord(form.toLowerCase()) ? FLAG.general : 0;
    const commonness = Math.max(this.#french.zipf(form), this.#french.zipf(lemma));
    const isQuiet = !KEPT.has(lemma) && facts.categories.every((category) => QUIET.has(category));
    const isCommon = isQuiet && commonness >= OFTEN_SAID;
    const needsContext = isCommon || this.#needsContext.has(form) || this.#needsContext.has(lemma);
    const context = needsContext ? FLAG.needsContext : 0;
    this.#specs.push({
      form,
      lemma,
      zipf: this.#french.zipf(form),
      medical: Math.max(
        this.frequency(form, facts) -
          (inflected && this.#counts.of(form) === 0 ? INFLECTION_LOSS : 0),
        (this.#bands.get(form) ?? this.#bands.get(lemma) ?? 0) -
          (inflected ? BAND_INFLECTION_LOSS : 0),
      ),
      categories: isQuiet && commonness >= EVERYDAY ? [] : facts.categories,
      gender: facts.gender,
      number: facts.number,
      flags: (facts.flags ?? 0) | general | context | (inflected ? FLAG.inflection : 0),
      specialty: facts.specialty,
      note: facts.note,
      source: facts.source,
    });
  }

  /** Zipf-like frequency among medical words: label counts, or general frequency lifted, whichever is more. */
  frequency(form: string, facts: Pick<WordFacts, 'boost'>): number {
    const general = this.#french.zipf(form);
    const lifted =
      general > 0 && general < COMMON_ZIPF ? general + MEDICAL_LIFT * (general < 3.5 ? 1 : 0.5) : 0;
    const frequency = Math.max(this.#counts.zipf(form), lifted) + (facts.boost ?? 0);
    return Math.min(MOST, Math.max(LEAST, frequency));
  }
}
