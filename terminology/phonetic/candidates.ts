import { disagreements, type FormsKnown, grammarBefore, withHeardNumber } from './agreement';
import { ELIDED } from './closed-words';
import type { HeardToken } from './heard-tokens';
import { bareLetters, letterDistance, stemmed } from './letters';
import { type Reading, readingsOf } from './readings';
import { isAgreement, isEnding, isSafe } from './safety';
import type { SoundEntry } from './sound-lexicon';
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
  /** Only an ending that cannot be heard is put in agreement with its head. */
  readonly isAgreement: boolean;
}

const DISTANCE_WEIGHT = 1.8;
const LETTER_WEIGHT = 0.8;
const PLURAL_COST = 0.35;
const FEMININE_COST = 0.25;
const DISAGREEMENT_COST = 0.3;
const JOINED_COST = 0.25;
const HYPHEN_COST = 0.2;
const ACCENT_GAIN = 1;
const ALTERNATIVE_GAIN = 0.8;
const ACCENT_DISTANCE = 0.15;
const SAME_ENDING = 0.1;
const MOST_BIGRAM = 2;
const CLOSEST_AFTER_LITTLE = 0.3;
const CLOSEST_PREFIXED = 0.4;
const CHEAPEST_ENTRY = 0.5;
const MOST_DISTANCE = 1.8;
/** Another thing that is worth nearly as much makes the best one doubtful. */
const RIVAL_GAIN = 0.25;
/** A drug that sounds nearly as near makes a drug doubtful, however rare it is. */
const RIVAL_DRUG_DISTANCE = 0.5;

export interface Context extends FormsKnown {
  readonly tokens: readonly HeardToken[];
  readonly entry: (id: number) => SoundEntry;
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
  for (const reading of readingsOf(span, context.tokens)) {
    const limit = limitFor(span, reading, context.leastGain);
    if (limit < 0) continue;
    for (const [id, distance] of context.search(reading.sounds, limit)) {
      if (distance > limit) continue;
      const entry = context.entry(id);
      const weighing = {
        span,
        entry,
        reading,
        distance,
        letters: reading.letters ?? letters,
        heard,
      };
      const candidate = weigh(weighing, context);
      if (candidate === undefined || candidate.gain < context.leastGain) continue;
      const there = best.get(candidate.written);
      if (there !== undefined && reading.kind === 'alternative')
        best.set(candidate.written, together(there, candidate));
      else if (there === undefined || there.gain < candidate.gain)
        best.set(candidate.written, candidate);
    }
  }
  const sorted = [...best.values()].sort((a, b) => b.gain - a.gain);
  const [first, ...others] = sorted;
  if (first?.isSafe !== true || !(hasRival(first, others) || hasRivalDrug(first, context)))
    return sorted;
  return [{ ...first, isSafe: false }, ...others];
}

/** The same writing by another text of the decoder too: worth the better of them, and safe where one of them is. */
function together(one: Candidate, other: Candidate): Candidate {
  const better = one.gain < other.gain ? other : one;
  return { ...better, isSafe: one.isSafe || other.isSafe };
}

const hasRival = (first: Candidate, others: readonly Candidate[]): boolean =>
  others.some(
    ({ gain, entry }) => gain > first.gain - RIVAL_GAIN && !isSameWord(entry, first.entry),
  );

const isSameWord = (a: SoundEntry, b: SoundEntry): boolean =>
  stemmed(a.form.toLowerCase()).replace(/[ -]/g, '') ===
  stemmed(b.form.toLowerCase()).replace(/[ -]/g, '');

/** Look-alikes are proposed, never written. */
function hasRivalDrug({ span, entry, distance }: Candidate, context: Context): boolean {
  if (!entry.isDrug) return false;
  const [whole] = readingsOf(span, context.tokens);
  if (whole === undefined) return false;
  const limit = distance + RIVAL_DRUG_DISTANCE;
  for (const [id, other] of context.search(whole.sounds, limit)) {
    const rival = context.entry(id);
    if (other <= limit && rival.isDrug && !isSameWord(rival, entry)) return true;
  }
  return false;
}

function limitFor(span: Span, { kind, sounds, penalty }: Reading, leastGain: number): number {
  const { length } = sounds;
  const isJoined = span.to > span.from + 1;
  const cut =
    span.hasUnknown || isJoined ? Math.max(0.6, Math.min(MOST_DISTANCE, 0.16 * length + 0.2)) : 0.7;
  const worth = (span.cost - CHEAPEST_ENTRY - leastGain) / distanceWeight(length);
  const closest =
    kind === 'swallowed' || kind === 'number'
      ? CLOSEST_AFTER_LITTLE
      : kind === 'prefixed'
        ? CLOSEST_PREFIXED
        : cut;
  return Math.min(cut, worth - penalty, closest);
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
  if (!fitsReading(weighing) || !fitsArticle(weighing, context)) return undefined;
  const lastHeard = heard.at(-1)?.lower ?? '';
  const form = entry.kind === 'term' ? entry.form : withHeardNumber(entry, lastHeard, context);
  const written = reading.before + form;
  if (reading.kind === 'prefixed' && context.isEntry(written)) return undefined;
  if (saysNothingNew(weighing, written)) return undefined;
  const isAccent = letters === bareLetters(written);
  const distance =
    (isAccent ? Math.min(weighing.distance, ACCENT_DISTANCE) : weighing.distance) + reading.penalty;
  const grammar =
    reading.before === '' ? grammarBefore(context.tokens, span.from, context) : undefined;
  const wanted =
    entry.cost +
    distance * distanceWeight(reading.sounds.length) +
    LETTER_WEIGHT * letterDistance(letters, bareLetters(written)) +
    inflectionCost(lastHeard, form) +
    DISAGREEMENT_COST * disagreements(grammar, entry) +
    (heard.length > 1 ? JOINED_COST : 0) +
    (form.includes('-') && !heard.some(({ joint }) => joint === 'hyphen') ? HYPHEN_COST : 0) -
    (span.hasUnknown && isAccent ? ACCENT_GAIN : 0) -
    (reading.kind !== 'alternative' && isAlternative(heard, entry) ? ALTERNATIVE_GAIN : 0);
  const room = span.cost - wanted;
  if (room + MOST_BIGRAM < context.leastGain) return undefined;
  const gain = room + Math.min(MOST_BIGRAM, bigramGain(weighing, context));
  const replacement = { ...weighing, distance };
  return {
    span,
    entry,
    written,
    distance,
    gain,
    isSafe: isSafe(replacement),
    isAgreement: isAgreement(replacement),
  };
}

/** The same words, or known words of which only the ending or a hyphen changes. */
function saysNothingNew({ span, entry, heard, distance }: Weighing, written: string): boolean {
  if (written.toLowerCase() === heard.map(({ lower }) => lower).join(' ')) return true;
  if (span.hasUnknown) return isSpacing(heard, written);
  return isEnding(heard, entry) && (entry.kind !== 'term' || distance > SAME_ENDING);
}

/** Another text of the decoder has just that, or a word of the term. */
function isAlternative(heard: readonly HeardToken[], { letters, form }: SoundEntry): boolean {
  const others = heard.flatMap(({ alternatives }) => alternatives.map(bareLetters));
  if (others.length === 0) return false;
  const parts = form.split(/[\s'’-]+/).map(bareLetters);
  return others.some((other) => other === letters || parts.includes(other));
}

function fitsReading({ entry, reading }: Weighing): boolean {
  const { kind } = reading;
  if (entry.kind === 'general' && !['whole', 'article', 'alternative'].includes(kind)) return false;
  if (kind === 'denasalised') return !entry.form.endsWith('s');
  if (kind === 'article') return STARTS_WITH_VOWEL.test(entry.form);
  if (kind === 'prefixed')
    return entry.kind === 'word' && !entry.isDosed && entry.letters.length >= 5;
  return (
    kind === 'whole' ||
    kind === 'alternative' ||
    (!/^h/i.test(entry.form) && entry.letters.length >= 5)
  );
}

/** Only a hyphen more or less. */
const isSpacing = (heard: readonly HeardToken[], written: string): boolean =>
  heard.slice(1).every(({ joint }) => joint === 'hyphen' || joint === 'apostrophe') &&
  heard.map(({ lower }) => lower).join('') === written.toLowerCase().replace(/['’-]/g, '');

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

function bigramGain({ span, entry, reading }: Weighing, { tokens, bigram }: Context): number {
  const next = tokens[span.to];
  const follows =
    next !== undefined && next.joint !== 'break' ? bigram(entry.lastWord, next.lower) : 0;
  const first = tokens[span.from];
  if (reading.before !== '' || first?.joint === 'break') return follows;
  const previous = tokens[span.from - (first?.joint === 'apostrophe' ? 2 : 1)];
  return previous === undefined
    ? follows
    : Math.max(follows, bigram(previous.lower, entry.firstWord));
}
