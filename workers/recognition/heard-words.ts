import type { Hypothesis } from './decoder';
import { alternatives } from './n-best';
import type { HeardWord } from './timed-words';
import { tokenWords } from './token-words';
import { wordConfidence } from './word-confidence';

/** The words of the best text, how sure they are and what the other texts have in their place. */
export function heardWords(
  hypotheses: readonly [Hypothesis, ...Hypothesis[]],
  textOf: (tokens: readonly number[]) => string,
): HeardWord[] {
  const [best, ...others] = hypotheses;
  const wordsOf = ({ tokens, logProbabilities }: Hypothesis) =>
    tokenWords(tokens, logProbabilities, textOf);
  const words = wordsOf(best);
  const otherWords = alternatives(words, others.map(wordsOf));
  return words.map(({ text, first, end, probability }, i) => {
    const heard = otherWords[i] ?? [];
    return {
      text,
      first,
      end,
      confidence: wordConfidence({ probability, score: best.score }),
      ...(heard.length > 0 && { alternatives: heard }),
    };
  });
}
