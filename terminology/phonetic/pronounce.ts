import { withoutSilent } from './phonemes';
import { CONSONANT_RULES } from './consonant-rules';
import { IRREGULAR_WORDS } from './irregular-words';
import { VOWEL_RULES } from './vowel-rules';

/** One context position: 1 where a letter may stand; index {@link EDGE} is the edge of the word. */
type Position = Uint8Array;

interface Rule {
  readonly letters: string;
  /** Nearest letter first. */
  readonly left: readonly Position[];
  readonly right: readonly Position[];
  readonly sounds: string;
}

const EDGE = 0;
/** Letters of French have codes below this; anything above is no letter to the rules. */
const LETTERS = 0x180;
const VOWELS = 'aeiouyàâäáéèêëîïíôöóùûüœæ';
const CONSONANTS = 'bcdfghjklmnpqrstvwxzçñ';
const PLURAL_END = '%';

const CLASSES: Readonly<Record<string, string>> = {
  V: VOWELS,
  C: CONSONANTS,
  F: 'eiyéèêëîïœæ',
  K: `${CONSONANTS.replace(/[hmn]/g, '')}#`,
  '#': '#',
};

const positionOf = new Map<string, Position>();
const rules = compileRules(CONSONANT_RULES + VOWEL_RULES);

/**
 * The sounds of one written French word, as symbols of `phonemes.ts`: "diathermique" → "diatermik".
 * Case is free; what is not a letter is skipped.
 */
export function pronounceWord(written: string): string {
  const word = lettersOf(written);
  const known = IRREGULAR_WORDS[word];
  if (known !== undefined && Object.hasOwn(IRREGULAR_WORDS, word)) return known;
  let sounds = '';
  for (let at = 0; at < word.length;) {
    const rule = ruleAt(word, at);
    sounds += rule?.sounds ?? '';
    at += rule?.letters.length ?? 1;
  }
  return withoutDoubles(sounds);
}

function lettersOf(written: string): string {
  const lower = written.normalize('NFC').toLowerCase();
  let word = '';
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code < LETTERS && rules[code] !== undefined) word += lower.charAt(at);
  }
  return word;
}

function ruleAt(word: string, at: number): Rule | undefined {
  const candidates = rules[word.charCodeAt(at)] ?? [];
  return candidates.find((rule) => fits(rule, word, at));
}

function fits({ letters, left, right }: Rule, word: string, at: number): boolean {
  if (letters.length > 1 && !word.startsWith(letters, at)) return false;
  const end = at + letters.length;
  for (let i = 0; i < right.length; i++) if (right[i]?.[codeAt(word, end + i)] !== 1) return false;
  for (let i = 0; i < left.length; i++) if (left[i]?.[codeAt(word, at - 1 - i)] !== 1) return false;
  return true;
}

const codeAt = (word: string, at: number): number =>
  at < 0 || at >= word.length ? EDGE : word.charCodeAt(at);

function compileRules(text: string): (Rule[] | undefined)[] {
  const byLetter: (Rule[] | undefined)[] = [];
  for (const line of text.split('\n')) {
    const match = /^(.*)<(.+)>(.*)=(.*)$/.exec(line);
    if (match === null) continue;
    const [, left = '', letters = '', right = '', sounds = ''] = match;
    const ends = right.endsWith(PLURAL_END)
      ? ['#', 's#', 'x#'].map((end) => right.slice(0, -1) + end)
      : [right];
    const list = (byLetter[letters.charCodeAt(0)] ??= []);
    for (const end of ends)
      list.push({ letters, left: positions(left).reverse(), right: positions(end), sounds });
  }
  return byLetter;
}

function positions(context: string): Position[] {
  return (context.match(/\[[^\]]*\]|./g) ?? []).map((token) => {
    const there = positionOf.get(token);
    if (there !== undefined) return there;
    const position = new Uint8Array(LETTERS);
    for (const letter of CLASSES[token] ?? token.replace(/[[\]]/g, ''))
      position[letter === '#' ? EDGE : letter.charCodeAt(0)] = 1;
    positionOf.set(token, position);
    return position;
  });
}

function withoutDoubles(sounds: string): string {
  for (let at = 1; at < sounds.length; at++)
    if (sounds.charCodeAt(at) === sounds.charCodeAt(at - 1)) return sounds.replace(/(.)\1+/g, '$1');
  return sounds;
}

/** Sounds of words said in one go: a silent final is only kept before a vowel and at the very end. */
export function pronounce(text: string): string {
  const parts = text.split(/[\s'’-]+/).filter((part) => part !== '');
  return parts.length === 1 ? pronounceWord(text) : joinSounds(parts.map(pronounceWord));
}

const VOWEL_SOUND = /^[ae2oiyuAIO]/;

export function joinSounds(sounds: readonly string[]): string {
  let result = '';
  sounds.forEach((sound, at) => {
    const next = sounds[at + 1];
    const said = next === undefined || VOWEL_SOUND.test(next) ? sound : withoutSilent(sound);
    result += result.endsWith(said.charAt(0)) ? said.slice(1) : said;
  });
  return result;
}
