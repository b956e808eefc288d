import { FLAG } from '../lexicon/entry';
import type { GeneralWords } from '../lexicon/general-words';
import { type Layer, numberOf } from '../lexicon/layer';
import { tokenise } from '../lexicon/tokens';
import { NEGATIONS, NUMBER_WORDS, SIDES } from './closed-words';
import { isAcronym, spellOut } from './letter-names';
import { withoutSilent } from './phonemes';
import { pronounce } from './pronounce';
import { buildSoundTries, type SoundTries } from './sound-index';

/** What a layer of the lexicon sounds like, compiled. */
export interface SoundTable extends SoundTries {
  /** Name of the layer. */
  readonly name: string;
  /** Words and terms of the layer it was made from: another layer of that name does not fit. */
  readonly words: number;
  readonly terms: number;
  /** Entry → row of the words, or `words` + row of the terms. */
  readonly rows: Uint32Array;
}

/** What the rarer words of general French sound like. */
export interface GeneralSoundTable extends SoundTries {
  /** Entry → how it is written. */
  readonly forms: readonly string[];
  /** Entry → general Zipf × 30. */
  readonly zipf: Uint8Array;
}

const SHORTEST_SOUNDS = 3;
const SHORTEST_GENERAL = 4;
const RAREST_GENERAL = 1.5;
export const ZIPF_STEPS = 30;

/** Compiles the sounds of a layer: about 10 µs a form. */
export function compileSounds(layer: Layer): SoundTable {
  const { forms, flags, grammar } = layer.words;
  const keys: string[] = [];
  const rows: number[] = [];
  const add = (sounds: string, row: number): void => {
    if (withoutSilent(sounds).length < SHORTEST_SOUNDS) return;
    keys.push(sounds);
    rows.push(row);
  };
  forms.forEach((form, row) => {
    const flag = flags[row] ?? 0;
    if ((flag & FLAG.name) !== 0 || isDrugPlural(flag, grammar[row] ?? 0)) return;
    const spelled = isAcronym(form) ? spellOut(form) : undefined;
    if (spelled !== undefined) add(spelled, row);
    if (spelled === undefined || isPronounceable(form)) add(pronounce(form), row);
  });
  layer.terms.forms.forEach((form, row) => {
    if (!saysTooMuch(form)) add(pronounce(form), forms.length + row);
  });
  return {
    name: layer.name,
    words: forms.length,
    terms: layer.terms.forms.length,
    rows: Uint32Array.from(rows),
    ...buildSoundTries(keys),
  };
}

/** Compiles the sounds of general French but for its rarest words and proper nouns. */
export function compileGeneralSounds(general: GeneralWords): GeneralSoundTable {
  const forms = general.forms();
  const kept = forms.flatMap((form, index) => {
    const zipf = general.zipfAt(index);
    const isWanted =
      form.length >= SHORTEST_GENERAL && zipf > RAREST_GENERAL && !general.isCapitalised(index);
    return isWanted ? [{ form, zipf }] : [];
  });
  return {
    forms: kept.map(({ form }) => form),
    zipf: Uint8Array.from(kept, ({ zipf }) => Math.round(zipf * ZIPF_STEPS)),
    ...buildSoundTries(kept.map(({ form }) => pronounce(form))),
  };
}

/** "apixabans" is formed by rule, and never dictated. */
const isDrugPlural = (flag: number, grammar: number): boolean =>
  (flag & (FLAG.substance | FLAG.brand)) !== 0 &&
  (flag & FLAG.inflection) !== 0 &&
  numberOf(grammar) === 'p';

/** A side, a negation or a number inside a term must have been heard as such. */
const saysTooMuch = (term: string): boolean =>
  tokenise(term.toLowerCase()).some(
    ({ text }) =>
      SIDES.has(text) || NEGATIONS.has(text) || NUMBER_WORDS.has(text) || /\p{N}/u.test(text),
  );

const isPronounceable = (acronym: string): boolean =>
  acronym.length >= 4 && /^[^aeiouy]{0,2}[aeiouy][^aeiouy]{1,2}[aeiouy]/i.test(acronym);
