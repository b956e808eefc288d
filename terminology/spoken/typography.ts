/** French typography of one word and of its punctuation (Lexique de l'Imprimerie nationale, 2002). */

const APOSTROPHE = '’';

/** Straight apostrophes become typographic ones. */
export const curly = (text: string): string => text.replace(/['`´ʼ]/g, APOSTROPHE);

/** Words that French writes with a ligature, by how they are heard without. */
const LIGATURES: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}])(c)oeur/giu, '$1œur'],
  [/(?<![\p{L}])(s)oeur/giu, '$1œur'],
  [/oedem/gi, 'œdem'],
  [/oedèm/gi, 'œdèm'],
  [/oesophag/gi, 'œsophag'],
  [/oestr(?=[oa]|us)/gi, 'œstr'],
  [/(?<![\p{L}])oeuf/giu, 'œuf'],
  [/(?<![\p{L}])oeil/giu, 'œil'],
  [/oeill/gi, 'œill'],
  [/(?<![\p{L}])(m)anoeuvr/giu, '$1anœuvr'],
  [/(?<![\p{L}])oeuvr/giu, 'œuvr'],
  [/(?<![\p{L}])(n)oeud/giu, '$1œud'],
  [/foetu/gi, 'fœtu'],
  [/foeta/gi, 'fœta'],
  [/foeto/gi, 'fœto'],
  [/coeliaq/gi, 'cœliaq'],
  [/coelio(?!n)/gi, 'cœlio'],
  [/(?<![\p{L}])(v)oeu/giu, '$1œu'],
  [/caecum/gi, 'cæcum'],
  [/caecal/gi, 'cæcal'],
  [/caecaux/gi, 'cæcaux'],
];

const ACCENTED_CAPITALS: readonly (readonly [RegExp, string])[] = [
  [
    /^(E)(?=tat|volution|lectro|chographie|cho|pigastr|paule|paiss|panch|ruption|ryth|tage|tant$|galement|coulement|tiolog|limination|ventration|tude|preuve|pisode|nergi)/,
    'É',
  ],
];

const hasCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** Œ and æ where French wants them, keeping the capital. */
function ligatures(text: string): string {
  if (!/oe|ae/i.test(text)) return text;
  const joined = LIGATURES.reduce((word, [pattern, by]) => word.replace(pattern, by), text);
  return hasCapital(text) && !hasCapital(joined) ? capitalised(joined) : joined;
}

/** First letter in capital, accents kept: "à" → "À", "œdème" → "Œdème". */
export function capitalised(text: string): string {
  return text.replace(
    /^([«"(\[–\-\s\u00a0\u202f]*)(\p{Ll})/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** First letter in lower case, unless the word is an acronym or a code. */
export function uncapitalised(text: string): string {
  return /^\p{Lu}(?:['’]|[\p{Ll}'’-]+$|$)/u.test(text)
    ? (text[0] ?? '').toLowerCase() + text.slice(1)
    : text;
}

const ORDINALS: readonly (readonly [RegExp, string])[] = [
  [/^1[eè]re?s?$/i, '1re'],
  [/^1er$/i, '1er'],
  [/^(\d+)(?:[eè]me|i[eè]me)$/i, '$1e'],
  [/^(\d+)nd$/i, '$1d'],
];
const TITLES: readonly (readonly [RegExp, string])[] = [
  [/^Mr\.?$/, 'M.'],
  [/^Dr\.$/, 'Dr'],
  [/^Pr\.$/, 'Pr'],
  [/^Mme\.$/, 'Mme'],
  [/^Mlle\.$/, 'Mlle'],
];

/** A word as a good secretary types it: apostrophe, ligature, title, ordinal, ellipsis, accent on capitals. */
export function typeset(core: string): string {
  if (/^[a-zà-ÿ]+$/.test(core) && !core.includes('oe') && !core.includes('ae')) return core;
  const fixed = [...TITLES, ...ORDINALS, ...ACCENTED_CAPITALS].reduce(
    (word, [pattern, by]) => word.replace(pattern, by),
    ligatures(curly(core)),
  );
  return fixed;
}

/** The punctuation after a word with its French spaces: no-break before ":" and "»", thin before ";", "!", "?". */
export const spacedTail = (tail: string): string =>
  tail
    .replace(/\.{3,}/g, '…')
    .replace(/([;!?]+)/g, '\u202f$1')
    .replace(/:/g, '\u00a0:')
    .replace(/[»”]/g, '\u00a0»');

/** The punctuation before a word. */
export const spacedLead = (lead: string): string =>
  lead.replace(/[«“]/g, '«\u00a0').replace(/^[.,;:!?…]+/, '');
