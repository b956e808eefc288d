import type { Found, ParagraphRule } from './rule';
import type { Stretch } from './report';

/** Doubt of what repair or the spoken parser say, where they give no number of their own. */
const TOLD_DOUBT = 0.5;

function foundIn({ from, to, confidence, doubt }: Stretch): Found[] {
  if (doubt === undefined) return [];
  return [
    {
      from,
      to,
      risk: doubt.risk,
      message: doubt.reason,
      doubt: Math.max(TOLD_DOUBT, 1 - confidence),
      fixes: doubt.proposals.map((text) => ({ text })),
    },
  ];
}

/** What recognition, repair and the spoken parser already said of words that nobody has touched since, struck ones too. */
export const heard: ParagraphRule = {
  name: 'heard',
  check: ({ stretches }) => stretches.flatMap(foundIn),
};
