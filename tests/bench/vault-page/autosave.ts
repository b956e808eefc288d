import type { JournalEntry, ReportSnapshot } from '../../../web/dossier/report';
import { ReportEditor } from '../../../web/editor/report-editor';
import { openDatabase } from '../../../web/vault/database';
import type { Vault } from '../../../web/vault/vault';
import { draftedReport } from '../../seeding/page/drafted-report';
import { chooseDurability } from './durability';
import { addPlain } from './plain-rows';

/** How a keystroke is kept: as the product does, or unsealed, and waiting for the disk or not. */
export interface Way {
  readonly isSealed: boolean;
  readonly durability: IDBTransactionDurability;
}

export interface KeptKey extends Way {
  /** From the first event of the key until its row is in the database. */
  readonly milliseconds: number;
}

const WAYS: readonly Way[] = [
  { isSealed: true, durability: 'relaxed' },
  { isSealed: false, durability: 'relaxed' },
  { isSealed: true, durability: 'strict' },
  { isSealed: false, durability: 'strict' },
];
const DICTATION = 'a';
const LETTER = { words: 400, doubts: 20, soundSeconds: 180 };

/** A report of an ordinary letter under the caret; each key it takes is kept in one of the four ways. */
export function openAutosave(vault: Vault, name: string) {
  const plain = openDatabase(`${name}-plain`);
  const kept: KeptKey[] = [];
  let began = 0;
  const store = {
    settle: (snapshot: ReportSnapshot) => vault.reports.settle(snapshot),
    append: async (entries: readonly JournalEntry[]): Promise<void> => {
      const way = WAYS[kept.length % WAYS.length] as Way;
      const pressed = began;
      chooseDurability(way.durability);
      if (way.isSealed) await vault.reports.append(entries);
      else for (const entry of entries) await addPlain(plain, entry);
      const milliseconds = performance.now() - pressed;
      chooseDurability('default');
      kept.push({ ...way, milliseconds });
    },
  };
  addEventListener('keydown', () => (began = performance.now()), { capture: true });
  const element = document.body.appendChild(document.createElement('div'));
  const { document: draft } = draftedReport(LETTER);
  const editor = new ReportEditor({
    element,
    dictationId: DICTATION,
    stored: {
      snapshot: { format: 1, dictationId: DICTATION, version: 1, document: draft },
      journal: [],
    },
    store,
    editable: true,
    label: 'Compte rendu',
    autoTexts: () => [],
    onSeek: () => undefined,
    onType: () => undefined,
    onSaving: () => undefined,
    // What the workers answer comes later and from elsewhere: the shorter way makes sealing weigh more, not less.
    askFindings: () => new Promise(() => undefined),
    askMarks: () => Promise.resolve(undefined),
    onMove: () => undefined,
  });
  editor.focus();
  return {
    kept,
    close: async (): Promise<void> => {
      await editor.destroy();
      plain.close();
    },
  };
}
