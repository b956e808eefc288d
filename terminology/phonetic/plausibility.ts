import type { Lexicon } from '../lexicon/lexicon';
import { lower } from '../lexicon/fold';
import type { HeardToken } from './heard-tokens';
import { PREFIXES, PREFIXES_ALONE } from './prefixes';
import { firstFrom } from '../lexicon/sorted-list';

/** How a word as heard stands by itself. */
export interface Plausibility {
  /** About half the distance in powers of ten to an everyday word: 0.3 for "de", 1.5 for a common noun, 5 for no word at all. */
  readonly cost: number;
  readonly isKnown: boolean;
}

const UNKNOWN_COST = 5;
const COMPOUND_COST = 2;
const DERIVED_GAIN = 1.5;
const LITTLE_COST = 0.3;
const UNIT = /^(?:milli|centi|micro|kilo|nano|pico)?(?:grammes?|mètres?|litres?|moles?|molaires?)$/;
const UNIT_COST = 0.6;

const PREFIX = new RegExp(
  `^(${[...PREFIXES].sort((a, b) => b.length - a.length).join('|')})-?(.{4,})$`,
);
const PREFIX_COST = 0.5;
const SHORTEST_STEM = 4;
const DERIVATION =
  /(?:ées?|és|é|euses?|eux|iques?|aires?|ales?|al|aux|iens?|iennes?|ements?|ateurs?|ations?|oïdes?|ines?|ites?)$/;
const SHORTEST_ROOT = 5;

/** Judges words by a lexicon; remembers each spelling it has judged. */
export class PlausibilityJudge {
  readonly #lexicon: Lexicon;
  readonly #judged = new Map<string, Plausibility>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** By spelling alone. */
  ofSpelling(text: string): Plausibility {
    let there = this.#judged.get(text);
    if (there === undefined) {
      there = this.#judge(text);
      this.#judged.set(text, there);
    }
    return there;
  }

  /** With the doubt of the decoder. */
  of(token: HeardToken): Plausibility {
    if (token.role === 'little')
      return { cost: LITTLE_COST + doubt(token.confidence), isKnown: true };
    const alone = this.ofSpelling(token.text);
    return { ...alone, cost: alone.cost + doubt(token.confidence) };
  }

  #judge(text: string): Plausibility {
    const word = lower(text);
    if (UNIT.test(word)) return { cost: UNIT_COST, isKnown: true };
    if (word.length <= 2) return { cost: 1, isKnown: true };
    const { general } = this.#lexicon;
    const medical = this.#lexicon
      .find(text)
      .find(({ form }) => withoutLigatures(lower(form)) === withoutLigatures(word));
    const index = Math.max(general.indexOf(word), general.indexOf(withLigatures(word)));
    if (medical === undefined && index < 0 && /^[EA]/.test(text) && this.#isKnownWithAccent(text))
      return { cost: COMPOUND_COST, isKnown: true };
    if (PREFIXES_ALONE.has(word)) return { cost: PREFIX_COST, isKnown: true };
    if (medical !== undefined || index >= 0) {
      const zipf = Math.max(
        index >= 0 ? general.zipfAt(index) : 0,
        medical?.medical ?? 0,
        medical?.zipf ?? 0,
      );
      const isProper = index >= 0 && general.isCapitalised(index) && medical === undefined;
      return { cost: Math.max(0.4, 0.5 * (7 - zipf)) + (isProper ? 0.5 : 0), isKnown: true };
    }
    const isAcronym = text.length >= 2 && text.length <= 6 && text === text.toUpperCase();
    if (isAcronym) return { cost: 1.5, isKnown: true };
    if (this.#isCompound(word)) return { cost: COMPOUND_COST, isKnown: true };
    return { cost: UNKNOWN_COST - (this.#isDerived(word) ? DERIVED_GAIN : 0), isKnown: false };
  }

  /** A capital may be written without its accent: "Ethambutol". */
  #isKnownWithAccent(text: string): boolean {
    const rest = lower(text).slice(1);
    return ['é', 'è', 'ê', 'â', 'à'].some((first) => this.#lexicon.knows(first + rest));
  }

  #isCompound(word: string): boolean {
    const stem = PREFIX.exec(word)?.[2];
    return stem !== undefined && stem.length >= SHORTEST_STEM && this.#lexicon.knows(stem);
  }

  #isDerived(word: string): boolean {
    const match = DERIVATION.exec(word);
    if (match === null || match.index < SHORTEST_ROOT) return false;
    return this.#isRoot(word.slice(0, match.index));
  }

  /** Whether a medical word begins with these letters. */
  #isRoot(letters: string): boolean {
    return this.#lexicon.layers.some(({ words: { forms } }) =>
      forms[firstFrom(forms, letters)]?.startsWith(letters),
    );
  }
}

const withLigatures = (word: string): string => word.replace('oe', 'œ').replace('ae', 'æ');
const withoutLigatures = (word: string): string => word.replaceAll('œ', 'oe').replaceAll('æ', 'ae');

const SURE = 0.6;
const DOUBT_WEIGHT = 0.8;

const doubt = (confidence: number): number =>
  confidence >= SURE ? 0 : DOUBT_WEIGHT * Math.min(1, -Math.log10(Math.max(confidence, 0.05)));
