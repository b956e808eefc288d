import type { Category } from '../lexicon/category';
import { foldKey } from '../lexicon/fold';
import type { Lexicon } from '../lexicon/lexicon';
import type { Word } from '../word';
import { type Candidate, candidatesFor, type Context } from './candidates';
import { heardTokens, type HeardToken } from './heard-tokens';
import { type Plausibility, PlausibilityJudge } from './plausibility';
import { worthMost } from './schedule';
import { buildSoundLexicon, type SoundLexicon } from './sound-lexicon';
import { suspectSpans } from './spans';
import { textWith } from './written-text';

/** A place where something else than what was heard was probably said. */
export interface Repair {
  /** Range of the words it concerns, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** Text of those words without the signs around it: "lance diatermique". */
  readonly heard: string;
  /** What replaces it: "l'anse diathermique". */
  readonly written: string;
  /** Text of those words once repaired, with the signs around it. */
  readonly text: string;
  /** `repaired` is written and marked; `proposed` leaves what was heard. */
  readonly level: 'repaired' | 'proposed';
  /** How much more plausible the text becomes; see `RepairOptions`. */
  readonly gain: number;
  /** Weighted distance of the sounds, 0 when they are the same. */
  readonly distance: number;
  /** Undefined for words of general French. */
  readonly category: Category | undefined;
  /** Other things it could be, best first, as `written`. */
  readonly alternatives: readonly string[];
}

export interface RepairOptions {
  /** Least gain of what is written. */
  readonly writeGain?: number;
  /** Least gain of what is proposed. */
  readonly proposeGain?: number;
}

const WRITE_GAIN = 2.2;
const PROPOSE_GAIN = 1;
const MOST_ALTERNATIVES = 4;
const CACHED_SEARCHES = 20_000;
const TERM_COST = 0.4;
const COMPOUND_COST = 0.5;
const LONGEST_TERM = 4;

type Found = readonly (readonly [number, number])[];

/**
 * Repairs what was heard by the sound of a lexicon. Building it takes about a second; it then remembers what it has looked up.
 * Its answers depend on the words and the lexicon alone.
 */
export class PhoneticRepair {
  readonly #sounds: SoundLexicon;
  readonly #judge: PlausibilityJudge;
  readonly #found = new Map<string, { readonly limit: number; readonly entries: Found }>();
  readonly #bigrams = new Map<string, number>();

  constructor(lexicon: Lexicon) {
    this.#sounds = buildSoundLexicon(lexicon);
    this.#judge = new PlausibilityJudge(lexicon);
  }

  /** Repairs and proposals for the words of a window, in order, none overlapping another. */
  repair(words: readonly Word[], options: RepairOptions = {}): Repair[] {
    const { writeGain = WRITE_GAIN, proposeGain = PROPOSE_GAIN } = options;
    const tokens = heardTokens(words);
    const judged = this.#judgeAll(tokens);
    const context: Context = {
      tokens,
      sounds: this.#sounds,
      leastGain: proposeGain,
      search: (sounds, limit) => this.#search(sounds, limit),
      bigram: (first, second) => this.#bigram(first, second),
      knows: (form) => this.#sounds.lexicon.knows(form),
      grammarOf: (form) => this.#sounds.lexicon.find(form).find((entry) => entry.form === form),
      isEntry: (form) => this.#sounds.lexicon.find(form).some((entry) => entry.form === form),
    };
    const places = suspectSpans(tokens, judged).flatMap((span) => {
      const candidates = candidatesFor(span, context);
      const [first] = candidates;
      if (first === undefined) return [];
      return [
        { from: span.from, to: span.to, value: first.gain - proposeGain / 2, first, candidates },
      ];
    });
    return worthMost(places).map(({ first, candidates }) =>
      repairOf({ first, candidates, tokens, words, writeGain }),
    );
  }

  /** Words of a known term, in order, are right together however rare each is. */
  #judgeAll(tokens: readonly HeardToken[]): Plausibility[] {
    const judged = this.#judgeHyphens(
      tokens,
      tokens.map((token) => this.#judge.of(token)),
    );
    for (let from = 0; from < tokens.length; from++) {
      let key = '';
      for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST_TERM); to++) {
        const token = tokens[to - 1];
        if (token === undefined || (to > from + 1 && token.joint === 'break')) break;
        key += (key === '' ? '' : ' ') + foldKey(token.text);
        const isTerm = to > from + 1 && this.#sounds.termKeys.has(key);
        for (let at = from; isTerm && at < to; at++) {
          const there = judged[at];
          if (there?.isKnown === true)
            judged[at] = { ...there, cost: Math.min(there.cost, TERM_COST) };
        }
      }
    }
    return judged;
  }

  /** "oro-pharyngé" is right where "oropharyngé" or "oro-pharyngé" is a word, or "oro" a beginning of words. */
  #judgeHyphens(tokens: readonly HeardToken[], judged: readonly Plausibility[]): Plausibility[] {
    const result = [...judged];
    tokens.forEach((token, at) => {
      const previous = tokens[at - 1];
      const second = judged[at];
      const first = judged[at - 1];
      if (
        token.joint !== 'hyphen' ||
        previous === undefined ||
        first === undefined ||
        second === undefined
      )
        return;
      const isWhole = ['-', ''].some(
        (hyphen) => this.#judge.ofSpelling(previous.text + hyphen + token.text).isKnown,
      );
      if (isWhole) result[at] = { isKnown: true, cost: Math.min(second.cost, COMPOUND_COST) };
      if (isWhole) result[at - 1] = { isKnown: true, cost: Math.min(first.cost, COMPOUND_COST) };
    });
    return result;
  }

  #search(sounds: string, limit: number): Found {
    const there = this.#found.get(sounds);
    if (there !== undefined && there.limit >= limit) return there.entries;
    const entries = [...this.#sounds.index.search(sounds, limit)];
    if (this.#found.size >= CACHED_SEARCHES) this.#found.clear();
    this.#found.set(sounds, { limit, entries });
    return entries;
  }

  #bigram(first: string, second: string): number {
    const key = `${first} ${second}`;
    let gain = this.#bigrams.get(key);
    if (gain === undefined) {
      gain = Math.log10(1 + this.#sounds.lexicon.bigram(first, second));
      if (this.#bigrams.size >= CACHED_SEARCHES) this.#bigrams.clear();
      this.#bigrams.set(key, gain);
    }
    return gain;
  }
}

interface Place {
  readonly first: Candidate;
  readonly candidates: readonly Candidate[];
  readonly tokens: readonly HeardToken[];
  readonly words: readonly Word[];
  readonly writeGain: number;
}

function repairOf({ first, candidates, tokens, words, writeGain }: Place): Repair {
  const place = { tokens, words, span: first.span };
  const { from, to, heard, written, text } = textWith(first.written, place);
  return {
    from,
    to,
    heard,
    written,
    text,
    level: first.isSafe && first.gain >= writeGain ? 'repaired' : 'proposed',
    gain: first.gain,
    distance: first.distance,
    category: first.entry.categories[0],
    alternatives: candidates
      .slice(1, 1 + MOST_ALTERNATIVES)
      .map((candidate) => textWith(candidate.written, place).written),
  };
}
