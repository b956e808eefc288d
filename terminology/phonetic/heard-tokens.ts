import { type Token, tokenise } from '../lexicon/tokens';
import type { Word } from '../word';
import {
  LITTLE_WORDS,
  NEGATIONS,
  NUMBER_WORDS,
  SIDES,
  SPOKEN_COMMANDS,
  TITLES,
} from './closed-words';

/** What a token may take part in. A `barrier` is never inside a span; a `number` word only before an unknown word. */
export type TokenRole = 'content' | 'little' | 'number' | 'barrier';

export interface HeardToken {
  readonly text: string;
  readonly lower: string;
  /** Index of the word it is part of. */
  readonly word: number;
  /** Place in the text of that word. */
  readonly from: number;
  readonly to: number;
  readonly joint: Token['joint'];
  readonly role: TokenRole;
  /** Capitals inside, or a capital alone: letters rather than a word. */
  readonly isAcronym: boolean;
  readonly confidence: number;
  /** What else the decoder heard in its place, in small letters. */
  readonly alternatives: readonly string[];
  /** It opens a sentence, so its capital says nothing. */
  readonly opens: boolean;
}

/** Cuts words as whisper gives them, with their punctuation, into tokens with the part each may play in a repair. */
export function heardTokens(words: readonly Word[]): HeardToken[] {
  const texts = words.map(({ text }) => text.normalize('NFC'));
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  const whole = texts.join(' ');
  const tokens: HeardToken[] = [];
  let word = 0;
  let after = 0;
  for (const { text, from, to, joint } of tokenise(whole)) {
    while (from >= (starts[word + 1] ?? Infinity)) word++;
    const start = starts[word] ?? 0;
    tokens.push({
      text,
      lower: text.toLowerCase(),
      word,
      from: from - start,
      to: to - start,
      joint,
      role: roleOf(text.toLowerCase()),
      isAcronym:
        text.length <= LONGEST_ACRONYM && ACRONYM.test(text) && !/['’]/.test(whole.charAt(to)),
      confidence: words[word]?.confidence ?? 1,
      alternatives: [],
      opens: joint === 'start' || (joint === 'break' && /[.!?\n]/.test(whole.slice(after, from))),
    });
    after = to;
  }
  return guardNames(withAlternatives(tokens, words));
}

/** A word of two tokens ("d'aidaine") has those of each where the other text is cut alike ("d'édème"). */
function withAlternatives(
  tokens: readonly HeardToken[],
  words: readonly Word[],
): readonly HeardToken[] {
  return tokens.map((token, at) => {
    const others = words[token.word]?.alternatives;
    if (others === undefined) return token;
    const first = tokens.findIndex(({ word }) => word === token.word);
    const last = tokens.findLastIndex(({ word }) => word === token.word);
    const alternatives = others.flatMap((other) => {
      const parts = tokenise(other.normalize('NFC').toLowerCase());
      const isCutAlike = parts.length === last + 1 - first;
      return isCutAlike ? (parts[at - first]?.text ?? []) : [];
    });
    return { ...token, alternatives: alternatives.filter((other) => other !== token.lower) };
  });
}

const ACRONYM = /\p{L}\p{Lu}|^\p{Lu}$/u;
const LONGEST_ACRONYM = 5;

/** "laligne": what is left of "à la ligne" when the decoder glues it. */
const NEW_LINE = /^(?:[àa]?la)?lignes?$/;

/** Symbols of units of two letters or more: as exact as the number before them. */
const UNIT_SYMBOL = /^(?:[kdcmµnp](?:g|l|m|mol|ui)|ui|mol|mmhg|min|kcal|bpm|hz|gy|msv|meq)$/;

function roleOf(lower: string): TokenRole {
  if (/\p{N}/u.test(lower) || UNIT_SYMBOL.test(lower)) return 'barrier';
  if (
    SPOKEN_COMMANDS.has(lower) ||
    NEW_LINE.test(lower) ||
    SIDES.has(lower) ||
    NEGATIONS.has(lower)
  )
    return 'barrier';
  if (NUMBER_WORDS.has(lower)) return 'number';
  return LITTLE_WORDS.has(lower) ? 'little' : 'content';
}

const MOST_NAMES = 3;

/** What follows "Mme", "docteur" or "monsieur" is a name: up to three words with a capital, or the one next to it. */
function guardNames(tokens: readonly HeardToken[]): HeardToken[] {
  const barriers = new Set<number>();
  tokens.forEach(({ lower }, at) => {
    if (!TITLES.has(lower)) return;
    barriers.add(at);
    for (let next = at + 1; next <= at + MOST_NAMES; next++) {
      const token = tokens[next];
      const isDotted = next === at + 1 && token?.joint === 'break' && lower.length <= 3;
      if (token === undefined || (token.joint === 'break' && !isDotted)) break;
      const isName = /^\p{Lu}/u.test(token.text) || (next === at + 1 && token.role === 'content');
      if (!isName) break;
      barriers.add(next);
    }
  });
  return tokens.map((token, at) => (barriers.has(at) ? { ...token, role: 'barrier' } : token));
}
