import { categoriesOf, type Category } from './category';
import { FLAG } from './entry';
import { foldKey, letters, lower, spelling } from './fold';
import type { Layer } from './layer';
import type { Lexicon } from './lexicon';
import { descend, TRIE_ROOT } from './term-trie';
import { type Token, tokenise } from './tokens';

/** A term found in a text. Offsets are UTF-16 code units, half-open. */
export interface TermMatch {
  readonly from: number;
  readonly to: number;
  readonly kind: 'word' | 'term';
  /** Id of the word or term in the lexicon. */
  readonly id: number;
  readonly categories: readonly Category[];
}

interface Found {
  readonly id: number;
  readonly categories: readonly Category[];
  /** Common word: counts only beside another term. */
  readonly needsContext: boolean;
}

interface Candidate extends Found {
  readonly kind: 'word' | 'term';
  readonly first: number;
  readonly last: number;
}

/** How many words away another term makes a common word count. */
const CONTEXT_WORDS = 3;
const LONGEST_COMPOUND = 5;
const REMEMBERED = 20_000;

/** Finds the terms of texts: longest first, whatever case, accents, ligatures, plural, hyphens and elided articles. */
export class TermMatcher {
  readonly #lexicon: Lexicon;
  readonly #layers: readonly {
    readonly layer: Layer;
    readonly termBase: number;
    readonly rows: ReadonlyMap<string, number>;
  }[];
  /** Row of a token's key in the vocabulary of each layer, -1 where it is in no term. */
  readonly #rows = new Map<string, Int32Array>();
  readonly #remembered = new Map<string, Found | undefined>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    let termBase = 0;
    this.#layers = lexicon.layers.map((layer) => {
      const placed = {
        layer,
        termBase,
        rows: new Map(layer.vocabulary.map((key, row) => [key, row])),
      };
      termBase += layer.terms.forms.length;
      return placed;
    });
  }

  /** Terms of one paragraph, in order, without overlap. */
  match(text: string): TermMatch[] {
    const tokens = tokenise(text);
    const rows = tokens.map((token) => this.#rowsOf(token.text));
    const candidates: Candidate[] = [];
    for (let at = 0; at < tokens.length;) {
      const found = this.#termAt(tokens, rows, at) ?? this.#wordAt(tokens, at);
      if (found !== undefined) candidates.push(found);
      at = (found?.last ?? at) + 1;
    }
    return candidates
      .filter((candidate, at) => !candidate.needsContext || hasNeighbour(candidates, at))
      .map(({ first, last, kind, id, categories }) => ({
        from: tokens[first]?.from ?? 0,
        to: tokens[last]?.to ?? 0,
        kind,
        id,
        categories,
      }));
  }

  #rowsOf(text: string): Int32Array {
    const known = this.#rows.get(text);
    if (known !== undefined) return known;
    if (this.#rows.size >= REMEMBERED) this.#rows.clear();
    const key = foldKey(text);
    const rows = Int32Array.from(this.#layers, (layer) => layer.rows.get(key) ?? -1);
    this.#rows.set(text, rows);
    return rows;
  }

  #termAt(
    tokens: readonly Token[],
    rows: readonly Int32Array[],
    first: number,
  ): Candidate | undefined {
    let best: Candidate | undefined;
    for (const [at, { layer, termBase }] of this.#layers.entries()) {
      const found = longestTerm(layer, { tokens, rows, first, column: at });
      if (found !== undefined && found.last > (best?.last ?? first))
        best = { ...found, id: termBase + found.id, kind: 'term', needsContext: false, first };
    }
    return best;
  }

  /** A word, or the longest run of hyphenated tokens that is one. */
  #wordAt(tokens: readonly Token[], first: number): Candidate | undefined {
    let end = first;
    while (tokens[end + 1]?.joint === 'hyphen' && end - first < LONGEST_COMPOUND - 1) end += 1;
    for (let last = end; last >= first; last--) {
      const text = tokens
        .slice(first, last + 1)
        .map((token) => token.text)
        .join('-');
      const found = this.#found(text);
      if (found !== undefined) return { ...found, kind: 'word', first, last };
    }
    return undefined;
  }

  #found(text: string): Found | undefined {
    if (this.#remembered.has(text)) return this.#remembered.get(text);
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    const found = this.#lookUp(text);
    this.#remembered.set(text, found);
    return found;
  }

  #lookUp(text: string): Found | undefined {
    const exact = this.#lexicon.idsOf(text);
    const ids = exact.length > 0 ? exact : this.#lexicon.idsOf(singular(text));
    for (const id of ids) {
      const { form, categories, flags } = this.#lexicon.word(id);
      if (categories.length === 0 || !this.#isWritten(text, form, flags)) continue;
      if (isOnlyAbbreviation(categories) && this.#isEveryday(text)) continue;
      const needsContext = (flags & FLAG.needsContext) !== 0 && !isCapitals(text);
      return { id, categories, needsContext };
    }
    return undefined;
  }

  #isEveryday(text: string): boolean {
    return !isCapitals(text) && this.#lexicon.general.has(lower(text));
  }

  /** Whether the spelling may stand for the entry: capitals where they are needed, and not another French word. */
  #isWritten(text: string, form: string, flags: number): boolean {
    if (isCapitals(text)) return true;
    if ((flags & FLAG.upperCase) !== 0 || /\p{L}\p{Lu}/u.test(form)) return sameCase(text, form);
    const plain = lower(text);
    const isSpelled = spelling(text) === spelling(form);
    const isName = (flags & (FLAG.capitalised | FLAG.brand)) !== 0;
    if (letters(text).length <= 3 && !isSpelled) return false;
    if (letters(text).length <= 3 && isName) return sameCase(text, form);
    if (isName && this.#lexicon.general.has(plain)) return text.charAt(0) !== plain.charAt(0);
    return isSpelled || !this.#lexicon.general.has(plain);
  }
}

interface Place {
  readonly tokens: readonly Token[];
  readonly rows: readonly Int32Array[];
  readonly first: number;
  /** Which layer. */
  readonly column: number;
}

function longestTerm(
  { trie, terms }: Layer,
  { tokens, rows, first, column }: Place,
): { id: number; last: number; categories: readonly Category[] } | undefined {
  let best: { id: number; last: number; mask: number } | undefined;
  let node = TRIE_ROOT;
  for (let at = first; at < tokens.length; at++) {
    if (at > first && tokens[at]?.joint === 'break') break;
    const row = rows[at]?.[column] ?? -1;
    node = row < 0 ? -1 : descend(trie, node, row);
    if (node < 0) break;
    const id = (trie.termAt[node] ?? 0) - 1;
    const mask = terms.categories[id] ?? 0;
    if (id >= 0 && mask !== 0) best = { id, last: at, mask };
  }
  return best === undefined
    ? undefined
    : { id: best.id, last: best.last, categories: categoriesOf(best.mask) };
}

const isOnlyAbbreviation = (categories: readonly Category[]): boolean =>
  categories.length === 1 && categories[0] === 'abbreviation';

const isCapitals = (text: string): boolean =>
  text.length >= 2 && /^[\p{Lu}\p{N}-]+$/u.test(text) && /\p{Lu}/u.test(text);

/** Capitals where the form has them, letter by letter; accents aside, as capitals often lose them. */
const sameCase = (text: string, form: string): boolean =>
  text.length >= form.length &&
  [...form].every((letter, at) => isUpper(letter) === isUpper(text[at] ?? ''));

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();

function singular(text: string): string {
  if (/[^e]aux$/i.test(text)) return `${text.slice(0, -3)}al`;
  return /..[sx]$/i.test(text) ? text.slice(0, -1) : text;
}

function hasNeighbour(candidates: readonly Candidate[], at: number): boolean {
  const here = candidates[at];
  const isNear = (other: Candidate | undefined): boolean =>
    here !== undefined &&
    other !== undefined &&
    !other.needsContext &&
    Math.min(Math.abs(other.first - here.last), Math.abs(here.first - other.last)) <= CONTEXT_WORDS;
  return isNear(candidates[at - 1]) || isNear(candidates[at + 1]);
}
