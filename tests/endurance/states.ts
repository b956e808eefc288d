/** What a page is doing when it is killed. */
export const STATES = [
  'recording',
  'editing',
  'sealing',
  'purging',
  'converting',
  're-wrapping',
] as const;

/** The same, with people at work on a report. */
export const WORKBENCH_STATES = ['reviewing', 'moving'] as const;

export type State = (typeof STATES)[number] | (typeof WORKBENCH_STATES)[number];
