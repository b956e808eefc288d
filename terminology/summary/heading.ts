/** What a summary tells, in the order in which it tells it. */
export const HEADINGS = [
  'motive',
  'history',
  'findings',
  'conclusion',
  'treatment',
  'follow-up',
] as const;

export type Heading = (typeof HEADINGS)[number];
