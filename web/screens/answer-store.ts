import { spokenPieceId, spokenPiecePrefix, type SpokenPiece } from '../dossier/spoken-answer';
import type { AnswerStore } from '../review/spoken-answer.svelte';
import type { Workshop } from './workshop.svelte';

/** Answers that were said, kept beside the dictation until their words stand in the report. */
export function answerStore(workshop: Workshop, dictationId: string): AnswerStore {
  const { vault } = workshop;
  const answers = vault.annexes<SpokenPiece>('answers');
  return {
    hear: workshop.hearAnswer,
    microphoneId: () => vault.settings.get('microphoneId'),
    keep: (piece) => answers.put(dictationId, spokenPieceId(piece), piece),
    kept: () => answers.all(dictationId),
    forget: (blankId) => answers.removeAll(dictationId, spokenPiecePrefix(blankId)),
    holdOpen: workshop.holdOpen,
  };
}
