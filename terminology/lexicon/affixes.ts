import { PREFIXES } from './affix-prefixes';
import { ROOTS } from './affix-roots';
import { SUFFIXES } from './affix-suffixes';
import { spelling } from './fold';

export type AffixKind = 'prefix' | 'root' | 'suffix';

export interface Affix {
  readonly form: string;
  readonly kind: AffixKind;
  readonly meaning: string;
}

/** A part of a compound: an affix with its meaning, or the known word that ends it. */
export interface WordPart {
  readonly text: string;
  readonly kind: AffixKind | 'word';
  readonly meaning: string | undefined;
}

const parse = (table: string, kind: AffixKind): Affix[] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [forms = '', meaning = ''] = line.split(' = ');
      return forms.split(' ').map((form) => ({ form, kind, meaning }));
    });

export const AFFIXES: readonly Affix[] = [
  ...parse(PREFIXES, 'prefix'),
  ...parse(ROOTS, 'root'),
  ...parse(SUFFIXES, 'suffix'),
];

const LEAST_WORD = 4;
/** After a prefix of one or two letters ("a", "an", "in") only a long word counts: too many words begin so by chance. */
const LEAST_WORD_AFTER_SHORT = 6;
const LEAST_COMPOUND = 7;
const MOST_PARTS = 5;

const OPENING = openings();
const CLOSING = new Map(
  AFFIXES.filter(({ kind }) => kind === 'suffix').map((affix) => [spelling(affix.form), affix]),
);

/** Prefixes and roots by spelling; a root also stands without its o, which then needs a vowel after it. */
function openings(): ReadonlyMap<string, { readonly affix: Affix; readonly beforeVowel: boolean }> {
  const map = new Map<string, { affix: Affix; beforeVowel: boolean }>();
  for (const affix of AFFIXES) {
    if (affix.kind === 'suffix') continue;
    const form = spelling(affix.form);
    if (affix.kind === 'root' && /[oi]$/.test(form))
      map.set(form.slice(0, -1), { affix, beforeVowel: true });
    map.set(form, { affix, beforeVowel: false });
  }
  return map;
}

const LONGEST_OPENING = Math.max(...[...OPENING.keys()].map(({ length }) => length));

/**
 * Cuts a learned word into parts that carry meaning: "cholangiographie", or prefix and known word: "hypodense". Hyphens do not
 * matter, accents do. `isKnown` is asked about the end of the word, as `spelling` gives it. Undefined when no cut explains all of it.
 */
export function analyse(word: string, isKnown: (part: string) => boolean): WordPart[] | undefined {
  const text = spelling(word);
  if (text.length < LEAST_COMPOUND || !/^\p{Ll}+$/u.test(text)) return undefined;
  return cut(text, [], isKnown);
}

function cut(
  rest: string,
  before: readonly WordPart[],
  isKnown: (part: string) => boolean,
): WordPart[] | undefined {
  const end = before.length === 0 ? undefined : endOf(rest, before, isKnown);
  if (end !== undefined) return [...before, end];
  if (before.length >= MOST_PARTS - 1) return undefined;
  for (let length = Math.min(LONGEST_OPENING, rest.length - 3); length > 0; length--) {
    const opening = OPENING.get(rest.slice(0, length));
    if (opening === undefined) continue;
    if (opening.beforeVowel && !/^[aeiouyéèêëîïôûü]/.test(rest.slice(length))) continue;
    const { affix } = opening;
    const part = { text: affix.form, kind: affix.kind, meaning: affix.meaning };
    const found = cut(rest.slice(length), [...before, part], isKnown);
    if (found !== undefined) return found;
  }
  return undefined;
}

function endOf(
  rest: string,
  before: readonly WordPart[],
  isKnown: (part: string) => boolean,
): WordPart | undefined {
  const affix = CLOSING.get(rest) ?? CLOSING.get(rest.replace(/(?<=e|is|t)s$/, ''));
  const hasRoot = before.some(({ kind }) => kind === 'root');
  if (affix !== undefined && hasRoot)
    return { text: affix.form, kind: 'suffix', meaning: affix.meaning };
  const last = before.at(-1);
  const isShort = before.length === 1 && (last?.text.length ?? 0) <= 2;
  const least = isShort ? LEAST_WORD_AFTER_SHORT : LEAST_WORD;
  return rest.length >= least && isKnown(rest)
    ? { text: rest, kind: 'word', meaning: undefined }
    : undefined;
}
