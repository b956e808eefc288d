import { optionsOf, USUAL_HABITS } from '../../terminology/spoken/habits';
import type { Segment } from '../../terminology/word';
import { newIdentifier } from '../dossier/identifier';
import { HABITS_ID, type KeptHabits } from '../dossier/writing-habits';
import { draftContent } from '../editor/report-content';
import type { Checker } from '../engine/checker';
import type { Transcriber } from '../engine/transcriber';
import type { HearAnswer } from '../review/spoken-answer.svelte';
import type { Vault } from '../vault/vault';

interface Engines {
  readonly vault: Vault;
  readonly transcriber: Transcriber;
  readonly checker: Checker;
  /** Aborts when the workplace closes. */
  readonly closing: AbortSignal;
}

/** Recognises and writes an answer the way a dictation is; nothing of it is kept. */
export const hearAnswer =
  ({ vault, transcriber, checker, closing }: Engines): HearAnswer =>
  async (samples) => {
    const windows: (readonly Segment[])[] = [];
    const outcome = await transcriber.transcribe(closing, {
      sound: {
        sampleCount: samples.length,
        read: async (start, count) => samples.slice(start, start + count),
      },
      modelId: await vault.settings.get('modelId'),
      fromSample: 0,
      onEvent: (event) => {
        if (event.kind === 'window') windows.push(event.segments);
      },
      onDownload: () => undefined,
    });
    if (!outcome.ok && outcome.kind !== 'no-speech') throw new Error(outcome.kind);
    if (windows.length === 0) return '';
    const habits = await vault.records<KeptHabits>('spoken').get(HABITS_ID);
    const draft = await checker.draft(closing, {
      rules: [],
      dictationId: newIdentifier(),
      windows,
      writtenUntil: -1,
      isComplete: true,
      spoken: optionsOf(habits ?? USUAL_HABITS, undefined),
    });
    return draftContent(draft).text.replace(/\s+/g, ' ').trim();
  };
