const PLAIN = /^[a-z0-9]*$/;

const BY_CODE = buildTable();

function buildTable(): readonly (string | undefined)[] {
  const table: (string | undefined)[] = [];
  for (let code = 0; code < 0x250; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    const bare = lower.normalize('NFD').replace(/\p{M}/gu, '');
    table[code] = bare.replace('œ', 'oe').replace('æ', 'ae').replace('ß', 'ss');
  }
  return table;
}

/** Case, accents and ligatures removed, apostrophes straight: "L’Œdème" → "l'oedeme". Precomposed text only (NFC). */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    folded += code === 0x2019 ? "'" : (BY_CODE[code] ?? text[at]);
  }
  return folded;
}

/**
 * Folded form without the mark of the plural: "Canaux" → "canal", "œdèmes" → "oedeme". Words that end in s or x in the
 * singular lose it as well ("thorax" → "thora"), and "à" is no "A": it is a key to compare, not a word to show.
 */
export function foldKey(word: string): string {
  const folded = fold(word);
  if (folded.length < 4) return folded === 'a' && word !== 'a' && word !== 'A' ? 'à' : folded;
  if (folded.endsWith('aux') && !folded.endsWith('eaux')) return `${folded.slice(0, -3)}al`;
  const last = folded.charCodeAt(folded.length - 1);
  return last === 0x73 || last === 0x78 ? folded.slice(0, -1) : folded;
}

/** Letters alone: folded, hyphens out, so that "aorto-iliaque" and "aortoiliaque" are the same word. */
export const letters = (word: string): string => fold(word).replaceAll('-', '');

/** Folded letters by code, the second being 0 but for ligatures. */
const FIRST = Uint16Array.from(BY_CODE, (folded) => folded?.charCodeAt(0) ?? 0);
const SECOND = Uint16Array.from(BY_CODE, (folded) =>
  folded !== undefined && folded.length > 1 ? folded.charCodeAt(1) : 0,
);
const HYPHEN = 0x2d;

/** Hash of `letters(word)` as an unsigned 32-bit number (FNV-1a), without making the string. */
export function lettersHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === HYPHEN) continue;
    const first = code === 0x2019 ? 0x27 : code < FIRST.length ? (FIRST[code] ?? 0) : code;
    hash = Math.imul(hash ^ first, 0x01000193);
    const second = code < SECOND.length ? (SECOND[code] ?? 0) : 0;
    if (second !== 0) hash = Math.imul(hash ^ second, 0x01000193);
  }
  return hash >>> 0;
}

/** How a word is spelled, ligatures and hyphens aside: accents count. */
export const spelling = (word: string): string =>
  lower(word).replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('-', '');

/** Lower case with straight apostrophes and canonical accents: what exact spelling is compared on. */
export const lower = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('’', "'");
