import type { Category } from './category';
import { compileLayer, type TermSpec, type WordSpec } from './compile';
import { FLAG } from './entry';
import { lower } from './fold';
import type { GeneralWords } from './general-words';
import type { Layer } from './layer';
import { tokenise } from './tokens';

/**
 * What an own word is: a term of a category; a name of a colleague, a hospital or a street, known but never proposed in place of
 * another word; or a word that is right as it stands and no more than that.
 */
export type OwnKind = Category | 'name' | 'ignored';

export interface OwnTerm {
  readonly form: string;
  readonly kind: OwnKind;
}

/** What a practice took the trouble to add is said there often. */
const OWN_FREQUENCY = 4.5;
/** Nothing is less plausible than a known name, so that no sound takes its place. */
const NAME_FREQUENCY = 6.2;
const SHORTEST_PLURAL = 4;

/** Words a practice added, as a layer to put on top of all others. */
export function ownWordsLayer(own: readonly OwnTerm[], general: GeneralWords): Layer {
  const words: WordSpec[] = [];
  const terms: TermSpec[] = [];
  for (const { form, kind } of own) {
    if (kind === 'name' || kind === 'ignored') words.push(...knownOnly(form, general));
    else if (/\s/.test(form)) {
      terms.push({ form, medical: OWN_FREQUENCY, categories: [kind], source: 0 });
      words.push(...knownOnly(form, general));
    } else words.push(...termWords(form, kind));
  }
  return compileLayer({
    name: 'own-words',
    sources: [{ name: 'Mots du cabinet', licence: 'à vous', rows: own.length }],
    words,
    terms,
  });
}

/** The words of a name or a term that general French does not have: right as they stand, never proposed. */
function knownOnly(form: string, general: GeneralWords): WordSpec[] {
  const parts = [...form.split(/[\s'’]+/), ...tokenise(form).map(({ text }) => text)];
  return [...new Set(parts)]
    .filter((part) => /\p{L}{2}/u.test(part) && !general.has(lower(part)))
    .map((part) => ({
      form: part,
      medical: NAME_FREQUENCY,
      categories: [],
      flags: FLAG.name | capitalFlag(part),
      source: 0,
    }));
}

function termWords(form: string, category: Category): WordSpec[] {
  const flags = flagsOf(form, category);
  const word = { form, medical: OWN_FREQUENCY, categories: [category], flags, source: 0 };
  const hasPlural =
    category !== 'drug' && /^\p{Ll}+$/u.test(form) && form.length >= SHORTEST_PLURAL;
  if (!hasPlural || /[sxz]$/.test(form)) return [word];
  const plural = { ...word, form: `${form}s`, lemma: form, flags: flags | FLAG.inflection };
  return [word, { ...plural, number: 'p' }];
}

function flagsOf(form: string, category: Category): number {
  const isCapitals = form.length >= 2 && form === form.toUpperCase();
  const capital = isCapitals ? FLAG.upperCase : capitalFlag(form);
  if (category === 'biology') return capital | FLAG.analyte;
  if (category !== 'drug') return capital;
  return capital | (capital === 0 ? FLAG.substance : FLAG.brand);
}

const capitalFlag = (form: string): number => (/^\p{Lu}/u.test(form) ? FLAG.capitalised : 0);

/** Endings that tell what a learned word is about; first fit wins. */
const ENDINGS: readonly (readonly [RegExp, Category])[] = [
  [
    /(?:[mtnz]ib|mab|pril|sartan|statine|olol|azole|mycine|cilline|floxacine|gliptine|gliflozine|xaban|prazole|vir|zépam|zolam|caïne|tidine|parine|cycline|setron|triptan|dipine|afil)$/,
    'drug',
  ],
  [
    /(?:ectomies?|stomies?|tomies?|plasties?|scopies?|graphies?|centèses?|pexies?|rraphies?|dèses?|lyses?|métries?)$/,
    'procedure',
  ],
  [/(?:algies?|urie|pnées?|phagie|esthésies?|plégies?|parésies?)$/, 'sign'],
  [/(?:oscope|tome|mètre|graphe|stat)$/, 'device'],
  [/(?:ase|émie)$/, 'biology'],
];

/** What a word to be added most probably is; a person may say otherwise. `begins`: a sentence begins with it. */
export function likelyKind(form: string, begins: boolean): OwnKind {
  if (/^\p{Lu}{2,6}$/u.test(form)) return 'abbreviation';
  if (/^\p{Lu}/u.test(form) && !begins) return 'name';
  const word = lower(form);
  return ENDINGS.find(([ending]) => ending.test(word))?.[1] ?? 'pathology';
}
