/** A written word and the tokens `[first, end)` that spell it; the punctuation that follows it is in its text only. */
export interface TokenWord {
  readonly text: string;
  readonly first: number;
  readonly end: number;
  /** Minimum over the tokens of their probability: evidence, see `word-confidence.ts`. */
  readonly probability: number;
}

const CLOSING = /^[.,;:!?…»”’)\]–—-]+$/u;
const OPENING = /^[«“‘(¿¡[]+$/u;
/** What a decoder shows for an unfinished UTF-8 sequence. */
const UNFINISHED = '\ufffd';

interface Piece {
  readonly text: string;
  readonly first: number;
  readonly end: number;
}

/** The shortest runs of tokens that are whole characters. */
function pieces(tokens: readonly number[], textOf: (tokens: readonly number[]) => string): Piece[] {
  const found: Piece[] = [];
  for (let first = 0; first < tokens.length;) {
    let end = first + 1;
    let text = textOf(tokens.slice(first, end));
    while (text.includes(UNFINISHED) && end < tokens.length && end - first < 4)
      text = textOf(tokens.slice(first, ++end));
    found.push({ text, first, end });
    first = end;
  }
  return found;
}

/**
 * Groups tokens into words: a word begins at a space; punctuation goes to the word it touches in French typography,
 * without a space, and counts neither for the word's time nor for its probability. No word contains a space.
 */
export function tokenWords(
  tokens: readonly number[],
  logProbabilities: readonly number[],
  textOf: (tokens: readonly number[]) => string,
): TokenWord[] {
  const words: TokenWord[] = [];
  let opening = '';
  for (const { text, first, end } of pieces(tokens, textOf)) {
    const written = text.trim();
    if (written === '') continue;
    const last = words.at(-1);
    const probability = Math.exp(Math.min(...logProbabilities.slice(first, end)));
    if (OPENING.test(written)) opening += written;
    else if (last !== undefined && CLOSING.test(written))
      words[words.length - 1] = { ...last, text: last.text + written };
    else if (last === undefined || /^\s/u.test(text) || opening !== '') {
      words.push({ text: opening + written, first, end, probability });
      opening = '';
    } else
      words[words.length - 1] = {
        text: last.text + written,
        first: last.first,
        end,
        probability: Math.min(last.probability, probability),
      };
  }
  return words;
}
