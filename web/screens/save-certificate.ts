import { dayOf } from '../dossier/dictation';
import type { Erasure } from '../dossier/retention-erasure';
import { certificateText } from '../words/retention';
import { saveFile } from './save-text';

/** Gives certificates as a file whose name says when, never who. */
export function saveCertificate(erasures: readonly Erasure[]): void {
  saveFile(
    `attestation-effacement-${dayOf({ createdAt: Date.now() })}.txt`,
    certificateText(erasures),
    'text/plain',
  );
}
