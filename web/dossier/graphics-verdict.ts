/** What the trial of a graphics card showed on this computer; nothing of what was said is in it. */
export interface GraphicsVerdict {
  readonly format: 1;
  /** The card, the version of Plume and the model that were tried; empty where nothing was. */
  readonly of: string;
  /**
   * `begun`: not yet over, or the browser was closed or fell over it. `lost`: it was chosen, and failed since.
   */
  readonly outcome: 'begun' | 'faster' | 'slower' | 'wrong' | 'failed' | 'lost';
  /** For the same window of speech; 0 where it was not measured. */
  readonly processorSeconds: number;
  readonly graphicsSeconds: number;
  /** Trials begun in a row that did not come to an end. */
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const NO_VERDICT: GraphicsVerdict = {
  format: 1,
  of: '',
  outcome: 'begun',
  processorSeconds: 0,
  graphicsSeconds: 0,
  attempts: 0,
  at: 0,
};

/** Once the browser may have been closed; twice, it is the driver that takes it down. */
const MOST_ATTEMPTS = 2;

/**
 * What to do with the card, the version and the model there are: use it where it won, try it where nothing is known or
 * what is known was forgotten with its failure. A trial that never came back is not tried unasked again and again.
 */
export function nextStep(verdict: GraphicsVerdict, of: string): 'leave' | 'try' | 'use' {
  if (verdict.of !== of || verdict.outcome === 'lost') return 'try';
  if (verdict.outcome === 'begun') return verdict.attempts < MOST_ATTEMPTS ? 'try' : 'leave';
  return verdict.outcome === 'faster' ? 'use' : 'leave';
}
