/** Where an attempt to reach another address was stopped. */
export interface Refusal {
  /** Origin, or scheme where there is none; never a path or a query, which could say who the patient is. */
  readonly origin: string;
  readonly by: 'browser' | 'guard' | 'service-worker';
}

export type RefusalsChannel = 'plume-refusals';
const CHANGED = 'plume-refused';

const refusals: Refusal[] = [];

/** What was stopped in this window and its workers since it was opened. */
export const refused = (): readonly Refusal[] => refusals;

export function refuse(refusal: Refusal): void {
  refusals.push(refusal);
  dispatchEvent(new Event(CHANGED));
}

export function onRefusal(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}

/** "https://example.org" of an address, "mailto:" where it names no origin. */
export function originOf(address: string): string {
  try {
    const { origin, protocol } = new URL(address, location.href);
    return origin === 'null' ? protocol : origin;
  } catch {
    return address.split(/[:/]/)[0] ?? '';
  }
}
