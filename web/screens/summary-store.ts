import type { Summary } from '../dossier/summary';
import { addedWriters } from '../engine/writer-store';
import type { SummaryStore } from '../review/summary-desk.svelte';
import type { Workshop } from './workshop.svelte';

/** One summary a dictation: the last one made, with what people changed and why. */
const CURRENT = 'current';

export function summaryStore(workshop: Workshop, dictationId: string): SummaryStore {
  const { vault, summarizer, writer, messages } = workshop;
  const kept = vault.annexes<Summary>('summaries');
  return {
    by: workshop.person.id,
    summarise: async (signal, paragraphs, onLine) => {
      const documentType = (await vault.dictations.get(dictationId))?.documentType;
      const report = { paragraphs, ...(documentType && { documentType }) };
      return summarizer.summarise(signal, report, onLine);
    },
    check: (paragraphs, lines) => summarizer.check(new AbortController().signal, paragraphs, lines),
    writers: addedWriters,
    write: (signal, model, asked) => writer.write(signal, { model, ...asked }),
    kept: async () => (await kept.all(dictationId)).at(0),
    keep: async (summary) => {
      if (workshop.mayChange) await kept.put(dictationId, CURRENT, summary);
    },
    tell: (message) => messages.tell(message),
    alert: (message) => messages.alert(message),
  };
}
