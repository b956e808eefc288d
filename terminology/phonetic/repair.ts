import type { Category } from '../lexicon/category';
import type { Lexicon } from '../lexicon/lexicon';
import type { Word } from '../word';
import { type Candidate, candidatesFor, type Context } from './candidates';
import { spelledAcronyms } from './acronyms';
import { KnownTerms, protectCompounds } from './known-terms';
import { heardTokens, type HeardToken } from './heard-tokens';
import { type Plausibility, PlausibilityJudge } from './plausibility';
import { withoutSwallowers } from './swallowers';
import { worthMost } from './schedule';
import { SoundLexicon } from './sound-lexicon';

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

const WRITE_GAIN = 2;
const PROPOSE_GAIN = 1;
/** For each word, because what can be written asks nothing of anybody: it goes before a proposal worth a little more. */
const WRITTEN_VALUE = 0.5;
const MOST_ALTERNATIVES = 4;
const CACHED_SEARCHES = 20_000;

type Found = readonly (readonly [number, number])[];

/**
 * Repairs what was heard by the sound of a lexicon. Building it takes about a second; it then remembers what it has looked up.
 * Its answers depend on the words and the lexicon alone.
 */
export class PhoneticRepair {
  readonly #lexicon: Lexicon;
  readonly #sounds: SoundLexicon;
  readonly #judge: PlausibilityJudge;
  readonly #terms: KnownTerms;
  readonly #found = new Map<string, { readonly limit: number; readonly entries: Found }>();
  readonly #bigrams = new Map<string, number>();

  /** @param sounds of the same lexicon. */
  constructor(lexicon: Lexicon, sounds = new SoundLexicon(lexicon)) {
    this.#lexicon = lexicon;
    this.#sounds = sounds;
    this.#judge = new PlausibilityJudge(lexicon);
    this.#terms = new KnownTerms(lexicon);
  }

  /** Repairs and proposals for the words of a window, in order, none overlapping another. */
  repair(words: readonly Word[], options: RepairOptions = {}): Repair[] {
    const { writeGain = WRITE_GAIN, proposeGain = PROPOSE_GAIN } = options;
    const tokens = heardTokens(words);
    const judged = this.#judgeAll(tokens);
    const context: Context = {
      tokens,
      entry: (id) => this.#sounds.entry(id),
      leastGain: proposeGain,
      search: (sounds, limit) => this.#search(sounds, limit),
      bigram: (first, second) => this.#bigram(first, second),
      knows: (form) => this.#lexicon.knows(form),
      grammarOf: (form) => this.#lexicon.find(form).find((entry) => entry.form === form),
      isEntry: (form) => this.#lexicon.find(form).some((entry) => entry.form === form),
    };
    const found = withoutSwallowers(
      suspectSpans(tokens, judged).map((span) => candidatesFor(span, context)),
      tokens,
    );
    for (const acronym of spelledAcronyms(tokens, this.#lexicon)) found.push([acronym]);
    const places = found.flatMap((candidates) => {
      const [first] = candidates;
      const from = tokens[first?.span.from ?? -1]?.word;
      const last = tokens[(first?.span.to ?? 0) - 1]?.word;
      if (first === undefined || from === undefined || last === undefined) return [];
      const value =
        first.gain -
        proposeGain / 2 +
        (isWritten(first, writeGain) ? WRITTEN_VALUE * (last + 1 - from) : 0);
      return [{ from, to: last + 1, value, first, candidates }];
    });
    return worthMost(places).map(({ first, candidates }) =>
      repairOf({ first, candidates, tokens, words, writeGain }),
    );
  }

  #judgeAll(tokens: readonly HeardToken[]): Plausibility[] {
    const alone = tokens.map((token) => this.#judge.of(token));
    return this.#terms.protect(tokens, protectCompounds(tokens, alone, this.#judge));
  }

  #search(sounds: string, limit: number): Found {
    const there = this.#found.get(sounds);
    if (there !== undefined && there.limit >= limit) return there.entries;
    const entries = [...this.#sounds.search(sounds, limit)];
    if (this.#found.size >= CACHED_SEARCHES) this.#found.clear();
    this.#found.set(sounds, { limit, entries });
    return entries;
  }

  #bigram(first: string, second: string): number {
    const key = `${first} ${second}`;
    let gain = this.#bigrams.get(key);
    if (gain === undefined) {
      gain = Math.log10(1 + this.#lexicon.bigram(first, second));
      if (this.#bigrams.size >= CACHED_SEARCHES) this.#bigrams.clear();
      this.#bigrams.set(key, gain);
    }
    return gain;
  }
}

const isWritten = ({ isSafe, isAgreement, gain }: Candidate, writeGain: number): boolean =>
  isSafe && (gain >= writeGain || isAgreement);

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
    level: isWritten(first, writeGain) ? 'repaired' : 'proposed',
    gain: first.gain,
    distance: first.distance,
    category: first.entry.categories[0],
    alternatives: candidates
      .slice(1, 1 + MOST_ALTERNATIVES)
      .map((candidate) => textWith(candidate.written, place).written),
  };
}
