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

/** Expands every suffix of a Hunspell dictionary, and the prefixes of units ("milli"); the other prefixes are elided articles and are left out. */
export function expandHunspell(affix: string, dictionary: string): GeneralFrench {
  const rules = suffixRules(affix);
  const unitPrefixes = unitPrefixRules(affix);
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
      for (const prefix of unitPrefixes.get(flag) ?? [])
        applySuffixes(prefix + word, rules.get('S.') ?? []).forEach(put);
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

/** The classes of prefixes that multiply units; the noun then takes its plural. */
const UNIT_CLASSES = ['Um', 'Ui'];

function unitPrefixRules(affix: string): Map<string, string[]> {
  const prefixes = new Map<string, string[]>();
  for (const line of affix.split('\n')) {
    const [kind, flag = '', , add = '', condition] = line.split(/\s+/);
    if (kind !== 'PFX' || !UNIT_CLASSES.includes(flag) || condition === undefined) continue;
    const [prefix = ''] = add.split('/');
    if (/^\p{L}{3,}$/u.test(prefix)) prefixes.set(flag, [...(prefixes.get(flag) ?? []), prefix]);
    else if (prefix === '0') prefixes.set(flag, ['', ...(prefixes.get(flag) ?? [])]);
  }
  return prefixes;
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
