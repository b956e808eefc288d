import type { Word } from '../word';
import type { Heard } from './piece';

/** A heard word seen by the rules: its letters apart from the punctuation that recognition attached to it. */
export interface Token {
  readonly heard: Heard;
  readonly lead: string;
  readonly core: string;
  readonly tail: string;
  /** The core folded (no case, accent, ligature), cut at apostrophes and hyphens: "d'un" is ["d'", "un"]. */
  readonly parts: readonly string[];
  /** The parts in one string: "vingt et un". */
  readonly key: string;
}

const LEAD = /^(?:[.,;:!?…«"“([\]]|[–—-](?=\p{L}))+(?=.)/u;
const TAIL = /[.,;:!?…»"”)\]]+$/u;
/** Short forms whose full stop belongs to them and ends no sentence. */
const DOTTED = /^(?:M|MM|Mr|Mme|Mlle|Drs?|Pr|Me|St|[Cc]f|[Ee]x|vs|env|[Aa]rt|[Ff]ig|p)\.$/;
const WHOLE = new Set(["aujourd'hui", "presqu'île", "quelqu'un", "quelqu'une"]);

/** Commands that recognition glues to the word before: "totale.Line", "8.Laligne", "pelvien-Virgule". */
const GLUED_COMMAND =
  /^(.*?[\p{L}\d%°)])((?:[.,]+(?:a\.?l\.?a\.?|à\s?la|la|a)?(?:lignes?|lines?|align(?:e|es)?)|[.,]+(?:poins?|points?)|[.,-]+virgules?)[.,]*)$/iu;
/** Two words or sentences run together: "dorsal.Garrot", "M.Untel". */
const GLUED_WORDS = /^(.*\p{L}{3}[.,]|.*\d[.,]|M\.)(\p{Lu}[\p{L}'’.-]+.*)$/u;
const NUMBER_AND_UNIT =
  /^([+-]?\d+(?:[.,]\d+)?)(%|°c?|(?!(?:er|ere|re|e|eme|ieme|nd|nde)$)[a-zµμ]+(?:\/[a-zµμ\d³²]+)*[³²]?)$/u;

const APOSTROPHES = /[’ʼ`´]/g;

/** Lower case, no accents, ligatures apart, straight apostrophes. */
export function fold(text: string): string {
  const lower = text.toLowerCase().replace(APOSTROPHES, "'");
  if (/^[a-z0-9' .,/%-]*$/.test(lower)) return lower;
  return lower
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/μ/g, 'µ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}

/** Cuts a word that recognition ran together; times are shared out by length. */
function cut(word: Heard): Heard[] {
  if (!/[.,-]\p{L}/u.test(word.text)) return [word];
  const match = GLUED_COMMAND.exec(word.text) ?? GLUED_WORDS.exec(word.text);
  const [, left, right] = match ?? [];
  if (left === undefined || right === undefined || left === '') return [word];
  const middle =
    word.start + ((word.end - word.start) * left.length) / (left.length + right.length);
  const head: Heard = { ...word, text: left, end: middle };
  return [...cut(head), ...cut({ ...word, text: right, start: middle, glued: true })];
}

function partsOf(core: string): string[] {
  const folded = fold(core);
  if (WHOLE.has(folded)) return [folded];
  const measure = NUMBER_AND_UNIT.exec(folded);
  if (measure?.[1] !== undefined && measure[2] !== undefined) return [measure[1], measure[2]];
  if (/^[a-z]$|^[a-z]{2,}$/.test(folded)) return [folded];
  if (/\d/.test(folded)) return folded.replace(/^((?:[a-z]|qu|jusqu)')/, '$1 ').split(' ');
  return folded
    .replace(/'/g, "' ")
    .split(/[\s-]+/)
    .filter((part) => part !== '');
}

const cache = new Map<string, Omit<Token, 'heard'>>();
const CACHE_LIMIT = 20_000;

function analyse(text: string): Omit<Token, 'heard'> {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const lead = LEAD.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length);
  const tail = DOTTED.test(rest) ? '' : (TAIL.exec(rest)?.[0] ?? '');
  const core = rest.slice(0, rest.length - tail.length);
  const parts = partsOf(core);
  const token = { lead, core, tail, parts, key: parts.join(' ') };
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, token);
  return token;
}

/** The words of a transcript as tokens, run-together words cut apart. */
export function tokenise(words: readonly Word[]): Token[] {
  return words.flatMap((word) => cut(word).map((heard) => ({ heard, ...analyse(heard.text) })));
}

/** The tail ends a sentence. */
export const endsSentence = (token: Token): boolean => /[.!?…]/.test(token.tail);
