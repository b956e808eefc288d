import { expose } from 'comlink';
import { draftedText, type DraftedText } from '../terminology/draft/drafted-text';
import type { Segment } from '../terminology/word';

export interface DraftRequest {
  /** One list of segments a window, in order. */
  readonly windows: readonly (readonly Segment[])[];
  readonly writtenUntil: number;
  readonly isComplete: boolean;
  /** Day of the dictation, "2026-11-22". */
  readonly day: string;
}

const api = {
  /** Written French of what was heard, from `writtenUntil` seconds on. */
  draft({ windows, writtenUntil, isComplete, day }: DraftRequest): DraftedText {
    return draftedText(windows.flat(), { writtenUntil, isComplete, spoken: { day } });
  },
};

export type CheckerApi = typeof api;

expose(api);
