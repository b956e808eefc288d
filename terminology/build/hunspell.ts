import type { Gender, GrammaticalNumber } from '../lexicon/entry';

interface SuffixRule {
  readonly strip: string;
  readonly add: string;
  readonly condition: RegExp | undefined;
}

export interface Grammar {
  readonly gender: Gender | undefined;
  readonly number: GrammaticalNumber | undefined;
}

export interface Inflected extends Grammar {
  readonly form: string;
}

export interface GeneralFrench {
  /** Lower-case form → whether it is only written with a capital. */
  readonly forms: ReadonlyMap<string, boolean>;
  /** Inflected forms of nouns and adjectives by dictionary word; verbs are left out. */
  readonly nominal: ReadonlyMap<string, readonly Inflected[]>;
}

/** Suffix classes of nouns and adjectives in the dictionary; the others conjugate. */
const NOMINAL = new Set([
  'S.',
  'S=',
  'X.',
  'A.',
  'I.',
  'F.',
  'Fs',
  'Fc',
  'Fe',
  'Gs',
  'Gc',
  'Ge',
  'Go',
  'W.',
]);
const BOTH_GENDERS = new Set(['F.', 'Fs', 'Fc', 'Fe', 'W.']);
const WRITABLE = /^[\p{L}][\p{L}'-]*$/u;

/** Expands every suffix of a Hunspell dictionary. Prefixes are elided articles here and are left out. */
export function expandHunspell(affix: string, dictionary: string): GeneralFrench {
  const rules = suffixRules(affix);
  const forms = new Map<string, boolean>();
  const nominal = new Map<string, Inflected[]>();
  const put = (form: string): void => {
    const text = form.normalize('NFC').replaceAll('’', "'");
    if (!WRITABLE.test(text)) return;
    const key = text.toLowerCase();
    forms.set(key, key !== text && (forms.get(key) ?? true));
  };
  for (const line of dictionary.split('\n').slice(1)) {
    const [entry = ''] = line.trim().split(/[\s]/);
    const [word = '', flagText = ''] = entry.split('/');
    const flags: readonly string[] = flagText.match(/../g) ?? [];
    if (word === '' || flags.includes('{}')) continue;
    if (!flags.includes('()')) put(word);
    for (const flag of flags) {
      const made = applySuffixes(word, rules.get(flag) ?? []);
      made.forEach(put);
      if (!NOMINAL.has(flag)) continue;
      const inflected = [...new Set([word, ...made])].map((form) => ({
        form: form.normalize('NFC'),
        ...grammarOf(word, form, flag),
      }));
      nominal.set(word, [...(nominal.get(word) ?? []), ...inflected]);
    }
  }
  return { forms, nominal };
}

function suffixRules(affix: string): Map<string, SuffixRule[]> {
  const rules = new Map<string, SuffixRule[]>();
  for (const line of affix.split('\n')) {
    const [kind, flag = '', strip = '', add = '', condition] = line.split(/\s+/);
    if (kind !== 'SFX' || condition === undefined || /^\d+$/.test(add)) continue;
    const [ending = ''] = add.split('/');
    const rule = {
      strip: strip === '0' ? '' : strip,
      add: ending === '0' ? '' : ending,
      condition: condition === '.' ? undefined : new RegExp(`${condition}$`),
    };
    rules.set(flag, [...(rules.get(flag) ?? []), rule]);
  }
  return rules;
}

function applySuffixes(word: string, rules: readonly SuffixRule[]): string[] {
  return rules.flatMap(({ strip, add, condition }) => {
    if (condition !== undefined && !condition.test(word)) return [];
    if (!word.endsWith(strip)) return [];
    return [word.slice(0, word.length - strip.length) + add];
  });
}

function grammarOf(word: string, form: string, flag: string): Grammar {
  const feminine = BOTH_GENDERS.has(flag) && /(e|es|ales?|elles?)$/.test(form) && form !== word;
  const isPlural = form !== word && /[sx]$/.test(form) && !(feminine && !form.endsWith('s'));
  const gender = BOTH_GENDERS.has(flag) ? (feminine ? 'f' : 'm') : undefined;
  const invariable = /[sxz]$/.test(word) && form === word;
  return { gender, number: invariable ? 'sp' : isPlural ? 'p' : 's' };
}
