import { lower } from '../../../terminology/lexicon/fold';
import type { GeneralWords } from '../../../terminology/lexicon/general-words';
import { withoutSilent } from '../../../terminology/phonetic/phonemes';
import { pronounceWord } from '../../../terminology/phonetic/pronounce';
import type { Word } from '../../../terminology/word';
import { seededRandom } from '../../../workers/recognition/token-choice';

/** How a medical word is made to be misheard: other letters for its sounds, a sound for another, in two words, or with its article. */
export const MISHEARINGS = ['respelled', 'slipped', 'split', 'joined'] as const;
export type Mishearing = (typeof MISHEARINGS)[number];

/** A place of a text that was misheard on purpose; words `from` to `to`, excluded. */
export interface MisheardPlace {
  readonly from: number;
  readonly to: number;
  /** Text of the place as it was. */
  readonly said: string;
  readonly kind: Mishearing;
}

export interface MisheardText {
  readonly words: readonly Word[];
  readonly places: readonly MisheardPlace[];
}

/** Usual ways to write a sound in French, as often as they are taken. */
const SPELLINGS = Object.fromEntries(
  (
    'a:a e:é,é,é,é,ai 2:eu o:o,o,o,o,au i:i,i,i,i,i,y u:ou y:u A:an,an,en I:in,in,ain O:on E:e,e,é p:p t:t k:c b:b d:d g:g ' +
    'f:f,f,ph v:v s:s z:s,z S:ch Z:j,g m:m,m,m,mm n:n,n,n,nn l:l,l,l,ll r:r,r,r,rr j:i w:ou X:ch W:w'
  )
    .split(' ')
    .map((line): [string, string[]] => [line.charAt(0), line.slice(2).split(',')]),
);
/** Sounds taken for one another in noise or by an ear that does not know the word. */
const SLIPS: Readonly<Record<string, string>> = {
  p: 'bt',
  b: 'pv',
  t: 'dk',
  d: 'tb',
  k: 'tg',
  g: 'kd',
  f: 'vs',
  v: 'fb',
  s: 'zf',
  z: 's',
  S: 'sZ',
  Z: 'zS',
  m: 'n',
  n: 'm',
  l: 'r',
  r: 'l',
  a: 'eo',
  e: 'i2',
  i: 'ey',
  o: 'au',
  u: 'o',
  y: 'i',
  A: 'O',
  O: 'A',
  I: 'A',
};

/** Shares of the ways, where they are possible. */
const SPLIT = 0.25;
const JOINED = 0.5;
const SLIPPED = 0.25;
const SHORTEST_WORD = 6;
const RAREST_EVERYDAY = 3;
const SHORTEST_REST = 4;
const COMMON_ZIPF = 5.5;

/** Says texts wrong as a recogniser does that knows French and not medicine. */
export class Mishearer {
  readonly #general: GeneralWords;
  readonly #random: () => number;
  /** Everyday words by their sounds: what the head of a long word is taken for. */
  readonly #everyday = new Map<string, string>();

  constructor(general: GeneralWords, seed: number) {
    this.#general = general;
    this.#random = seededRandom(seed);
    general.forms().forEach((form, index) => {
      const sounds = withoutSilent(pronounceWord(form));
      const isWanted =
        sounds.length >= 2 && sounds.length <= 4 && general.zipfAt(index) >= COMMON_ZIPF;
      const there = this.#everyday.get(sounds);
      if (isWanted && (there === undefined || general.zipf(there) < general.zipfAt(index)))
        this.#everyday.set(sounds, form);
    });
  }

  /** Every second medical word of a paragraph is misheard; the others, and all else, are heard right. */
  mishear(paragraph: string): MisheardText {
    const words: Word[] = [];
    const places: MisheardPlace[] = [];
    for (const text of paragraph.split(/\s+/).filter((word) => word !== '')) {
      const misheard =
        this.#isMedical(text) && this.#random() < 0.5 ? this.#wrong(text) : undefined;
      const from = words.length;
      for (const heard of misheard?.heard ?? [text])
        words.push({
          text: heard,
          start: words.length,
          end: words.length + 1,
          confidence: misheard ? 0.2 + 0.5 * this.#random() : 1 - 0.6 * this.#random() ** 8,
        });
      if (misheard) places.push({ from, to: words.length, said: text, kind: misheard.kind });
    }
    return { words, places };
  }

  /** A long small-letter word that general French has not, or seldom uses. */
  #isMedical(text: string): boolean {
    const core = coreOf(text).word;
    return (
      core.length >= SHORTEST_WORD &&
      /^\p{Ll}+$/u.test(core) &&
      this.#general.zipf(core) < RAREST_EVERYDAY
    );
  }

  #wrong(
    text: string,
  ): { readonly heard: readonly string[]; readonly kind: Mishearing } | undefined {
    const { before, article, word, after } = coreOf(text);
    const sounds = withoutSilent(pronounceWord(word)).replaceAll(/[5678]/g, '');
    const draw = this.#random();
    const put = (parts: readonly string[], kind: Mishearing) => {
      const heard = [...parts];
      heard[0] = before + (heard[0] ?? '');
      heard[heard.length - 1] += after;
      return heard.join(' ') === text ? undefined : { heard, kind };
    };
    const parts = draw < SPLIT ? this.#split(sounds, word) : undefined;
    if (parts) return put([article + (parts[0] ?? ''), ...parts.slice(1)], 'split');
    if (article !== '' && draw < JOINED)
      return put([article.charAt(0) + this.#spell(sounds, word)], 'joined');
    if (draw > 1 - SLIPPED)
      return put([article + this.#spell(this.#slip(sounds), word)], 'slipped');
    const respelled = this.#spell(sounds, word);
    return lower(respelled) === lower(word) ? undefined : put([article + respelled], 'respelled');
  }

  #split(sounds: string, word: string): string[] | undefined {
    for (let length = 4; length >= 2; length--) {
      const first = this.#everyday.get(sounds.slice(0, length));
      if (first !== undefined && sounds.length - length >= SHORTEST_REST)
        return [first, this.#spell(sounds.slice(length), word)];
    }
    return undefined;
  }

  #slip(sounds: string): string {
    const at = Math.floor(this.#random() * sounds.length);
    if (this.#random() < 0.2) return sounds.slice(0, at) + sounds.slice(at + 1);
    const others = SLIPS[sounds.charAt(at)] ?? '';
    const other = others.charAt(Math.floor(this.#random() * others.length));
    return sounds.slice(0, at) + (other === '' ? sounds.charAt(at) : other) + sounds.slice(at + 1);
  }

  /** Letters for sounds; the ending keeps the number of the word. */
  #spell(sounds: string, word: string): string {
    let text = '';
    for (let at = 0; at < sounds.length; at++) {
      const spellings = SPELLINGS[sounds.charAt(at)] ?? [''];
      const drawn = spellings[Math.floor(this.#random() * spellings.length)] ?? '';
      if (isHiatus(text, drawn)) text += 'h';
      text += inContext(drawn, { text, sound: sounds.charAt(at), next: sounds.charAt(at + 1) });
    }
    const isMute = /[ptkbdgfvszSZmnlrX]$/.test(sounds) && !text.endsWith('e');
    return text + (isMute ? 'e' : '') + (/s$/.test(word) ? 's' : '');
  }
}

/** "ohi" for "oï": two vowels that would be read as one. */
const isHiatus = (text: string, next: string): boolean =>
  /[aeo]$/.test(text) && /^[iueoay]/.test(next) && !/(?:ou|eu|au|ai)$/.test(text);

/** French writes the same sound otherwise before e and i, between vowels and before p and b. */
function inContext(
  letters: string,
  { text, sound, next }: { text: string; sound: string; next: string },
): string {
  const isFront = 'e2iyIE'.includes(next) && next !== '';
  const isStart = text === '';
  if (letters === 'c')
    return isFront && next !== 'y' && next !== '2' ? 'qu' : next === '' ? 'qu' : 'c';
  if (letters === 'g' && sound === 'g' && isFront && next !== 'y') return 'gu';
  if (letters === 'g' && sound === 'Z' && !(isFront && next !== 'y' && next !== '2')) return 'j';
  if (letters === 's' && sound === 'z') return /[aeiouyé]$/.test(text) && next !== '' ? 's' : 'z';
  if (letters === 's' && /[aeiouyé]$/.test(text))
    return 'aeiouyAIOE2'.includes(next) || next === '' ? 'ss' : 's';
  if (isStart && letters.length === 2 && letters[0] === letters[1]) return letters.charAt(0);
  if (letters.length === 2 && letters[0] === letters[1] && !'aeiouy'.includes(next))
    return letters.charAt(0);
  if (/^[aio]n$|^en$/.test(letters) && 'pb'.includes(next) && next !== '')
    return letters.replace('n', 'm');
  return letters;
}

/** The signs around a word and the article in it: "(l'œdème)," → "(", "l'", "œdème", "),". */
function coreOf(text: string): { before: string; article: string; word: string; after: string } {
  const match = /^([^\p{L}]*)((?:[ldLD]['’])?)(.*?)([^\p{L}\p{N}]*)$/su.exec(text);
  const [, before = '', article = '', word = '', after = ''] = match ?? [];
  return { before, article, word, after };
}
