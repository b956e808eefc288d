import { ELIDED } from './closed-words';
import type { HeardToken } from './heard-tokens';
import { bareLetters, letterDistance, stemmed } from './letters';
import { type FormsKnown, withHeardNumber } from './agreement';
import { areOpposites } from './opposites';
import { pronounceWord } from './pronounce';
import type { SoundEntry, SoundLexicon } from './sound-lexicon';
import { join } from './sound-lexicon';
import type { Span } from './spans';

/** One thing that may be written for a span. */
export interface Candidate {
  readonly span: Span;
  readonly entry: SoundEntry;
  /** With the article that was found inside the sounds: "l'anse". */
  readonly written: string;
  readonly distance: number;
  /** How much more plausible it makes the text; its unit is that of `Plausibility.cost`. */
  readonly gain: number;
  readonly isSafe: boolean;
}

/** What is looked up for a span: its sounds, or what is left of them after a little word. */
interface Reading {
  readonly sounds: string;
  /** What has to be written before the entry. */
  readonly before: string;
  readonly penalty: number;
  /** A nasal vowel read as vowel and n: only for words that end so. */
  readonly isDenasalised?: boolean;
}

const DISTANCE_WEIGHT = 1.8;
const LETTER_WEIGHT = 0.8;
const PLURAL_COST = 0.35;
const FEMININE_COST = 0.25;
const JOINED_COST = 0.25;
const ARTICLE_COST = 0.3;
const LITTLE_WORD_COST = 1;
const HYPHEN_COST = 0.2;
const ACCENT_GAIN = 1;
const ACCENT_DISTANCE = 0.15;
const SAME_ENDING = 0.1;
const MOST_BIGRAM = 2;
const BIGRAM_ALLOWANCE = 0.5;
const CLOSEST_GENERAL = 0.8;
const CLOSEST_AFTER_LITTLE = 0.3;
const CHEAPEST_ENTRY = 0.5;

export interface Context extends FormsKnown {
  readonly tokens: readonly HeardToken[];
  readonly sounds: SoundLexicon;
  /** Candidates with less gain are not wanted. */
  readonly leastGain: number;
  readonly search: (sounds: string, limit: number) => Iterable<readonly [number, number]>;
  readonly bigram: (first: string, second: string) => number;
}

/** Everything that sounds like the span and is worth it, best first, each writing once. */
export function candidatesFor(span: Span, context: Context): Candidate[] {
  const heard = context.tokens.slice(span.from, span.to);
  const letters = heard.map(({ lower }) => bareLetters(lower)).join('');
  const best = new Map<string, Candidate>();
  for (const reading of readingsOf(span, context)) {
    const limit = limitFor(span, reading, context.leastGain);
    if (limit < 0) continue;
    for (const [id, distance] of context.search(reading.sounds, limit)) {
      const entry = context.sounds.entries[id];
      if (entry === undefined || distance > limit) continue;
      const candidate = weigh({ span, entry, reading, distance, letters, heard }, context);
      if (candidate === undefined || candidate.gain < context.leastGain) continue;
      const there = best.get(candidate.written);
      if (there === undefined || there.gain < candidate.gain)
        best.set(candidate.written, candidate);
    }
  }
  return [...best.values()].sort((a, b) => b.gain - a.gain);
}

const VOWELS = 'ae2oiyuAIOE';
const FULL_VOWELS = 'ae2oiyuAIO';
const UNNASAL: Readonly<Record<string, string>> = { I: 'in', A: 'an', O: 'on' };
/** Little words that get swallowed at the head of an unknown word, with their sounds. */
const SWALLOWED: readonly (readonly [string, string])[] = [
  ['et', 'e'],
  ['sous', 'su'],
  ['en', 'A'],
  ['au', 'o'],
  ['de', 'd'],
  ['les', 'le'],
  ['des', 'de'],
  ['la', 'la'],
  ['le', 'lE'],
  ['un', 'I'],
  ['une', 'yn'],
  ['du', 'dy'],
];

function readingsOf(span: Span, { tokens }: Context): Reading[] {
  const heard = tokens.slice(span.from, span.to);
  const sounds = join(heard.map(({ lower }) => pronounceWord(lower)));
  if (sounds.length < 3) return [];
  const readings: Reading[] = [{ sounds, before: '', penalty: 0 }];
  const first = sounds.charAt(0);
  const second = sounds.charAt(1);
  const firstToken = heard[0];
  const previous = tokens[span.from - 1];
  if (firstToken === undefined) return [];
  const isAfterLiaison = firstToken.joint === 'space' && /[sxz]$/.test(previous?.lower ?? '');
  if (
    'ld'.includes(first) &&
    VOWELS.includes(second) &&
    sounds.length >= 5 &&
    !ELIDED.has(firstToken.lower) &&
    firstToken.joint !== 'apostrophe'
  )
    readings.push({ sounds: sounds.slice(1), before: `${first}'`, penalty: ARTICLE_COST });
  if (isAfterLiaison && FULL_VOWELS.includes(first))
    readings.push({ sounds: `5${sounds}`, before: '', penalty: 0 });
  if (isAfterLiaison && first === 'z')
    readings.push({ sounds: sounds.slice(1), before: '', penalty: 0.2 });
  if (heard.length > 1 || !span.hasUnknown) return readings;
  if (sounds.length >= 7)
    for (const [word, start] of SWALLOWED)
      if (sounds.startsWith(start) && sounds.length - start.length >= 5)
        readings.push({
          sounds: sounds.slice(start.length),
          before: `${word} `,
          penalty: LITTLE_WORD_COST,
        });
  const open = UNNASAL[sounds.slice(-1)];
  if (open !== undefined)
    readings.push({
      sounds: sounds.slice(0, -1) + open,
      before: '',
      penalty: 0.15,
      isDenasalised: true,
    });
  return readings;
}

function limitFor(span: Span, { sounds, before, penalty }: Reading, leastGain: number): number {
  const { length } = sounds;
  const isJoined = span.to > span.from + 1;
  const cut =
    span.hasUnknown || isJoined ? Math.max(0.6, Math.min(2.6, 0.17 * length + 0.25)) : 0.7;
  const worth =
    (span.cost + BIGRAM_ALLOWANCE - CHEAPEST_ENTRY - leastGain) / distanceWeight(length);
  return Math.min(cut, worth - penalty, before.endsWith(' ') ? CLOSEST_AFTER_LITTLE : Infinity);
}

/** A sound more or less counts for more in a short word. */
const distanceWeight = (length: number): number =>
  DISTANCE_WEIGHT * Math.sqrt(8 / Math.max(4, length));

interface Weighing {
  readonly span: Span;
  readonly entry: SoundEntry;
  readonly reading: Reading;
  readonly distance: number;
  readonly letters: string;
  readonly heard: readonly HeardToken[];
}

function weigh(weighing: Weighing, context: Context): Candidate | undefined {
  const { span, entry, reading, letters, heard } = weighing;
  const lastHeard = heard.at(-1)?.lower ?? '';
  const form = entry.kind === 'term' ? entry.form : withHeardNumber(entry, lastHeard, context);
  const written = reading.before + form;
  if (!fitsReading(weighing) || !fitsArticle(weighing, context)) return undefined;
  if (bareLetters(written) === letters && entry.kind !== 'word') return undefined;
  const isAccent = letters === bareLetters(written);
  const distance =
    (isAccent ? Math.min(weighing.distance, ACCENT_DISTANCE) : weighing.distance) + reading.penalty;
  const heardText = heard.map(({ lower }) => lower).join(' ');
  const isEnding = stemmed(heardText) === stemmed(entry.form.toLowerCase());
  if (isEnding && !span.hasUnknown && (entry.kind !== 'term' || distance > SAME_ENDING))
    return undefined;
  if (span.hasUnknown && isSpacing(heard, written)) return undefined;
  if (written.toLowerCase() === heardText) return undefined;
  const isJoined = span.to > span.from + 1;
  const wanted =
    entry.cost +
    distance * distanceWeight(reading.sounds.length) +
    LETTER_WEIGHT * letterDistance(letters, bareLetters(written)) +
    inflectionCost(lastHeard, form) +
    (isJoined ? JOINED_COST : 0) +
    (form.includes('-') && !heard.some(({ joint }) => joint === 'hyphen') ? HYPHEN_COST : 0) -
    (span.hasUnknown && isAccent ? ACCENT_GAIN : 0);
  const room = span.cost - wanted;
  if (room + MOST_BIGRAM < context.leastGain) return undefined;
  const gain = room + Math.min(MOST_BIGRAM, bigramGain(span, entry, reading, context));
  return { span, entry, written, distance, gain, isSafe: isSafe(weighing, distance) };
}

function fitsReading({ entry, reading, distance }: Weighing): boolean {
  if (entry.kind === 'general') {
    if (
      distance > CLOSEST_GENERAL ||
      reading.isDenasalised === true ||
      reading.before.endsWith(' ')
    )
      return false;
  }
  if (reading.isDenasalised === true && entry.form.endsWith('s')) return false;
  if (reading.before.endsWith("'")) return STARTS_WITH_VOWEL.test(entry.form);
  return !reading.before.endsWith(' ') || (!/^h/i.test(entry.form) && entry.letters.length >= 5);
}

/** Only a hyphen more or less. */
const isSpacing = (heard: readonly HeardToken[], written: string): boolean =>
  heard.slice(1).every(({ joint }) => joint === 'hyphen') &&
  heard.map(({ lower }) => lower).join('') === written.toLowerCase().replace(/-/g, '');

const STARTS_WITH_VOWEL = /^[aeiouyhàâéèêîïôœæ]/i;

/** After "l'" or "d'" only a vowel can follow. */
function fitsArticle({ span, entry, reading, heard }: Weighing, { tokens }: Context): boolean {
  if (reading.before !== '' || heard[0]?.joint !== 'apostrophe') return true;
  const article = tokens[span.from - 1]?.lower ?? '';
  return !ELIDED.has(article) || STARTS_WITH_VOWEL.test(entry.form);
}

function inflectionCost(heard: string, written: string): number {
  const isPlural = heard.endsWith('s') !== /[sx]$/.test(written);
  const isFeminine = /es?$/.test(heard) !== /es?$/.test(written);
  return (isPlural ? PLURAL_COST : 0) + (isFeminine ? FEMININE_COST : 0);
}

function bigramGain(
  span: Span,
  entry: SoundEntry,
  reading: Reading,
  { tokens, bigram }: Context,
): number {
  const next = tokens[span.to];
  const follows =
    next !== undefined && next.joint !== 'break' ? bigram(entry.lastWord, next.lower) : 0;
  if (reading.before !== '') return follows;
  let at = span.from - 1;
  if (tokens[span.from]?.joint === 'break') return follows;
  if (tokens[at + 1]?.joint === 'apostrophe') at--;
  const previous = tokens[at];
  return previous === undefined
    ? follows
    : Math.max(follows, bigram(previous.lower, entry.firstWord));
}

const SAME_SOUND = 0.3;
const CLOSEST_AFTER_NUMBER = 0.5;
const FARTHEST_ALONE = 0.12;
const FARTHEST_JOINED = 0.09;

/** Whether it may be written without asking, gain aside. */
function isSafe({ span, entry, letters, reading, heard }: Weighing, distance: number): boolean {
  const [first] = heard;
  if (
    !span.hasUnknown &&
    (heard.length === 1 ||
      stemmed(heard.map(({ lower }) => lower).join(' ')) === stemmed(entry.form.toLowerCase()))
  )
    return false;
  if (heard.some(({ isAcronym }) => isAcronym)) return false;
  if (entry.kind === 'general' && first?.opens === false && /^\p{Lu}/u.test(first.text))
    return false;
  const farthest = heard.length > 1 ? FARTHEST_JOINED : FARTHEST_ALONE;
  if (distance > farthest * reading.sounds.length) return false;
  if (entry.kind === 'general' && distance > 0) return false;
  if (entry.isDosed && distance > SAME_SOUND) return false;
  if (areOpposites(letters, entry.letters)) return false;
  if (reading.before !== '' && areOpposites(letters, bareLetters(reading.before) + entry.letters))
    return false;
  return first?.role !== 'number' || distance <= CLOSEST_AFTER_NUMBER;
}
