import type { Lexicon } from '../lexicon/lexicon';
import type { Candidate } from './candidates';
import type { HeardToken } from './heard-tokens';
import { wordEntry } from './sound-lexicon';

const FEWEST_LETTERS = 3;
/** As much as an unknown word that becomes an ordinary one. */
const GAIN = 4;

/** Acronyms written letter by letter: runs of three letters or more that make one of the lexicon ("T S H", "i r m"). */
export function spelledAcronyms(tokens: readonly HeardToken[], lexicon: Lexicon): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const end = endOfLetters(tokens, from);
    for (let to = end; to - from >= FEWEST_LETTERS; to--) {
      const letters = tokens
        .slice(from, to)
        .map(({ text }) => text.toUpperCase())
        .join('');
      const word = lexicon.find(letters).find(({ form }) => form === letters);
      if (word === undefined) continue;
      const span = { from, to, cost: GAIN, hasUnknown: true };
      const entry = wordEntry(word, word);
      found.push({
        span,
        entry,
        written: letters,
        distance: 0,
        gain: GAIN,
        isSafe: true,
        isAgreement: false,
      });
      from = to - 1;
      break;
    }
  }
  return found;
}

function endOfLetters(tokens: readonly HeardToken[], from: number): number {
  let to = from;
  while (to < tokens.length && isLetter(tokens, to, from)) to++;
  return to;
}

function isLetter(tokens: readonly HeardToken[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined || !/^\p{L}$/u.test(token.text) || token.joint === 'apostrophe')
    return false;
  if (tokens[at + 1]?.joint === 'apostrophe') return false;
  return at === from || token.joint !== 'break' || token.word === tokens[at - 1]?.word;
}
