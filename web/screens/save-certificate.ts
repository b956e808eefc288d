import type { Erasure } from '../dossier/retention-erasure';
import { certificateText } from '../words/retention';
import { saveFile } from './save-text';

/** Gives certificates as a file whose name says when, never who. */
export function saveCertificate(erasures: readonly Erasure[]): void {
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`attestation-effacement-${day}.txt`, certificateText(erasures), 'text/plain');
}
