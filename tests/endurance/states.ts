/** What a page is doing when it is killed. */
export const STATES = [
  'recording',
  'editing',
  'sealing',
  'purging',
  'converting',
  're-wrapping',
] as const;

export type State = (typeof STATES)[number];
