import { sideOf } from './conservation/sides';
import type { Sentence } from './reading';

const CATEGORIES = new Set([
  'drug',
  'pathology',
  'sign',
  'biology',
  'procedure',
  'anatomy',
  'device',
]);

/** Tokens that carry a fact, or turn one: they are never cut, whatever stands around them. */
export function protectedTokens({ tokens, terms, quantities, stance }: Sentence): boolean[] {
  const spans = [
    ...quantities,
    ...terms.filter(
      ({ categories, expansion }) =>
        expansion !== '' || categories.some((category) => CATEGORIES.has(category)),
    ),
  ];
  return tokens.map((token, at) => {
    const isMeant =
      stance.cues[at] || stance.negated[at] || stance.supposed[at] || stance.family[at];
    const isInSpan = spans.some(({ from, to }) => from < token.to && token.from < to);
    return isMeant === true || isInSpan || sideOf(token) !== undefined || token.kind === 'number';
  });
}
